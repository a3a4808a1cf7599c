import type { ClientBase } from 'pg'
import { beginBuild, beginEmpty } from '../src/building/build.ts'
import { switchTo } from '../src/building/switch-to.ts'
import { loadInBulk } from '../src/building/load-in-bulk.ts'
import type { Progress } from '../src/position/progress.ts'
import { projectBatch } from '../src/projecting/project-batch.ts'
import type { ReadModel } from '../src/read-model/read-model.ts'
import type { LogEvent } from '../src/timeline/log-event.ts'
import type { GivenDatabase } from './given-database.ts'

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

/** The log of a test in tables of some read models. */
export type GivenProjection = {
  /** A schema of its own, written batch by batch. */
  projectedIn(client: ClientBase, log: readonly LogEvent[], sizes: readonly number[]): Promise<Progress>
  /** A schema that is there, written on. */
  projectedOn(client: ClientBase, from: Progress, log: readonly LogEvent[], sizes: readonly number[]): Promise<Progress>
  /** A schema of its own, built as a rebuild does. */
  rebuiltIn(database: GivenDatabase, log: readonly LogEvent[], sizes: readonly number[]): Promise<Progress>
}

export function givenProjection(models: readonly ReadModel[]): GivenProjection {
  const given: GivenProjection = {
    projectedIn: async (client, log, sizes) => given.projectedOn(client, await beginEmpty(client, models), log, sizes),
    async projectedOn(client, from, log, sizes) {
      let progress = from
      for (const events of batches(log, sizes)) {
        const result = await projectBatch(client, progress, { events, through: events.at(-1)?.position ?? null }, { models })
        if (!result.ok) throw new Error(JSON.stringify(result))
        progress = result.progress
      }
      return progress
    },
    async rebuiltIn({ client, connect }, log, sizes) {
      const load = loadInBulk(client, await beginBuild(client, models), { models, connect })
      for (const events of batches(log, sizes)) await load.add({ events, through: events.at(-1)?.position ?? null })
      const finished = await load.finish()
      if (!finished.ok) throw new Error(finished.reason)
      return finished.progress
    },
  }
  return given
}

export const makeCurrent = async (client: ClientBase, progress: Progress): Promise<void> => {
  await switchTo(client, progress, { stepBack: true, whileBothStand: async () => {} })
}
