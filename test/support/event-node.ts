import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startEventNode } from '@outstanding/event-node'
import type { Faults } from '@outstanding/event-node'
import { connectionStringOf, openNodeAccess } from '@outstanding/event-node/access'
import { createDatabase } from './database.ts'

export type { Faults } from '@outstanding/event-node'
export { openNodeAccess } from '@outstanding/event-node/access'

const main = fileURLToPath(new URL('../../packages/event-node/src/main.ts', import.meta.url))

export type TestEventNode = {
  /** The connection string, with the password; it stays the same over restarts. */
  readonly url: string
  /** Where certificate and password are. */
  readonly accessDirectory: string
  readonly port: number
  /** kill -9. */
  kill(): Promise<void>
  /** Starts again on the same port and database, or on another one, after `kill` or instead of a running one (SIGTERM). */
  restart(databaseUrl?: string): Promise<void>
  /** Ends the process and drops the database. */
  stop(): Promise<void>
}

/** A real event node in a process of its own, on a fresh database, with TLS and a password. Call `stop` in `afterAll`. */
export async function startTestEventNode(extra: Readonly<Record<string, string>> = {}): Promise<TestEventNode> {
  const database = await createDatabase()
  const accessDirectory = await mkdtemp(join(tmpdir(), 'outstanding-access-'))
  const environment = { EVENT_NODE_ACCESS_DIR: accessDirectory, ...extra }
  let running = await launch(database.url, 0, environment)
  const { port } = running
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const { child } = running
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill(signal)
    await once(child, 'close')
  }
  return {
    url: connectionStringOf(await openNodeAccess(accessDirectory), port),
    accessDirectory,
    port,
    kill: () => end('SIGKILL'),
    async restart(databaseUrl = database.url) {
      await end('SIGTERM')
      running = await launch(databaseUrl, port, environment)
    },
    async stop() {
      await end('SIGTERM')
      await database.drop()
      await rm(accessDirectory, { recursive: true, force: true })
    },
  }
}

/** An event node in this process, plain and open, that commits the faults it is asked for. */
export async function startFaultyEventNode(faults: Faults): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const database = await createDatabase()
  const node = await startEventNode({ databaseUrl: database.url, access: 'anybody', faults })
  return {
    url: `esdb://127.0.0.1:${node.port}?tls=false`,
    async stop() {
      await node.close()
      await database.drop()
    },
  }
}

async function launch(
  databaseUrl: string,
  port: number,
  environment: Readonly<Record<string, string>>,
): Promise<{ child: ChildProcess; port: number }> {
  const child = spawn(process.execPath, [main], {
    env: {
      ...process.env,
      ...environment,
      EVENT_NODE_DATABASE_URL: databaseUrl,
      EVENT_NODE_PORT: String(port),
      EVENT_NODE_EXIT_WITH_PARENT: '1',
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let output = ''
  return new Promise((resolve, reject) => {
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      const ready = /\{"ready":true,"port":(\d+)\}/.exec(output)
      if (ready) resolve({ child, port: Number(ready[1]) })
    })
    child.once('close', () => reject(new Error(`the event node ended before it was ready: ${output}`)))
  })
}
