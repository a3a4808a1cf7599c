import { checkpointKeysFile, type Configuration } from '@outstanding/runtime'
import { prepareRoles, type RoleUrls } from '../postgres/roles.ts'
import { type RunningPostgres, startPostgres } from '../postgres/start-postgres.ts'
import { watchDisk } from '../postgres/watch-disk.ts'
import { keepRunning, type Kept } from '../processes/keep-running.ts'
import type { PartStates } from '../processes/part-states.ts'
import { type RunningProcess, startProcess } from '../processes/start-process.ts'
import type { LogFile } from './log-file.ts'

export type KeptProcess = Kept<RunningProcess>

/** The addresses at which the parts find each other. They hold passwords. With a PostgreSQL of one's own, all three are what it was given. */
export type Addresses = {
  /** For the projector, which writes the read models and the transparency log. */
  readonly databaseUrl: string
  /** For API and pages: they read both, and keep the keys of people. */
  readonly apiDatabaseUrl: string
  /** For the command line, which may also make roles. */
  readonly operatorDatabaseUrl: string
  readonly eventStoreUrl: string
}

/** The embedded PostgreSQL, and each part's way into it. */
export type Database = { readonly roles: RoleUrls; stop(): Promise<void> }

export type Watching = {
  readonly log: LogFile
  readonly states: PartStates
  /** Gets one sentence for an operator when a part ended, cannot be started yet, or is back. */
  report(sentence: string): void
}

const source = (path: string) => new URL(`../../../../${path}`, import.meta.url)

/** The embedded PostgreSQL with the databases and roles that the rest needs of it. After an end it comes back on the same port. */
export async function startDatabase(directory: string, watching: Watching): Promise<Database> {
  const name = 'PostgreSQL'
  const reported = reporting(name, watching)
  const start = (previous: RunningPostgres | undefined, signal: AbortSignal) =>
    startPostgres({ dataDir: directory, port: previous?.port, signal })
  const kept = await keepRunning({ name, start, ...reported })
  const stopping = new AbortController()
  const onProblem = (problem: string | null) => watching.states.hasProblem(name, problem)
  void watchDisk({ directory, report: reported.report, onProblem }, stopping.signal)
  const stop = () => {
    stopping.abort()
    return kept.stop()
  }
  try {
    return { roles: await prepareRoles(kept.current().url), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** The event node, with its certificate and password in `accessDirectory`, where it makes them at its first start. */
export function startEventNode(
  databaseUrl: string,
  accessDirectory: string,
  watching: Watching,
  extra: Environment = {},
): Promise<KeptProcess> {
  return keep('event node', source('packages/event-node/src/main.ts'), watching, (port) => ({
    EVENT_NODE_DATABASE_URL: databaseUrl,
    EVENT_NODE_ACCESS_DIR: accessDirectory,
    EVENT_NODE_EXIT_WITH_PARENT: '1',
    EVENT_NODE_PORT: '0',
    ...extra,
    ...(port === undefined ? {} : { EVENT_NODE_PORT: String(port) }),
  }))
}

export function startProjector(addresses: Addresses, configuration: Configuration, watching: Watching): Promise<KeptProcess> {
  return keep('projector', source('services/projector/src/main.ts'), watching, () => ({
    ...urls(addresses),
    OUTSTANDING_CHECKPOINT_KEYS_FILE: checkpointKeysFile(configuration),
  }))
}

/** What is still to be loaded; asked at every start of the server. */
export type Awaiting = { readonly sample: boolean; readonly takesSeeding: boolean }

/** API and pages in one process on the public port. */
export function startServer(
  addresses: Addresses,
  configuration: Configuration,
  awaiting: () => Awaiting,
  watching: Watching,
): Promise<KeptProcess> {
  return keep('server', source('packages/standalone/src/server.ts'), watching, (port) => ({
    ...urls({ ...addresses, databaseUrl: addresses.apiDatabaseUrl }),
    OUTSTANDING_DATA_DIR: configuration.dataDir,
    OUTSTANDING_HOST: configuration.host,
    OUTSTANDING_PORT: String(port ?? configuration.port),
    OUTSTANDING_AWAITS_SAMPLE: awaiting().sample ? '1' : '0',
    OUTSTANDING_TAKES_SEEDING: awaiting().takesSeeding ? '1' : '0',
  }))
}

const urls = ({ databaseUrl, eventStoreUrl }: Addresses) => ({ DATABASE_URL: databaseUrl, EVENTSTORE_URL: eventStoreUrl })

type Environment = Readonly<Record<string, string>>

function keep(name: string, main: URL, watching: Watching, environment: (port: number | undefined) => Environment): Promise<KeptProcess> {
  return keepRunning<RunningProcess>({
    name,
    start: (previous, signal) =>
      startProcess({
        name,
        main,
        environment: environment(previous?.ready.port),
        log: (line) => watching.log.write(name, line),
        onMessage: (message) => countRejections(name, message, watching.states),
        signal,
      }),
    ...reporting(name, watching),
  })
}

function reporting(name: string, { log, states, report }: Watching) {
  return {
    states,
    report(sentence: string): void {
      log.write('supervisor', JSON.stringify({ name: 'supervisor', level: 40, time: new Date().toISOString(), part: name, msg: sentence }))
      report(sentence)
    },
  }
}

function countRejections(name: string, message: unknown, states: PartStates): void {
  const { unhandledRejections } = message as { unhandledRejections?: unknown }
  if (typeof unhandledRejections === 'number') states.rejected(name, unhandledRejections)
}
