import { describe, expect, it } from 'vitest'
import { example } from '../../testing/recommendation/example-commands.ts'
import { decisionAt, policy, publication, timescales } from '../../testing/recommendation/examples.ts'
import { givenTracked, refusal, type Given } from '../../testing/recommendation/given.ts'
import type { PublicationFacts } from '../report/publication.ts'
import type { Timescale } from '../timescale/timescale.ts'
import { baselineCorrection, baselineDoubt } from './baseline-doubt.ts'
import { assessedBeforeBaselineCorrection } from './on-record.ts'

const published: PublicationFacts = {
  ...publication,
  kind: 'INSPECTION',
  adoptedOn: null,
  publishedOn: '2017-02-06',
  publishedPrecision: 'DAY',
}
const later: PublicationFacts = { ...published, publishedOn: '2017-02-16' }
const issued = (timescale: Timescale, facts = published): Given =>
  givenTracked(example('IssueRecommendation', { on: '2017-02-20', data: { timescale, publication: facts } }))
const corrected = (item: Given, facts: PublicationFacts): Given => {
  if (item.state.kind !== 'ISSUED') throw new Error('not issued')
  return item.and(example('CorrectEntry', { data: { ...baselineCorrection(item.state, facts), reason: 'Dated ten days later', policy } }))
}
const dateOf = ({ state }: Given) => (state.kind === 'ISSUED' ? state.issued.originalCompletionDate : null)

describe('a corrected date of the report', () => {
  it('puts a date in doubt that was counted from it, until the item follows', () => {
    const item = issued(timescales.sixMonths)
    expect([dateOf(item), baselineDoubt(item.state, published)]).toEqual(['2017-08-06', null])
    expect(baselineDoubt(item.state, later)).toEqual({ countedFrom: '2017-02-06', nowCountedFrom: '2017-02-16' })
    const followed = corrected(item, later)
    expect([dateOf(followed), baselineDoubt(followed.state, later)]).toEqual(['2017-08-16', null])
  })
  it('puts no other date in doubt: one that is printed, or none', () => {
    for (const timescale of [timescales.byOctober, timescales.longerTerm, timescales.notGiven])
      expect(baselineDoubt(issued(timescale).state, later)).toBeNull()
  })
  it('can give a date where there was none to count from, and take one away', () => {
    const unknown: PublicationFacts = { ...published, publishedOn: null, publishedPrecision: 'UNKNOWN' }
    const undated = issued(timescales.sixMonths, unknown)
    expect([dateOf(undated), baselineDoubt(undated.state, later)]).toEqual([null, { countedFrom: null, nowCountedFrom: '2017-02-16' }])
    expect(dateOf(corrected(undated, later))).toBe('2017-08-16')
    const item = issued(timescales.sixMonths)
    expect(baselineDoubt(item.state, unknown)).toEqual({ countedFrom: '2017-02-06', nowCountedFrom: null })
    expect(dateOf(corrected(item, unknown))).toBeNull()
  })
  it('is read again where the printed words were counted in days', () => {
    const tenDays = { asPrinted: 'Within ten days', grade: 'BY_DATE', months: null, date: '2017-02-16', datePrecision: 'DAY' } as const
    const item = issued(tenDays)
    expect(dateOf(item)).toBe('2017-02-16')
    expect(dateOf(corrected(item, later))).toBe('2017-02-26')
  })
  it('is not that of an adoption which came after the issue', () => {
    const scrutiny: PublicationFacts = { ...published, kind: 'SCRUTINY' }
    const item = issued(timescales.sixMonths, scrutiny)
    expect(baselineDoubt(item.state, { ...scrutiny, adoptedOn: '2017-04-04' })).toBeNull()
    expect(baselineDoubt(item.state, { ...scrutiny, adoptedOn: '2017-02-19' })).toEqual({
      countedFrom: '2017-02-06',
      nowCountedFrom: '2017-02-19',
    })
    const adopted = issued(timescales.sixMonths, { ...scrutiny, adoptedOn: '2017-02-19' })
    expect(baselineDoubt(adopted.state, { ...scrutiny, adoptedOn: '2017-04-04' })).not.toBeNull()
  })
  it('flags what was proposed, decided and concluded on the old date, and decides nothing again', () => {
    const onTime = { category: '2', completedOn: '2017-08-10', anticipatedCompletionDate: null, evidence: ['evidence-1'] }
    const item = issued(timescales.sixMonths).and(
      example('AttachEvidence', { on: '2017-08-10' }),
      example('MakeCommitteeAssessment', { data: { ...onTime, insteadOf: null } }),
      example('ConcludeTracking', { data: { reason: 'ACHIEVED' } }),
    )
    expect(assessedBeforeBaselineCorrection(item.state)).toEqual([])
    expect(assessedBeforeBaselineCorrection(item.state, true)).toEqual(['event-3', 'event-4'])
    const followed = corrected(item, later)
    expect(assessedBeforeBaselineCorrection(followed.state)).toEqual(['event-3', 'event-4'])
    expect(followed.state.record.trackedBy[0]?.assessment?.category).toBe('2')
    // Decided now, it would have been on time.
    const again = example('MakeCommitteeAssessment', {
      on: '2018-03-01',
      data: { ...onTime, insteadOf: null, decision: decisionAt('2018-03-01') },
    })
    expect(
      refusal(corrected(issued(timescales.sixMonths).and(example('AttachEvidence', { on: '2017-08-10' })), later).when(again)),
    ).toEqual(['completedLate', 'category'])
  })
})
