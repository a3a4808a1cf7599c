import type { ClientBase } from 'pg'
import { beginBuild, beginEmpty, switchTo } from '../../projection/src/position/build.ts'
import type { GivenDatabase } from '../../projection/testing/given-database.ts'
import type { Progress } from '../../projection/src/position/progress.ts'
import { loadInBulk } from '../../projection/src/projection/load-in-bulk.ts'
import type { LogEvent } from '../../projection/src/projection/log-event.ts'
import { projectBatch } from '../../projection/src/projection/project-batch.ts'
import { productReadModels } from '../src/all-read-models.ts'

/** Cuts a log into batches whose sizes go round `sizes`. */
function batches(log: readonly LogEvent[], sizes: readonly number[]): LogEvent[][] {
  const cut: LogEvent[][] = []
  for (let from = 0; from < log.length;) {
    const size = sizes[cut.length % sizes.length] ?? 1
    cut.push(log.slice(from, from + size))
    from += size
  }
  return cut
}

/** A schema of its own, written batch by batch. */
export const projectedIn = async (client: ClientBase, log: readonly LogEvent[], sizes: readonly number[]): Promise<Progress> =>
  projectedOn(client, await beginEmpty(productReadModels, client), log, sizes)

/** A schema that is there, written on. */
export async function projectedOn(
  client: ClientBase,
  from: Progress,
  log: readonly LogEvent[],
  sizes: readonly number[],
): Promise<Progress> {
  let progress = from
  for (const events of batches(log, sizes)) {
    const result = await projectBatch(productReadModels, client, progress, { events, through: events.at(-1)?.position ?? null })
    if (!result.ok) throw new Error(JSON.stringify(result))
    progress = result.progress
  }
  return progress
}

/** A schema of its own, built as a rebuild does. */
export async function rebuiltIn({ client, connect }: GivenDatabase, log: readonly LogEvent[], sizes: readonly number[]): Promise<Progress> {
  const load = loadInBulk(productReadModels, client, await beginBuild(client), connect)
  for (const events of batches(log, sizes)) await load.add({ events, through: events.at(-1)?.position ?? null })
  const finished = await load.finish()
  if (!finished.ok) throw new Error(finished.reason)
  return finished.progress
}

export const makeCurrent = async (client: ClientBase, progress: Progress): Promise<void> => {
  await switchTo(client, progress, { stepBack: true, whileBothStand: async () => {} })
}
