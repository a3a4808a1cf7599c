import { createLog, reportUnhandled } from '@outstanding/runtime'
import { openNodeAccess } from './access/node-access.ts'
import { startEventNode } from './start-event-node.ts'
import type { EventNode } from './start-event-node.ts'

/**
 * The event node as a process. Environment: EVENT_NODE_DATABASE_URL; EVENT_NODE_ACCESS_DIR, the directory of its certificate and
 * password, made at the first start (or EVENT_NODE_INSECURE=1: no TLS, open to every caller); EVENT_NODE_HOST (127.0.0.1)
 * and EVENT_NODE_PORT (any free one); EVENT_NODE_ALLOW_DELETES=1 lets clients delete; EVENT_NODE_ABORT_SLOW_CONSUMERS=1
 * ends the subscriptions of slow consumers, as a real server does; EVENT_NODE_TAKES_SEEDING=1 lets an empty log be filled with
 * recorded times in the past; EVENT_NODE_EXIT_WITH_PARENT=1 ends it when its standard
 * input closes. It prints `{"ready":true,"port":N}` once it serves; if it cannot, one sentence on standard error.
 */
const { EVENT_NODE_DATABASE_URL, EVENT_NODE_HOST = '127.0.0.1', EVENT_NODE_PORT, EVENT_NODE_EXIT_WITH_PARENT } = process.env
const { EVENT_NODE_ACCESS_DIR, EVENT_NODE_INSECURE, EVENT_NODE_ALLOW_DELETES, EVENT_NODE_ABORT_SLOW_CONSUMERS, EVENT_NODE_TAKES_SEEDING } =
  process.env

const log = createLog('event node', 'info')
reportUnhandled((fact, sentence) => log.error(fact, sentence))
await main()

async function main(): Promise<void> {
  const port = portOf(EVENT_NODE_PORT ?? '0')
  if (!EVENT_NODE_DATABASE_URL) return fail('EVENT_NODE_DATABASE_URL is not set: it names the PostgreSQL database of the log.')
  if (!EVENT_NODE_ACCESS_DIR && EVENT_NODE_INSECURE !== '1') {
    return fail('EVENT_NODE_ACCESS_DIR is not set: it names the directory of the certificate and password.')
  }
  if (port === undefined) return fail(`EVENT_NODE_PORT is not a port number: ${EVENT_NODE_PORT}`)
  let node: EventNode
  try {
    node = await startEventNode({
      databaseUrl: EVENT_NODE_DATABASE_URL,
      access: EVENT_NODE_ACCESS_DIR ? await openNodeAccess(EVENT_NODE_ACCESS_DIR, EVENT_NODE_HOST) : 'anybody',
      host: EVENT_NODE_HOST,
      port,
      allowDeletes: EVENT_NODE_ALLOW_DELETES === '1',
      abortSlowConsumers: EVENT_NODE_ABORT_SLOW_CONSUMERS === '1',
      takesSeeding: EVENT_NODE_TAKES_SEEDING === '1',
      log: (level, sentence) => level === 'error' && process.stderr.write(`${sentence}\n`),
    })
  } catch (error) {
    return fail((error as Error).message)
  }
  stopOnSignals(node)
  process.stdout.write(`${JSON.stringify({ ready: true, port: node.port })}\n`)
}

function stopOnSignals(node: EventNode): void {
  let isStopping = false
  const stop = () => {
    if (isStopping) return
    isStopping = true
    node.close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  if (EVENT_NODE_EXIT_WITH_PARENT !== '1') return
  process.stdin.on('end', stop)
  process.stdin.on('error', stop)
  process.stdin.resume()
}

function portOf(text: string): number | undefined {
  const port = Number(text)
  return Number.isInteger(port) && port >= 0 && port <= 65_535 ? port : undefined
}

function fail(sentence: string): void {
  process.stderr.write(`${sentence}\n`)
  process.exitCode = 1
}
