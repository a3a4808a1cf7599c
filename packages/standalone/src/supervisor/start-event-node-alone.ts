import { join } from 'node:path'
import { openDataDirectory } from '../data-directory/open-data-directory.ts'
import { checkPort } from '../preflight.ts'
import { openLogFile } from './log-file.ts'
import { startDatabase, startEventNode } from './parts.ts'
import { startedParts } from './started-parts.ts'

export type EventNodeAlone = { readonly port: number; readonly failed: Promise<string>; stop(): Promise<void> }

export type EventNodeStarted = { readonly ok: true; readonly node: EventNodeAlone } | { readonly ok: false; readonly problem: string }

const HOST = '127.0.0.1'

/**
 * The embedded event store and its PostgreSQL alone, on 127.0.0.1 without TLS, with its files in `dataDir`. Unlike within the
 * product it lets streams be deleted, as any client of an EventStoreDB may expect. The problem is one sentence.
 */
export async function startEventNodeAlone({ dataDir, port }: { dataDir: string; port: number }): Promise<EventNodeStarted> {
  const opened = await openDataDirectory(dataDir)
  if (!opened.ok) return opened
  const problem = await checkPort(HOST, port)
  if (problem !== undefined) {
    await opened.directory.release({ forget: true })
    return { ok: false, problem }
  }
  const warn = (line: string) => void process.stderr.write(`${line}\n`)
  const parts = startedParts(warn)
  parts.onStop('the data directory', () => opened.directory.release())
  const failure = Promise.withResolvers<string>()
  try {
    const log = await openLogFile(dataDir)
    parts.onStop('the log file', log.close)
    const watching = { log, onProblem: warn, onGivenUp: failure.resolve }
    const postgres = await parts.add('PostgreSQL', startDatabase(join(dataDir, 'postgres'), watching))
    const settings = { EVENT_NODE_PORT: String(port), EVENT_NODE_ALLOW_DELETES: '1' }
    const node = await parts.add('event node', startEventNode(postgres.url('log'), watching, settings))
    return { ok: true, node: { port: node.port ?? port, failed: failure.promise, stop: parts.stop } }
  } catch (error) {
    await parts.stop()
    return { ok: false, problem: error instanceof Error ? error.message : String(error) }
  }
}
