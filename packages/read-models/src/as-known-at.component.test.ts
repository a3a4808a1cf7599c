import type { OfficeEvent, PolicyEvent, Recorded, RecommendationEvent, RecommendationState, ReportEvent } from '@outstanding/domain'
import {
  baselineOn,
  historyAt,
  officeDecider,
  policyDecider,
  policyOn,
  positionOf,
  recommendationDecider,
  reportDecider,
} from '@outstanding/domain'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createDatabase } from '../../../test/support/database.ts'
import { givenDatabase, givenProjection, makeCurrent } from '@outstanding/projection/testing'
import { allReadModels } from './all-read-models.ts'
import { officesById } from './offices/queries.ts'
import { arbitraryLog } from '../testing/arbitrary-log.ts'
import { arbitraryDay, authority, officeStreams, recommendationStreams, reportStreams } from '../testing/arbitrary-names.ts'
import type { LogEvent, Snapshot } from '@outstanding/projection'
import { asKnownAt, readModelVersion, takeEpoch } from '@outstanding/projection'
import { countBySchedule, listRecommendations, recommendationsById } from './recommendation-list/queries.ts'
import type { Recommendation } from './recommendation-list/recommendation.ts'
import { findingsOf, judgementsOf, reportsById } from './reports/queries.ts'

/** How many logs, each asked in `timesALog` pairs of times for every recommendation there is. */
const logs = process.env['OUTSTANDING_LONG'] ? 100 : 8
const timesALog = 320
const maxEvents = 150

const database = givenDatabase(createDatabase)
const { projectedIn, projectedOn, rebuiltIn } = givenProjection(allReadModels)

const someTimes = fc.array(fc.tuple(fc.integer({ min: -1, max: maxEvents }), arbitraryDay), { minLength: timesALog, maxLength: timesALog })

describe('what is read in two times', () => {
  it('is what the beginning of the log known then folds to on that day', { timeout: 1_200_000 }, async () => {
    let compared = 0
    await fc.assert(
      fc.asyncProperty(arbitraryLog(maxEvents, 60), someTimes, async (log, times) => {
        await makeCurrent(database.client, await projectedIn(database.client, log, [7, 40]))
        await database.models.read(async (snapshot) => {
          for (const [index, day] of times) compared += await compareWithFold(snapshot, log, index, day)
        })
      }),
      { numRuns: logs },
    )
    expect(compared).toBeGreaterThan(10_000)
  })

  it('stays the same, letter by letter, whatever is recorded later and however often it is rebuilt', { timeout: 1_200_000 }, () =>
    fc.assert(
      fc.asyncProperty(arbitraryLog(120, 80), fc.array(arbitraryDay, { minLength: 3, maxLength: 3 }), async (log, days) => {
        const half = log.length >> 1
        const answers = async (): Promise<string> =>
          database.models.read(async (snapshot) =>
            JSON.stringify(await Promise.all(days.map((day) => answerOf(asKnownAt(snapshot, half - 1), day)))),
          )
        const first = await projectedIn(database.client, log.slice(0, half), [11])
        await makeCurrent(database.client, first)
        const before = await answers()
        await projectedOn(
          database.client,
          (await takeEpoch(database.client, readModelVersion(allReadModels))) ?? first,
          log.slice(half),
          [5, 30],
        )
        expect(await answers()).toBe(before)
        await makeCurrent(database.client, await rebuiltIn(database, log, [64]))
        expect(await answers()).toBe(before)
      }),
      { numRuns: 4 },
    ),
  )
})

async function answerOf(snapshot: Snapshot, asAt: string): Promise<unknown> {
  const request = { audience: 'ALL', asAt } as const
  return [
    await listRecommendations(snapshot, { ...request, first: 100 }),
    await countBySchedule(snapshot, request),
    await reportsById(snapshot, reportStreams, request),
    await officesById(snapshot, officeStreams, request),
  ]
}

type Known = { readonly factsOf: (stream: string) => readonly Recorded<never>[] }

