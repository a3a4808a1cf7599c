import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryHistory } from '../../../testing/arbitrary-history.ts'
import { provenanceByOmission } from '../../../testing/provenance/provenance-by-omission.ts'
import { anyDay, anyEvents, anyEventsOnOne } from '../../../testing/recommendation/arbitrary-facts.ts'
import { registry } from '../../aggregates.ts'
import type { Recorded } from '../../envelope.ts'
import type { RecommendationEvent } from '../../recommendation/events.ts'
import { recommendationAttributes } from '../../recommendation/attributes.ts'
import { reportAttributes } from '../../report/attributes.ts'
import { provenanceOf } from './provenance-of.ts'

const decided = arbitraryHistory(registry.aggregate('recommendation'), 'recommendation-example.1', (revision) => `event-${revision}`)
const reports = arbitraryHistory(registry.aggregate('report'), 'report-example.1', (revision) => `event-${revision}`)
const as = <T>(events: unknown) => events as readonly Recorded<T & RecommendationEvent>[]

describe('the sources found in a few walks are those found by leaving entries out', () => {
  it('of recorded facts of any types in any order', () =>
    fc.assert(
      fc.property(anyEvents, anyDay, (events, asAt) => {
        const reader = recommendationAttributes({ asAt, dueSoonDays: 45 })
        expect(provenanceOf(reader, events, asAt)).toEqual(provenanceByOmission(reader, events, asAt))
      }),
      { numRuns: 300 },
    ))
  it('of many that say the same or the contrary, and their corrections', () =>
    fc.assert(
      fc.property(anyEventsOnOne, anyDay, (events, asAt) => {
        const reader = recommendationAttributes({ asAt, dueSoonDays: 45 })
        expect(provenanceOf(reader, events, asAt)).toEqual(provenanceByOmission(reader, events, asAt))
      }),
      { numRuns: 300 },
    ))
  it('of decided histories with corrections of corrections and late entries', () =>
    fc.assert(
      fc.property(decided, anyDay, (events, asAt) => {
        const reader = recommendationAttributes({ asAt, dueSoonDays: 45 })
        expect(provenanceOf(reader, as(events), asAt)).toEqual(provenanceByOmission(reader, as(events), asAt))
      }),
      { numRuns: 100 },
    ))
  it('of reports', () =>
    fc.assert(
      fc.property(reports, (events) => {
        expect(provenanceOf(reportAttributes, events as never, null)).toEqual(provenanceByOmission(reportAttributes, events as never, null))
      }),
      { numRuns: 50 },
    ))
})
