import { parseStream, registry } from '@outstanding/domain'
import { arbitraryHistory } from '@outstanding/domain/testing'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createDatabase } from '../../../test/support/database.ts'
import { givenDatabase, givenProjection, makeCurrent } from '@outstanding/projection/testing'
import { allReadModels } from './all-read-models.ts'
import { officesById } from './offices/queries.ts'
import { policiesOf } from './policies/queries.ts'
import { listRecommendations } from './recommendation-list/queries.ts'
import { findingsOf, judgementsOf, reportsById } from './reports/queries.ts'
import { findingsOfVisits, listVisits, visitsInReports } from './visits/queries.ts'
import type { LogEvent, Snapshot } from '@outstanding/projection'
import { authority, chosenValues, uuid } from '../testing/arbitrary-names.ts'

const database = givenDatabase(createDatabase)
const { projectedIn, rebuiltIn } = givenProjection(allReadModels)
const long = Boolean(process.env['OUTSTANDING_LONG'])
const runs = long ? 200 : 12
/** So few runs would not reach every aggregate each time; the long ones are random. */
const seed = long ? undefined : 20_261_129
const eventsAStream = 100

const names = registry.all
const streams = names.map(({ name, streams: naming }) =>
  naming === 'AUTHORITY' ? `${name}-${authority}` : naming === 'ID' ? `${name}-${uuid(1)}` : `${name}-${authority}.${uuid(1)}`,
)

/** One stream of every aggregate with whatever its commands and corrections were accepted, one stream after the other. */
const acceptedLog: fc.Arbitrary<readonly LogEvent[]> = fc
  .tuple(
    ...names.map((aggregate, at) =>
      arbitraryHistory(aggregate, streams[at] ?? '', (revision) => uuid(1_000 + at * eventsAStream + revision), chosenValues),
    ),
  )
  .map((histories) =>
    histories.flat().map((event, index): LogEvent => {
      const placed = { ...event, position: String(index + 1) }
      const { stream, revision, eventId, type, position, recordedAt } = placed
      return { stream, revision, eventId, type, position, recordedAt, content: { kind: 'FACT', event: placed } }
    }),
  )

it(
  'no accepted sequence of commands and corrections gives an event that a projection or a list refuses',
  { timeout: 1_200_000 },
  async () => {
    const projected = new Map<string, number>()
    let corrections = 0
    await fc.assert(
      fc.asyncProperty(acceptedLog, fc.constantFrom('2017-05-02', '2018-02-14', '2026-11-22'), async (log, asAt) => {
        await makeCurrent(database.client, await projectedIn(database.client, log, [9, 30]))
        await database.models.read((snapshot) => readAll(snapshot, asAt))
        await rebuiltIn(database, log, [50])
        for (const { stream, type } of log) {
          const name = parseStream(stream)?.aggregate ?? ''
          projected.set(name, (projected.get(name) ?? 0) + 1)
          if (type === 'EntryCorrected') corrections += 1
        }
      }),
      { numRuns: runs, seed },
    )
    expect([...projected.keys()].toSorted()).toEqual(names.map(({ name }) => name).toSorted())
    expect(corrections).toBeGreaterThan(runs)
  },
)

async function readAll(snapshot: Snapshot, asAt: string): Promise<void> {
  const request = { audience: 'ALL', asAt } as const
  expect((await listRecommendations(snapshot, { ...request, first: 100 })).ok).toBe(true)
  await reportsById(snapshot, streams, request)
  await judgementsOf(snapshot, streams, { asAt })
  await findingsOf(snapshot, streams, { asAt })
  expect((await listVisits(snapshot, { ...request, first: 100 })).ok).toBe(true)
  await findingsOfVisits(snapshot, streams, { asAt })
  await visitsInReports(snapshot, streams, request)
  await officesById(snapshot, streams, request)
  await policiesOf(snapshot, authority)
}