async function compareWithFold(snapshot: Snapshot, log: readonly LogEvent[], index: number, day: string): Promise<number> {
  const past = asKnownAt(snapshot, index)
  const known = log.slice(0, index + 1)
  const factsOf: Known['factsOf'] = (stream) =>
    known.flatMap(({ content }) => (content.kind === 'FACT' && content.event.stream === stream ? [content.event as Recorded<never>] : []))
  const request = { audience: 'ALL', asAt: day } as const
  const items = await recommendationsById(past, recommendationStreams, request)
  for (const [at, stream] of recommendationStreams.entries()) expectItem(items[at] ?? null, stream, day, { factsOf })
  // What changes seldom need not be asked as often.
  if (index % 8 > 0) return items.length
  await compareReports(past, day, { factsOf })
  const offices = await officesById(past, officeStreams, request)
  for (const [at, stream] of officeStreams.entries()) {
    const state = historyAt(officeDecider, factsOf(stream) as readonly Recorded<OfficeEvent>[], null, day)
    expect(offices[at]?.name ?? null).toBe(state.created ? state.name : null)
    expect(offices[at]?.successor ?? null).toBe(state.created ? (state.abolished?.successor ?? null) : null)
    expect(offices[at]?.transfers.length ?? 0).toBe(state.created ? state.transfers.length : 0)
  }
  return items.length
}

function expectItem(row: Recommendation | null, stream: string, day: string, { factsOf }: Known): void {
  const state = historyAt(recommendationDecider, factsOf(stream) as readonly Recorded<RecommendationEvent>[], null, day)
  if (state.kind === 'NOT_ISSUED') return expect(row).toBeNull()
  const policies = historyAt(policyDecider, factsOf(`policy-${authority}`) as readonly Recorded<PolicyEvent>[], null, day)
  const { response, delivery, assessment, schedule, tracking } = positionOf(state, day, policyOn(policies, day))
  expect(row?.position).toMatchObject({ response, delivery, schedule, tracking })
  expect(row?.position.assessment).toMatchObject({ independent: assessment.independent, differs: assessment.differs })
  for (const voice of ['proposed', 'agreed'] as const) {
    expect(row?.position.assessment[voice]?.code).toBe(assessment[voice]?.category)
    expect(row?.position.assessment[voice]?.meaning).toBe(assessment[voice]?.meaning)
  }
  expectRecord(row, state, stream, { factsOf })
}

function expectRecord(row: Recommendation | null, state: RecommendationState, stream: string, { factsOf }: Known): void {
  const { record } = state
  expect(row?.originalCompletionDate).toBe(baselineOn(state))
  expect(row?.revisedCompletionDate).toBe(record.revisedDate)
  expect(row?.themes).toEqual(record.theme === null ? [] : [record.theme])
  expect(row?.owners.map(({ asPrinted, role }) => [asPrinted, role])).toEqual(record.owners.map(({ asPrinted, role }) => [asPrinted, role]))
  expect(row?.withheld).toBe(record.withheld?.reason ?? null)
  expect(row?.mergedInto).toBe(record.merged?.into ?? null)
  if (state.kind === 'ISSUED') expect(row?.title).toBe(state.issued.title)
  expect(row?.revision).toBe(factsOf(stream).length - 1)
}

async function compareReports(past: Snapshot, day: string, { factsOf }: Known): Promise<void> {
  const reports = await reportsById(past, reportStreams, { audience: 'ALL', asAt: day })
  const judgements = await judgementsOf(past, reportStreams, { asAt: day })
  const findings = await findingsOf(past, reportStreams, { asAt: day })
  for (const [at, stream] of reportStreams.entries()) {
    const state = historyAt(reportDecider, factsOf(stream) as readonly Recorded<ReportEvent>[], null, day)
    const known = state.registered ?? state.listed
    expect(reports[at]?.title ?? null).toBe(known?.title ?? null)
    if (known === null) continue
    expect(reports[at]).toMatchObject({ publication: state.publication, withdrawn: state.withdrawn })
    expect(judgements[at]).toEqual(state.judgements.map((judgement) => ({ ...judgement, report: stream })))
    expect(findings[at]).toEqual(state.findings.map((finding) => ({ ...finding, report: stream })))
  }
}
