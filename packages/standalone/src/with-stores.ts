import type { Configuration } from '@outstanding/runtime'
import { openDataDirectory } from './data-directory/open-data-directory.ts'
import { readRunFile } from './data-directory/run-file.ts'
import { createPartStates } from './processes/part-states.ts'
import { checkBeforeStart } from './supervisor/check-before-start.ts'
import { openLogFile } from './supervisor/log-file.ts'
import type { Addresses } from './supervisor/parts.ts'
import { startStores } from './supervisor/start-stores.ts'
import { startedParts } from './supervisor/started-parts.ts'

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string }

/**
 * Lets an operator's command work on the stores of a data directory: through the product that runs there, or, when none does,
 * by holding the directory and starting its stores for as long as the work takes. `stay` says whether the addresses of the databases
 * still hold afterwards. The problem is one sentence.
 */
export async function withStores<T>(
  configuration: Configuration,
  report: (line: string) => void,
  work: (addresses: Addresses & { readonly stay: boolean }) => Promise<T>,
): Promise<Outcome<T>> {
  const opened = await openDataDirectory(configuration.dataDir)
  if (!opened.ok) {
    const run = opened.isHeld ? await readRunFile(configuration.dataDir) : undefined
    return run === undefined ? opened : attempt(() => work({ ...run, stay: true }))
  }
  const parts = startedParts(report)
  parts.onStop('the data directory', () => opened.directory.release())
  try {
    const problem = await checkBeforeStart({ ...configuration, port: 0 }, { report })
    if (problem !== undefined) return { ok: false, problem }
    return await attempt(async () => {
      const log = await openLogFile(configuration.dataDir)
      parts.onStop('the log file', log.close)
      const addresses = await startStores(configuration, opened.directory, parts, { log, states: createPartStates(), report })
      return work({ ...addresses, stay: configuration.databaseUrl !== undefined })
    })
  } finally {
    await parts.stop()
  }
}

async function attempt<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : String(error) }
  }
}
