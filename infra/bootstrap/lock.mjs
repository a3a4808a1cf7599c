import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const HEARTBEAT_MS = 1_000
const STALE_MS = 15_000
const GIVE_UP_MS = 10 * 60_000

/**
 * Runs `work` while no other process does so under the same lock file. The holder touches the file every second,
 * so a lock left by a killed process is taken over; another's live lock is waited for, up to ten minutes.
 */
export async function withLock(file, say, work) {
  mkdirSync(dirname(file), { recursive: true })
  await acquire(file, say)
  const heartbeat = setInterval(() => touch(file), HEARTBEAT_MS)
  try {
    return await work()
  } finally {
    clearInterval(heartbeat)
    rmSync(file, { force: true })
  }
}

async function acquire(file, say) {
  const deadline = Date.now() + GIVE_UP_MS
  for (let told = false; !create(file);) {
    if (isStale(file)) {
      takeAway(file)
      continue
    }
    if (Date.now() > deadline) throw new Error(`another installation holds ${file} for over ten minutes`)
    if (!told) say('waiting for another installation in this clone to finish')
    told = true
    await sleep(250)
  }
}

function touch(file) {
  if (existsSync(file)) utimesSync(file, new Date(), new Date())
}

function create(file) {
  try {
    const handle = openSync(file, 'wx')
    writeSync(handle, String(process.pid))
    closeSync(handle)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

function isStale(file) {
  try {
    if (Date.now() - statSync(file).mtimeMs > STALE_MS) return true
    process.kill(Number(readFileSync(file, 'utf8')) || process.pid, 0)
    return false
  } catch (error) {
    return error.code === 'ESRCH'
  }
}

/** Of several that see the same stale lock, the rename succeeds for one only. */
function takeAway(file) {
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
    rmSync(aside, { force: true })
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
}
