import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { OwnPostgres } from './given-postgres.ts'
import { ownPostgres } from './given-postgres.ts'
import { type Running, start } from './given-processes.ts'

/** A process that is started again whenever it ends, at the same port. */
export type KeptPart = {
  port(): number
  /** kill -9. */
  kill(): void
  /** kill -9, and no new start before the work is done. */
  without(work: () => Promise<void>): Promise<void>
  stop(): Promise<void>
}

/** Every part of the product as a process of its own over one PostgreSQL, so that each can be killed. */
export type Parts = {
  readonly postgres: OwnPostgres
  readonly dataDir: string
  readonly databaseUrl: string
  readonly eventStoreUrl: string
  /** Of the API. */
  readonly url: string
  readonly kept: { readonly 'event node': KeptPart; readonly projector: KeptPart; readonly server: KeptPart }
  stop(): Promise<void>
}

async function keep(main: string, environment: (port: number) => Readonly<Record<string, string>>): Promise<KeptPart> {
  const begin = (at: number): Running => start(main, environment(at))
  let running = begin(0)
  const port = Number((await running.announced('ready'))['port'] ?? 0)
  let stopping = false
  let held: Promise<void> | null = null
  const keeping = (async () => {
    for (;;) {
      await running.exited
      if (stopping) return
      await (held ?? sleep(100))
      running = begin(port)
    }
  })()
  return {
    port: () => port,
    kill: () => void running.child.kill('SIGKILL'),
    async without(work) {
      const released = Promise.withResolvers<void>()
      held = released.promise
      try {
        await running.kill('SIGKILL')
        await work()
      } finally {
        held = null
        released.resolve()
      }
    },
    async stop() {
      stopping = true
      running.child.kill('SIGKILL')
      await keeping
    },
  }
}

export async function startParts(): Promise<Parts> {
  const [postgres, dataDir] = [await ownPostgres(), await mkdtemp(join(tmpdir(), 'outstanding-parts-'))]
  const logUrl = await postgres.create('log')
  const databaseUrl = await postgres.create('outstanding')
  const node = await keep('packages/event-node/src/main.ts', (port) => ({
    EVENT_NODE_DATABASE_URL: logUrl,
    EVENT_NODE_INSECURE: '1',
    EVENT_NODE_EXIT_WITH_PARENT: '1',
    EVENT_NODE_PORT: String(port),
  }))
  const eventStoreUrl = `esdb://127.0.0.1:${node.port()}?tls=false`
  const both = { DATABASE_URL: databaseUrl, EVENTSTORE_URL: eventStoreUrl, OUTSTANDING_DATA_DIR: dataDir }
  const projector = await keep('services/projector/src/main.ts', () => ({
    ...both,
    OUTSTANDING_CHECKPOINT_KEYS_FILE: join(dataDir, 'keys', 'checkpoint-keys.json'),
    PROJECTOR_EXIT_WITH_PARENT: '1',
  }))
  const server = await keep('packages/standalone/src/server.ts', (port) => ({ ...both, OUTSTANDING_PORT: String(port) }))
  return {
    postgres,
    dataDir,
    databaseUrl,
    eventStoreUrl,
    url: `http://127.0.0.1:${server.port()}`,
    kept: { 'event node': node, projector, server },
    async stop() {
      for (const part of [server, projector, node]) await part.stop()
      await postgres.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
