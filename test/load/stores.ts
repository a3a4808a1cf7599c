import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { connectionStringOf, openNodeAccess } from '@outstanding/event-node/access'
import { startPostgres } from '@outstanding/standalone/postgres'
import pg from 'pg'

export type Stores = {
  readonly eventStoreUrl: string
  readonly databaseUrl: string
  stop(): Promise<void>
}

const root = new URL('../../', import.meta.url)

/** A PostgreSQL of its own in a temporary directory, with an event node over it: as the standalone edition has them. */
export async function startStores(): Promise<Stores> {
  const directory = await mkdtemp(join(tmpdir(), 'outstanding-bench-'))
  const postgres = await startPostgres({ dataDir: join(directory, 'postgres') })
  const client = new pg.Client({ connectionString: postgres.url('postgres') })
  await client.connect()
  for (const name of ['log', 'outstanding']) await client.query(`create database ${name}`)
  await client.end()
  const node = await startProcess('packages/event-node/src/main.ts', {
    EVENT_NODE_DATABASE_URL: postgres.url('log'),
    EVENT_NODE_ACCESS_DIR: join(directory, 'event-node'),
    EVENT_NODE_EXIT_WITH_PARENT: '1',
  })
  return {
    eventStoreUrl: connectionStringOf(await openNodeAccess(join(directory, 'event-node')), Number(node.ready['port'])),
    databaseUrl: postgres.url('outstanding'),
    async stop() {
      await node.stop()
      await postgres.stop()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

export type Started = { readonly pid: number; readonly ready: Readonly<Record<string, unknown>>; stop(): Promise<void> }

/** Starts a program of ours and waits for its first line on standard output, one JSON object. Its standard input closes with us. */
export async function startProcess(
  path: string,
  environment: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Promise<Started> {
  const child = spawn(process.execPath, [fileURLToPath(new URL(path, root)), ...args], {
    env: { ...process.env, ...environment },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const [line] = (await Promise.race([once(createInterface({ input: child.stdout }), 'line'), ended(child, path)])) as [string]
  return { pid: child.pid ?? 0, ready: JSON.parse(line) as Record<string, unknown>, stop: () => stopProcess(child) }
}

async function ended(child: ChildProcess, path: string): Promise<never> {
  const [code] = (await once(child, 'exit')) as [number | null]
  throw new Error(`${path} ended with ${code} before it was ready`)
}

async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}
