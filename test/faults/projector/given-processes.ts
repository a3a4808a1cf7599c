import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const root = new URL('../../../', import.meta.url)

export type Running = {
  readonly child: ChildProcess
  /** Its lines on standard output so far, parsed. */
  readonly lines: readonly Record<string, unknown>[]
  /** What it wrote to standard error so far. */
  errorsSoFar(): string
  /** Resolves with the first line that has the field. */
  announced(field: string): Promise<Record<string, unknown>>
  readonly exited: Promise<{ readonly code: number | null; readonly errors: string }>
  kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>
}

/** Starts a program of ours as a process of its own. */
export function start(path: string, environment: Readonly<Record<string, string>>): Running {
  const child = spawn(process.execPath, [fileURLToPath(new URL(path, root))], {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const lines: Record<string, unknown>[] = []
  let errors = ''
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(JSON.parse(line) as Record<string, unknown>)
    child.emit('announced')
  })
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  const exited = once(child, 'close').then(([code]) => ({ code: code as number | null, errors }))
  return {
    child,
    lines,
    errorsSoFar: () => errors,
    async announced(field) {
      for (;;) {
        const line = lines.find((one) => field in one)
        if (line) return line
        await Promise.race([
          once(child, 'announced'),
          exited.then(() => Promise.reject(new Error(`${path} ended without saying "${field}": ${errors}`))),
        ])
      }
    },
    exited,
    async kill(signal) {
      child.kill(signal)
      await exited
    },
  }
}

export const startEventNode = (databaseUrl: string, extra: Readonly<Record<string, string>> = {}): Running =>
  start('packages/event-node/src/main.ts', {
    ...extra,
    EVENT_NODE_DATABASE_URL: databaseUrl,
    EVENT_NODE_INSECURE: '1',
    EVENT_NODE_EXIT_WITH_PARENT: '1',
  })

export const startProjector = (databaseUrl: string, eventStoreUrl: string): Running =>
  start('services/projector/src/main.ts', {
    DATABASE_URL: databaseUrl,
    EVENTSTORE_URL: eventStoreUrl,
    OUTSTANDING_LOG_LEVEL: 'info',
    PROJECTOR_EXIT_WITH_PARENT: '1',
  })
