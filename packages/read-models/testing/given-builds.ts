import { categoryOf } from '@outstanding/domain'
import fc from 'fast-check'
import type { Current, LogEvent, Placed, Progress, ReadModel } from '@outstanding/projection'
import {
  allTables,
  buildSome,
  categoriesOf,
  countEvents,
  isCurrent,
  planBuild,
  readCurrent,
  readModelVersion,
  tableDigests,
  takeEpoch,
  versionsOf,
} from '@outstanding/projection'
import type { GivenDatabase } from '@outstanding/projection/testing'
import { givenProjection, makeCurrent } from '@outstanding/projection/testing'
import { expect } from 'vitest'
import { allReadModels } from '../src/all-read-models.ts'
import { arbitraryLog } from './arbitrary-log.ts'

export const logs = arbitraryLog(150, 40)

/** Whether it gives every read model a row of today, so that no comparison is of nothing. */
function hasRowsOfAll(log: readonly LogEvent[]): boolean {
  const { facts } = countEvents(log, { events: 0, foreignEvents: 0, recordedAt: null })
  const histories = [...Map.groupBy(facts, ({ event }) => event.stream)].map(([stream, events]) => ({ stream, events }))
  return allReadModels.every((model) =>
    histories
      .filter(({ stream }) => categoryOf(stream) === model.category)
      .some((history) => versionsOf(model, history).some(({ to, knownTo }) => to === null && knownTo === null)),
  )
}
export const fixedLog = fc.sample(logs, { numRuns: 200, seed: 20 }).find(hasRowsOfAll) ?? []

/** A log as read for some read models: streams that none of them reads are none of theirs. */
export const readFor = (models: readonly ReadModel[], log: readonly LogEvent[]): readonly LogEvent[] =>
  log.map((event) => (categoriesOf(models).has(categoryOf(event.stream)) ? event : { ...event, content: { kind: 'FOREIGN' } }))

export type GivenBuilds = {
  current(): Promise<Current>
  /** Makes a log current in the read models of this release, whose writer is at work. */
  givenCurrent(log: readonly LogEvent[]): Promise<Progress>
  /** As the projector of a release does at its start. */
  buildFor(models: readonly ReadModel[], connect?: GivenDatabase['connect']): Promise<Placed>
  /** Where each row lies and which transaction wrote it: one that is written again has another place. */
  placesOf(models: readonly ReadModel[]): Promise<ReadonlyMap<string, unknown>>
  /** What is current has the rows that a rebuild of everything from the log gives. */
  expectSameAsRebuilt(log: readonly LogEvent[], models: readonly ReadModel[]): Promise<void>
}

/** Rebuilding some read models in a test's database. */
export function givenBuilds(database: GivenDatabase): GivenBuilds {
  const digestsOf = ({ schemas }: Progress, models: readonly ReadModel[]) => tableDigests(database.client, schemas, allTables(models))

  async function current(): Promise<Current> {
    const found = await readCurrent(database.client)
    if (!found) throw new Error('nothing is current')
    return found
  }
  return {
    current,
    async givenCurrent(log) {
      await makeCurrent(database.client, await givenProjection(allReadModels).projectedIn(database.client, log, [17, 4]))
      return (await takeEpoch(database.client, readModelVersion(allReadModels))) as Progress
    },
    async buildFor(models, connect = database.connect) {
      const found = await current()
      const plan = await planBuild(database.client, found, models)
      if (plan.kind !== 'SOME') throw new Error(`the plan is to build ${plan.kind}`)
      return buildSome(database.client, found, { ...plan, models, connect })
    },
    async placesOf(models) {
      const { schemas } = await current()
      const places = new Map<string, unknown>()
      for (const { name } of allTables(models)) {
        const { rows } = await database.client.query(`select ctid::text, xmin::text from ${schemas.get(name)}.${name} order by ctid`)
        places.set(`${schemas.get(name)}.${name}`, rows)
      }
      return places
    },
    async expectSameAsRebuilt(log, models) {
      const rebuilt = await givenProjection(models).rebuiltIn(database, readFor(models, log), [64])
      const built = await current()
      expect(await digestsOf(built, models)).toEqual(await digestsOf(rebuilt, models))
      expect(built).toMatchObject({ events: rebuilt.events, foreignEvents: rebuilt.foreignEvents, recordedAt: rebuilt.recordedAt })
      expect(isCurrent(built, models)).toBe(true)
    },
  }
}
