import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Running } from './keep-running.ts'
import { withoutPasswords } from './without-passwords.ts'

/** What a process of ours says on standard output, as one line of JSON, once it can do its work, or why it cannot. */
export type ReadyLine = { readonly ready: boolean; readonly port?: number; readonly problem?: string }

export type RunningProcess = Running & {
  readonly ready: ReadyLine
  send(message: object): void
}

export type ProcessOptions = {
  readonly name: string
  /** The TypeScript file to run. */
  readonly main: URL
  readonly environment: Readonly<Record<string, string>>
  /** Where its standard error goes, line by line. */
  log(line: string): void
  /** What it says of itself over the channel to its parent. */
  onMessage?(message: unknown): void
  /** Aborted while it is not ready yet: it is stopped, and the start throws. */
  readonly signal?: AbortSignal
}

const READY_MS = 60_000
const STOP_MS = 10_000
const KEPT_LINES = 40
const preload = new URL('./end-with-parent.ts', import.meta.url)

/**
 * Starts a process of ours and waits until it says that it is ready. It ends when this process does, even by kill -9.
 * Throws one sentence with the last words of a process that ends, or says nothing, before.
 */
export async function startProcess(options: ProcessOptions): Promise<RunningProcess> {
  const child = spawn(process.execPath, ['--import', preload.href, fileURLToPath(options.main)], {
    env: { ...process.env, ...options.environment },
    stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
    // A session of its own: Ctrl-C in a terminal reaches only the supervisor, which stops all in order.
    detached: process.platform !== 'win32',
  })
  const exited = lastWords(child, options)
  const stop = () => stopProcess(child)
  child.on('message', (message) => options.onMessage?.(message))
  try {
    const ready = await readyLine(child, options, exited)
    return { ready, exited, stop, send: (message) => void (child.connected && child.send(message)) }
  } catch (error) {
    await stop()
    throw error
  }
}

function lastWords(child: ChildProcess, { log }: ProcessOptions): Promise<string> {
  let lines: string[] = []
  if (child.stderr) {
    createInterface({ input: child.stderr }).on('line', (line) => {
      lines = [...lines, line].slice(-KEPT_LINES)
      log(line)
    })
  }
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('close', (code, signal) => resolve(gist(lines) ?? (signal === null ? `exit code ${code}` : `ended by ${signal}`)))
  })
}

/** The one line that says most: the last error named, else the last line that is no place in a program. */
function gist(lines: readonly string[]): string | undefined {
  const words = lines.map((line) => line.trim()).filter((line) => line !== '' && !/^(at |Node\.js v|\{|\}|\^)/.test(line))
  const reason = words.findLast((line) => /^(\w*Error|Uncaught)\b/.test(line)) ?? words.at(-1)
  return reason && withoutPasswords(reason)
}

async function readyLine(child: ChildProcess, { name, signal }: ProcessOptions, exited: Promise<string>): Promise<ReadyLine> {
  const limit = new AbortController()
  const waiting = AbortSignal.any([limit.signal, ...(signal ? [signal] : [])])
  const announced = new Promise<ReadyLine>((resolve, reject) => {
    if (!child.stdout) return
    createInterface({ input: child.stdout }).on('line', (line) => {
      const answer = parse(line)
      if (answer?.ready) resolve(answer)
      else if (answer?.problem !== undefined) reject(new Error(withoutPasswords(answer.problem)))
    })
  })
  const ended = exited.then((words) => {
    throw new Error(`the ${name} ended before it was ready: ${words}`)
  })
  const late = sleep(READY_MS, undefined, { signal: waiting }).then(() => {
    throw new Error(`the ${name} was not ready within ${READY_MS / 1000} s`)
  })
  late.catch(() => {})
  ended.catch(() => {})
  try {
    return await Promise.race([announced, ended, late])
  } finally {
    limit.abort()
  }
}

function parse(line: string): ReadyLine | undefined {
  try {
    return JSON.parse(line) as ReadyLine
  } catch {
    return undefined
  }
}

/** SIGTERM, then, if it does not end, SIGKILL. */
async function stopProcess(child: ChildProcess): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
    child.kill(signal)
    await Promise.race([once(child, 'exit'), sleep(STOP_MS, undefined, { ref: false })])
  }
}
