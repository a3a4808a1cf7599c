import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

const TAIL = 20_000

/** Runs a command to its end without a terminal; returns its exit code and the tail of all it said. Never rejects. */
export function runQuietly(command, args, options) {
  return new Promise((resolve) => {
    let output = ''
    const keep = (chunk) => (output = (output + chunk).slice(-TAIL))
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}` }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/**
 * Runs a command in our place: same terminal, same signals, and its exit code becomes ours. The child has a channel
 * to us that closes when we die, however we die, so that a long-running child never outlives a killed parent.
 */
export function become(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
    const pass = (signal) => child.kill(signal)
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, pass)
    const watch = watchNpm(() => child.kill('SIGTERM'))
    child.on('error', (error) => {
      process.stderr.write(`outstanding: ${command} could not be run: ${error.message}\n`)
      resolve(1)
    })
    child.on('exit', (code, signal) => {
      clearInterval(watch)
      for (const each of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(each, pass)
      resolve(code ?? 128 + (signal === 'SIGKILL' ? 9 : signal === 'SIGINT' ? 2 : 15))
    })
  })
}

/** Below npm our parent is npm or its shell: when it is killed outright, nobody else will tell us to stop. */
function watchNpm(whenGone) {
  if (!process.env.npm_lifecycle_event) return undefined
  const before = elders()
  const watch = setInterval(() => {
    if (elders() === before) return
    clearInterval(watch)
    whenGone()
  }, 500)
  watch.unref()
  return watch
}

/** Our parent and, where the system tells it cheaply, its parent: npm puts a shell in between. */
function elders() {
  const parent = process.ppid
  try {
    const [, , grandparent] = readFileSync(`/proc/${parent}/stat`, 'utf8')
      .replace(/^.*\) /s, 'x ')
      .split(' ')
    return `${parent} ${grandparent}`
  } catch {
    return `${parent}`
  }
}
