import { checkpointKeysFile, type Configuration } from '@outstanding/runtime'
import { ensureDatabase } from '../postgres/ensure-database.ts'
import { type RunningPostgres, startPostgres } from '../postgres/start-postgres.ts'
import { keepRunning, type KeptProcess } from '../processes/keep-running.ts'
import { startProcess } from '../processes/start-process.ts'
import type { LogFile } from './log-file.ts'

/** The addresses at which the parts find each other. They hold passwords. */
export type Addresses = { readonly databaseUrl: string; readonly eventStoreUrl: string }

export type Watching = {
  readonly log: LogFile
  /** A part that was started again: worth a line, not an end. */
  onProblem(problem: string): void
  /** A part that cannot be kept: the end of the whole product. */
  onGivenUp(problem: string): void
}

const source = (path: string) => new URL(`../../../../${path}`, import.meta.url)

/** The embedded PostgreSQL with the databases that the rest needs of it. */
export async function startDatabase(directory: string, watching: Watching): Promise<RunningPostgres> {
  const postgres = await startPostgres({ dataDir: directory })
  let isStopping = false
  void postgres.exited.then((words) => {
    if (!isStopping) watching.onGivenUp(`the embedded PostgreSQL ended: ${words}`)
  })
  try {
    for (const name of ['log', 'outstanding']) await ensureDatabase(postgres.url('postgres'), name)
  } catch (error) {
    await postgres.stop()
    throw error
  }
  return {
    ...postgres,
    stop() {
      isStopping = true
      return postgres.stop()
    },
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

/** API and pages in one process on the public port. `awaitsSample` is asked at every start. */
export function startServer(
  addresses: Addresses,
  configuration: Configuration,
  awaitsSample: () => boolean,
  watching: Watching,
): Promise<KeptProcess> {
  return keep('server', source('packages/standalone/src/server.ts'), watching, (port) => ({
    ...urls(addresses),
    OUTSTANDING_DATA_DIR: configuration.dataDir,
    OUTSTANDING_HOST: configuration.host,
    OUTSTANDING_PORT: String(port ?? configuration.port),
    OUTSTANDING_AWAITS_SAMPLE: awaitsSample() ? '1' : '0',
  }))
}

const urls = ({ databaseUrl, eventStoreUrl }: Addresses) => ({ DATABASE_URL: databaseUrl, EVENTSTORE_URL: eventStoreUrl })

type Environment = Readonly<Record<string, string>>

function keep(name: string, main: URL, watching: Watching, environment: (port: number | undefined) => Environment): Promise<KeptProcess> {
  const log = (line: string) => watching.log.write(name, line)
  return keepRunning(
    name,
    (port) => startProcess({ name, main, environment: environment(port), log }),
    (problem) => watching.onProblem(problem),
    (problem) => watching.onGivenUp(problem),
  )
}
