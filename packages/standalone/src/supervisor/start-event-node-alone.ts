import { join } from 'node:path'
import { connectionStringOf, openNodeAccess, writeConnectionString } from '@outstanding/event-node/access'
import { openDataDirectory } from '../data-directory/open-data-directory.ts'
import { checkPort } from '../preflight.ts'
import { createPartStates } from '../processes/part-states.ts'
import { openLogFile } from './log-file.ts'
import { startDatabase, startEventNode } from './parts.ts'
import { startedParts } from './started-parts.ts'

export type EventNodeAlone = {
  readonly port: number
  /** The file that holds the connection string with the password; undefined where the node is open to anybody. */
  readonly connectionFile: string | undefined
  stop(): Promise<void>
}

export type EventNodeStarted = { readonly ok: true; readonly node: EventNodeAlone } | { readonly ok: false; readonly problem: string }

export type EventNodeAloneOptions = {
  readonly dataDir: string
  readonly port: number
  /** Plain, and open to every program of this machine: for tests of clients. */
  readonly insecure: boolean
}

const HOST = '127.0.0.1'

/**
 * The embedded event store and its PostgreSQL alone, on 127.0.0.1 with TLS and a password, with its files in `dataDir`. Unlike within
 * the product it lets streams be deleted, as any client of an EventStoreDB may expect. The problem is one sentence.
 */
export async function startEventNodeAlone({ dataDir, port: asked, insecure }: EventNodeAloneOptions): Promise<EventNodeStarted> {
  const opened = await openDataDirectory(dataDir)
  if (!opened.ok) return opened
  const problem = await checkPort(HOST, asked)
  if (problem !== undefined) {
    await opened.directory.release({ forget: true })
    return { ok: false, problem }
  }
  const warn = (line: string) => void process.stderr.write(`${line}\n`)
  const parts = startedParts(warn)
  parts.onStop('the data directory', () => opened.directory.release())
  try {
    const log = await openLogFile(dataDir)
    parts.onStop('the log file', log.close)
    const watching = { log, states: createPartStates(), report: warn }
    const postgres = await parts.add('PostgreSQL', startDatabase(join(dataDir, 'postgres'), watching))
    const accessDirectory = join(dataDir, 'event-node')
    const settings = {
      EVENT_NODE_PORT: String(asked),
      EVENT_NODE_ALLOW_DELETES: '1',
      ...(insecure ? { EVENT_NODE_ACCESS_DIR: '', EVENT_NODE_INSECURE: '1' } : {}),
    }
    const node = await parts.add('event node', startEventNode(postgres.roles.eventNode, accessDirectory, watching, settings))
    const port = node.current().ready.port ?? asked
    const connectionFile = insecure
      ? undefined
      : await writeConnectionString(accessDirectory, connectionStringOf(await openNodeAccess(accessDirectory), port))
    return { ok: true, node: { port, connectionFile, stop: parts.stop } }
  } catch (error) {
    await parts.stop()
    return { ok: false, problem: error instanceof Error ? error.message : String(error) }
  }
}
