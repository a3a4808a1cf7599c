import type { Configuration } from '@outstanding/runtime'
import { type DataDirectory, openDataDirectory } from '../data-directory/open-data-directory.ts'
import { removeRunFile, writeRunFile } from '../data-directory/run-file.ts'
import { createPartStates } from '../processes/part-states.ts'
import { checkBeforeStart } from './check-before-start.ts'
import { isSampleLoaded, loadSampleOnce } from './load-sample-once.ts'
import { openLogFile } from './log-file.ts'
import { startProjector, startServer } from './parts.ts'
import { startStores } from './start-stores.ts'
import { startedParts, type StartedParts } from './started-parts.ts'
import { untilReady } from './until-ready.ts'

export type Standalone = {
  /** The public address. */
  readonly url: string
  /** Server, projector, event node, PostgreSQL, in this order; then the directory is free. */
  stop(): Promise<void>
}

export type Started = { readonly ok: true; readonly standalone: Standalone } | { readonly ok: false; readonly problem: string }

/**
 * Starts the whole product on this machine and resolves when it can answer every question, on the first start with the
 * sample register loaded. When anything fails, or `signal` is aborted, everything started is stopped again and the problem
 * is one sentence. `report` gets a line for each step, and, as long as it runs, for each part that ends and comes back.
 */
export async function startStandalone(configuration: Configuration, report: (line: string) => void, signal: AbortSignal): Promise<Started> {
  const opened = await openDataDirectory(configuration.dataDir)
  if (!opened.ok) return opened
  const problem = await checkBeforeStart(configuration, { report, signal })
  if (problem !== undefined) {
    await opened.directory.release({ forget: true })
    return { ok: false, problem }
  }
  const parts = startedParts(report, signal)
  parts.onStop('the data directory', () => opened.directory.release())
  try {
    const url = await startAll({ configuration, directory: opened.directory, parts, report, signal })
    return { ok: true, standalone: { url, stop: parts.stop } }
  } catch (error) {
    await parts.stop()
    return { ok: false, problem: error instanceof Error ? error.message : String(error) }
  }
}

type Starting = {
  readonly configuration: Configuration
  readonly directory: DataDirectory
  readonly parts: StartedParts
  readonly report: (line: string) => void
  readonly signal: AbortSignal
}

async function startAll({ configuration, directory, parts, report, signal }: Starting): Promise<string> {
  const log = await openLogFile(directory.path)
  parts.onStop('the log file', log.close)
  const states = createPartStates()
  const watching = { log, states, report }
  let awaitsSample = configuration.loadsSample && !(await isSampleLoaded(directory.path))
  // A real EventStoreDB gives the time itself: there the example entries are recorded on the day they are loaded.
  const takesSeeding = awaitsSample && configuration.eventStoreUrl === undefined
  const addresses = await startStores(configuration, directory, parts, { ...watching, takesSeeding })

  const projecting = startProjector(addresses, configuration, watching)
  const serving = startServer(
    addresses,
    configuration,
    () => ({ sample: awaitsSample, takesSeeding: awaitsSample && takesSeeding }),
    watching,
  )
  // Both have come up or failed before anything is decided: none may appear after a stop.
  await Promise.allSettled([projecting, serving])
  const [projector, server] = await Promise.allSettled([parts.add('projector', projecting), parts.add('server', serving)])
  if (projector.status === 'rejected') throw projector.reason
  if (server.status === 'rejected') throw server.reason

  const sendStates = () => server.value.current().send({ parts: states.all() })
  states.onChange(sendStates)
  sendStates()
  const url = `http://${isEverywhere(configuration.host) ? '127.0.0.1' : configuration.host}:${server.value.current().ready.port}`
  parts.onStop('the run file', () => removeRunFile(directory.path))
  await writeRunFile(directory.path, { pid: process.pid, url, ...addresses })
  if (awaitsSample) {
    await loadSampleOnce(directory.path, { url, takesSeeding, report, signal })
    awaitsSample = false
    server.value.current().send({ sampleIsLoaded: true })
  }
  const missing = await untilReady(url, signal)
  if (missing !== undefined) report(`it is running but not ready: ${missing}`)
  return url
}

const isEverywhere = (host: string) => host === '0.0.0.0' || host === '::'
