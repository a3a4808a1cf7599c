import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createDatabase } from '../../../test/support/database.ts'
import { givenDatabase, givenProjection, makeCurrent } from '@outstanding/projection/testing'
import { allReadModels } from './all-read-models.ts'
import type { LogEvent, Progress } from '@outstanding/projection'
import {
  allTables,
  beginBuild,
  beginEmpty,
  countByStreams,
  loadInBulk,
  projectBatch,
  readCurrent,
  readModelVersion,
  tableDigests,
  takeEpoch,
} from '@outstanding/projection'
import { countBySchedule, listRecommendations } from './recommendation-list/queries.ts'
import { scheduleStates } from './recommendation-list/recommendation.ts'
import { arbitraryLog } from '../testing/arbitrary-log.ts'
import { arbitraryDay } from '../testing/arbitrary-names.ts'

/** Every run makes whole schemas: many only when asked for. */
const numRuns = process.env['OUTSTANDING_LONG'] ? 200 : 6

const database = givenDatabase(createDatabase)
const { projectedIn, rebuiltIn } = givenProjection(allReadModels)

const sizes = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 5 })

describe('the read models', () => {
  it('are the same whatever the batches, and when rebuilt', { timeout: 1_200_000 }, () =>
    fc.assert(
      fc.asyncProperty(arbitraryLog(150), sizes, sizes, async (log, some, others) => {
        const live = await projectedIn(database.client, log, some)
        const ofLive = await tableDigests(database.client, live.schemas, allTables(allReadModels))
        const again = await rebuiltIn(database, log, others)
        expect(await tableDigests(database.client, again.schemas, allTables(allReadModels))).toEqual(ofLive)
        expect(again).toEqual({ ...live, schema: again.schema, schemas: again.schemas })
        expect(live.events).toBe(log.length)
        expect(await countByStreams(database.client, again.schema)).toBe(log.length)
      }),
      { numRuns },
    ),
  )

  it('count the schedule in SQL as the domain computes it', { timeout: 1_200_000 }, () =>
    fc.assert(
      fc.asyncProperty(arbitraryLog(150), arbitraryDay, async (log, asAt) => {
        await makeCurrent(database.client, await rebuiltIn(database, log, [500]))
        const [counts, listed] = await database.models.read(async (snapshot) => [
          await countBySchedule(snapshot, { audience: 'ALL', asAt }),
          await listRecommendations(snapshot, { audience: 'ALL', asAt, first: 100 }),
        ])
        const nodes = listed.ok ? listed.page.edges.map(({ node }) => node) : []
        for (const state of scheduleStates) {
          const ofState = nodes.filter(({ position }) => position.schedule.state === state)
          expect(counts[state]).toBe(ofState.length)
          const filtered = await database.models.read((snapshot) =>
            listRecommendations(snapshot, { audience: 'ALL', asAt, filter: { schedule: [state] } }),
          )
          expect(filtered.ok && filtered.page.edges.map(({ node }) => node.id)).toEqual(ofState.map(({ id }) => id))
        }
      }),
      { numRuns },
    ),
  )
})

describe('a writer', () => {
  it('is fenced off by the next, and its rows with it', async () => {
    const [log] = fc.sample(arbitraryLog(40, 20), { numRuns: 1, seed: 7 }) as [readonly LogEvent[]]
    await makeCurrent(database.client, await beginEmpty(database.client, allReadModels))
    const first = (await takeEpoch(database.client, readModelVersion(allReadModels))) as Progress
    const second = (await takeEpoch(database.client, readModelVersion(allReadModels))) as Progress
    const batch = { events: log.slice(0, 10), through: '1000000' }
    expect(await projectBatch(database.client, first, batch, { models: allReadModels })).toEqual({ ok: false, why: 'FENCED' })
    expect(await countByStreams(database.client, first.schema)).toBe(0)
    expect(await projectBatch(database.client, second, batch, { models: allReadModels })).toMatchObject({
      ok: true,
      progress: { events: 10 },
    })
    expect(await projectBatch(database.client, second, batch, { models: allReadModels })).toMatchObject({ ok: false, why: 'POISON' })
    expect(await readCurrent(database.client)).toMatchObject({ events: 10, position: '1000000', epoch: second.epoch })
  })

  it('writes nothing of a batch with a gap, and names the event', async () => {
    const [log] = fc.sample(arbitraryLog(60, 40), { numRuns: 1, seed: 11 }) as [readonly LogEvent[]]
    const [stream] = [...Map.groupBy(log, (event) => event.stream).values()].find((events) => events.length > 2) ?? []
    const withGap = log.filter((event) => !(event.stream === stream?.stream && event.revision === 1))
    const progress = await beginEmpty(database.client, allReadModels)
    const result = await projectBatch(database.client, progress, { events: withGap, through: '1000000' }, { models: allReadModels })
    expect(result).toMatchObject({ ok: false, why: 'POISON', poison: { stream: stream?.stream, revision: 2 } })
    expect(await countByStreams(database.client, progress.schema)).toBe(0)
  })

  it('never passes over an event that cannot be read', async () => {
    const [log] = fc.sample(arbitraryLog(20, 5), { numRuns: 1, seed: 3 }) as [readonly [LogEvent, ...LogEvent[]]]
    const damaged: LogEvent = { ...log[0], content: { kind: 'UNREADABLE', reason: 'its type is not known' } }
    const progress = await beginEmpty(database.client, allReadModels)
    const result = await projectBatch(
      database.client,
      progress,
      { events: [damaged, ...log.slice(1)], through: '1000000' },
      { models: allReadModels },
    )
    expect(result).toMatchObject({ ok: false, why: 'POISON', poison: { eventId: damaged.eventId, reason: 'its type is not known' } })
    const load = loadInBulk(database.client, await beginBuild(database.client, allReadModels), {
      models: allReadModels,
      connect: database.connect,
    })
    expect(await load.add({ events: [damaged], through: null })).toMatchObject({ ok: false })
  })
})
