import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { chmod, chown, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startPostgres } from './start-postgres.ts'

const LAUNCHER = new URL('./start-postgres.ts', import.meta.url).href

async function query(url: string, sql: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return String(Object.values((await client.query(sql)).rows[0] ?? {})[0])
  } finally {
    await client.end()
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    // A process that ended but was not yet collected by its new parent is no longer there for us.
    return process.platform !== 'linux' || !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

const pidOf = async (dataDir: string) => Number((await readFile(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0])

/** A user to whom no name belongs, as in many containers. */
const NAMELESS = 54_321
const asNameless = { uid: NAMELESS, gid: NAMELESS }
const reachesUs = () =>
  process.getuid?.() === 0 &&
  spawnSync(process.execPath, ['-e', `fs.accessSync(${JSON.stringify(fileURLToPath(LAUNCHER))})`], asNameless).status === 0

async function startAndKillParent(dataDir: string): Promise<number> {
  const script = `const { startPostgres } = await import(${JSON.stringify(LAUNCHER)})
    await startPostgres({ dataDir: ${JSON.stringify(dataDir)} })
    console.log('up')
    setInterval(() => {}, 1000)`
  const parent = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(parent.stdout, 'data')
  const pid = await pidOf(dataDir)
  parent.kill('SIGKILL')
  return pid
}

describe('the embedded PostgreSQL', { timeout: 60_000 }, () => {
  let parent: string
  let dataDir: string
  beforeAll(async () => {
    parent = await mkdtemp(join(tmpdir(), 'outstanding-postgres-'))
    await chmod(parent, 0o700)
    dataDir = join(parent, 'data', 'postgres')
  })
  afterAll(() => rm(parent, { recursive: true, force: true }))

  it('given a new directory below a 0700 parent, when started, stopped and started again, then what was written is there', async () => {
    const first = await startPostgres({ dataDir })
    await query(first.url('postgres'), 'create database kept')
    expect(await query(first.url('postgres'), 'show data_checksums')).toBe('on')
    expect(await query(first.url('postgres'), `select lower('É') || (select 'a' < 'B')`)).toBe('éfalse')
    await first.stop()
    const second = await startPostgres({ dataDir })
    expect(await query(second.url('kept'), 'select 1')).toBe('1')
    await second.stop()
  })

  it("given a wrong password, when a client connects, then it is refused, and the file is its owner's alone", async () => {
    const postgres = await startPostgres({ dataDir })
    const wrong = new URL(postgres.url('postgres'))
    wrong.password = 'guess'
    await expect(query(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' })
    expect((await stat(join(dataDir, 'password'))).mode & 0o777).toBe(0o600)
    await postgres.stop()
  })

  it('given a parent killed with -9, when started again at once, then the old server is gone and the data is whole', async () => {
    const pid = await startAndKillParent(dataDir)
    const again = await startPostgres({ dataDir })
    expect(isAlive(pid)).toBe(false)
    expect(await query(again.url('kept'), 'select 1')).toBe('1')
    await again.stop()
  })

  it.runIf(process.platform === 'linux')(
    'given a parent killed with -9, when nobody starts again, then the server goes all the same',
    async () => {
      const pid = await startAndKillParent(dataDir)
      for (const end = Date.now() + 10_000; isAlive(pid) && Date.now() < end;) await sleep(50)
      expect(isAlive(pid)).toBe(false)
    },
  )

  it("given a postmaster.pid whose number is now a stranger's, when started, then it starts and the stranger lives", async () => {
    const stranger = spawn('sleep', ['60'])
    await writeFile(join(dataDir, 'cluster', 'postmaster.pid'), `${stranger.pid}\n`)
    const postgres = await startPostgres({ dataDir })
    expect(stranger.exitCode).toBeNull()
    await postgres.stop()
    stranger.kill()
  })

  it.runIf(process.platform === 'linux')(
    'given a server killed with -9 while a statement runs that never pauses, when started again on its port, then nothing of the old one works on',
    async () => {
      const first = await startPostgres({ dataDir })
      const pid = await pidOf(dataDir)
      const client = new pg.Client({ connectionString: first.url('postgres') })
      client.on('error', () => {})
      await client.connect()
      const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
      const worker = rows[0]?.pid ?? 0
      const busy = client.query(`select count(*) from generate_series(1, 1000000000) a where a % 7 = 1`).catch(() => 'ended')
      await sleep(300)
      process.kill(pid, 'SIGKILL')
      await first.exited
      expect(isAlive(worker)).toBe(true)
      const again = await startPostgres({ dataDir, port: first.port })
      expect(isAlive(worker)).toBe(false)
      expect(await busy).toBe('ended')
      expect(await query(again.url('kept'), 'select 1')).toBe('1')
      await again.stop()
    },
  )

  it.runIf(process.getuid?.() === 0)(
    "given root and a directory of another user, when started, then it runs as that user below root's own directories",
    async () => {
      const theirs = join(parent, 'theirs')
      await mkdir(theirs)
      await chown(theirs, 65_534, 65_534)
      const postgres = await startPostgres({ dataDir: theirs })
      expect((await stat(join(theirs, 'cluster', 'PG_VERSION'))).uid).toBe(65_534)
      await postgres.stop()
    },
  )

  it.runIf(reachesUs())('given a user without a name, when started, then it runs all the same, and the data is that user’s', async () => {
    const theirs = await mkdtemp(join(tmpdir(), 'outstanding-nameless-'))
    await chown(theirs, NAMELESS, NAMELESS)
    const script = `const { startPostgres } = await import(${JSON.stringify(LAUNCHER)})
      const postgres = await startPostgres({ dataDir: ${JSON.stringify(theirs)} })
      await postgres.stop()`
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { ...asNameless, encoding: 'utf8' })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect((await stat(join(theirs, 'cluster', 'PG_VERSION'))).uid).toBe(NAMELESS)
    await rm(theirs, { recursive: true })
  })

  it('given a directory that is damaged, when started, then the error carries the words of PostgreSQL', async () => {
    const damaged = join(parent, 'damaged')
    await mkdir(join(damaged, 'cluster'), { recursive: true, mode: 0o700 })
    await chmod(join(damaged, 'cluster'), 0o700)
    await writeFile(join(damaged, 'password'), 'x')
    await writeFile(join(damaged, 'cluster', 'PG_VERSION'), '9\n')
    await expect(startPostgres({ dataDir: damaged })).rejects.toThrow(/did not start: .*(configuration|version)/s)
  })
})
