import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IsoDate, Recorded } from '../../envelope.ts'
import { historyAt } from '../history/history-at.ts'
import { anyDay, anyEvents } from '../../../testing/recommendation/arbitrary-facts.ts'
import type { RecommendationEvent } from '../../recommendation/events.ts'
import { actors, days, decisionAt, recorded } from '../../../testing/recommendation/examples.ts'
import type { RecommendationAttribute } from '../../recommendation/attribute-names.ts'
import { recommendationAttributes } from '../../recommendation/attributes.ts'
import { byName, nameOf, sameValue } from './attribute.ts'
import { provenanceOf } from './provenance-of.ts'

type Event = Recorded<RecommendationEvent>
const on = (asAt: IsoDate) => recommendationAttributes({ asAt, dueSoonDays: 45 })
const log = (...facts: readonly (readonly [IsoDate, RecommendationEvent])[]): readonly Event[] =>
  facts.map(([effectiveOn, fact], revision) => recorded(fact, revision, { effectiveOn, actor: actors.officer }))
const sourcesOf = (events: readonly Event[], field: RecommendationAttribute, asAt: IsoDate = days.meeting) =>
  provenanceOf(on(asAt), events, asAt, (value) => value.field === field).map(({ value, by, corrected }) => ({ value, by, corrected }))

const theme = (words: string): RecommendationEvent => ({ type: 'ThemeAssigned', data: { theme: words } })
const correction = (entry: string, change: object): RecommendationEvent =>
  ({ type: 'EntryCorrected', data: { entry, reason: 'mistyped', change } }) as RecommendationEvent
const replace = (fields: object, effectiveOn?: IsoDate) => ({ kind: 'REPLACE', fields, ...(effectiveOn && { effectiveOn }) })
const step = (type: string, actionId: string, more: object = {}) => ({ type, data: { actionId, ...more } }) as RecommendationEvent
const update = (claim: 'IN_PROGRESS' | 'COMPLETE' | null): RecommendationEvent => ({
  type: 'ProgressUpdated',
  data: { updateId: 'u', words: 'an update', claim, completedOn: null, reportedTo: null },
})
const revised = (requestId: string, date: IsoDate): RecommendationEvent => ({
  type: 'CompletionDateRevisionApproved',
  data: { requestId, date, decision: decisionAt('2017-09-13') },
})
const concluded: RecommendationEvent = {
  type: 'TrackingConcluded',
  data: {
    reason: 'NO_LONGER_APPLICABLE',
    explanation: 'gone',
    supersededBy: null,
    partsLeftOpen: [],
    lookAgainOn: null,
    decision: decisionAt('2017-09-13'),
  },
}
const tracked: RecommendationEvent = { type: 'TrackingTakenOn', data: { decision: decisionAt('2017-04-04') } }
const reopened: RecommendationEvent = {
  type: 'TrackingReopened',
  data: { reason: 'again', newDate: '2017-12-31', decision: decisionAt('2017-09-13') },
}

describe('which event said so', () => {
  it('is the last that made it so, and all that had said the same', () => {
    expect(sourcesOf(log(['2017-05-01', theme('a')], ['2017-05-02', theme('b')]), 'THEME')).toEqual([
      { value: 'b', by: ['event-1'], corrected: [] },
    ])
    const twice = log(['2017-05-01', theme('a')], ['2017-05-02', theme('b')], ['2017-05-03', theme('b')])
    expect(sourcesOf(twice, 'THEME')).toEqual([{ value: 'b', by: ['event-1', 'event-2'], corrected: [] }])
  })
  it('is asked as at a day: a later one has not spoken yet, and one that was entered late has', () => {
    const late = log(['2017-05-02', theme('b')], ['2017-05-01', theme('a')])
    expect(sourcesOf(late, 'THEME')).toEqual([{ value: 'b', by: ['event-0'], corrected: [] }])
    expect(sourcesOf(late, 'THEME', '2017-05-01')).toEqual([{ value: 'a', by: ['event-1'], corrected: [] }])
  })
  it('is the correction where it replaced the value, with the entry it corrected', () => {
    const events = log(['2017-05-01', theme('helth')], ['2017-05-02', correction('event-0', replace({ theme: 'health' }))])
    expect(sourcesOf(events, 'THEME')).toEqual([{ value: 'health', by: ['event-1'], corrected: ['event-0'] }])
  })
  it('is the entry still, where a correction replaced something else', () => {
    const owner = { type: 'OwnerAssigned', data: { owner: 'office-1', name: 'X', role: 'PARTNER', asPrinted: null } } as const
    const events = log(['2017-05-01', owner], ['2017-05-01', theme('a')], ['2017-05-02', correction('event-0', replace({ name: 'Y' }))])
    expect(sourcesOf(events, 'THEME')).toEqual([{ value: 'a', by: ['event-1'], corrected: [] }])
    expect(sourcesOf(events, 'OWNER')).toMatchObject([{ by: ['event-2'], corrected: ['event-0'] }])
  })
  it('is both corrections where the second keeps what the first corrected', () => {
    const events = log(
      ['2017-05-01', theme('helth')],
      ['2017-05-02', correction('event-0', replace({ theme: 'health' }))],
      ['2017-05-03', correction('event-0', replace({ theme: 'health' }, '2017-04-30'))],
    )
    expect(sourcesOf(events, 'THEME')).toEqual([{ value: 'health', by: ['event-1', 'event-2'], corrected: ['event-0'] }])
  })
  it('is the correction, too, that makes void what said otherwise', () => {
    const voided = log(['2017-09-13', concluded], ['2017-09-14', correction('event-0', { kind: 'VOID' })], ['2017-04-04', tracked])
    expect(sourcesOf(voided, 'TRACKING')).toEqual([{ value: 'OPEN', by: ['event-1', 'event-2'], corrected: ['event-0'] }])
    const reopenedToo = log(
      ['2017-09-13', concluded],
      ['2017-09-13', reopened],
      ['2017-09-13', concluded],
      ['2017-09-14', correction('event-2', { kind: 'VOID' })],
      ['2017-04-04', tracked],
    )
    expect(sourcesOf(reopenedToo, 'TRACKING')).toEqual([{ value: 'OPEN', by: ['event-1', 'event-3'], corrected: ['event-2'] }])
  })
  it('is nobody, where it stands so from the beginning', () =>
    expect(sourcesOf(log(['2017-05-01', theme('a')]), 'TRACKING')).toEqual([{ value: 'NOT_TRACKED', by: [], corrected: [] }]))
  it('of delivery, is every completion that it follows from, or the claim', () => {
    const actions = log(
      ['2017-05-01', step('ActionPlanned', 'a', { description: 'x', dueOn: null, lead: null })],
      ['2017-05-01', step('ActionPlanned', 'b', { description: 'y', dueOn: null, lead: null })],
      ['2017-05-02', step('ActionCompleted', 'a', { words: null })],
      ['2017-05-03', step('ActionCompleted', 'b', { words: null })],
    )
    expect(sourcesOf(actions, 'DELIVERY')).toMatchObject([{ value: 'CLAIMED_COMPLETE', by: ['event-2', 'event-3'] }])
    const claimed = log(['2017-05-01', update('IN_PROGRESS')], ['2017-05-02', update('COMPLETE')], ['2017-05-03', update(null)])
    expect(sourcesOf(claimed, 'DELIVERY')).toMatchObject([{ value: 'CLAIMED_COMPLETE', by: ['event-1'] }])
    expect(sourcesOf(claimed, 'DELIVERY', '2017-05-01')).toMatchObject([{ value: 'IN_PROGRESS', by: ['event-0'] }])
  })
  it('of the schedule, is every date and decision that it follows from', () => {
    const agreed = { type: 'CompletionDateAgreed', data: { date: '2017-10-01', decision: decisionAt('2017-09-13') } } as const
    const events = log(
      ['2017-09-13', agreed],
      ['2017-09-14', revised('r', '2017-12-01')],
      ['2018-03-01', concluded],
      ['2018-04-01', reopened],
      ['2017-04-04', tracked],
    )
    expect(sourcesOf(events, 'SCHEDULE')).toMatchObject([{ value: 'OVERDUE', by: ['event-0', 'event-1'] }])
    expect(sourcesOf(events, 'SCHEDULE', '2018-03-01')).toMatchObject([{ value: 'ENDED', by: ['event-2'] }])
    expect(sourcesOf(events, 'SCHEDULE', '2018-04-01')).toMatchObject([{ value: 'OVERDUE', by: ['event-0', 'event-3'] }])
  })
})

describe('of any history, on any day', () => {
  const initial = byName(on(days.meeting).values(on(days.meeting).initial))
  it('every value that is not so from the beginning has a source, and without its sources is another', () =>
    fc.assert(
      fc.property(anyEvents, anyDay, (events, asAt) => {
        const reader = on(asAt)
        for (const one of provenanceOf(reader, events, asAt)) {
          if (!sameValue(one.value, initial.get(nameOf(one))?.value)) expect([one, one.by.length]).not.toEqual([one, 0])
          if (one.by.length === 0) continue
          const left = events.filter(({ eventId }) => !one.by.includes(eventId))
          const value = byName(reader.values(historyAt(reader as never, left, null, asAt))).get(nameOf(one))?.value
          expect([one, sameValue(one.value, value)]).toEqual([one, false])
        }
      }),
      { numRuns: 150 },
    ))
  it('what is named was recorded, once, and is of that day or a correction', () =>
    fc.assert(
      fc.property(anyEvents, anyDay, (events, asAt) => {
        const ids = new Set(events.map(({ eventId }) => eventId))
        for (const { by, corrected } of provenanceOf(on(asAt), events, asAt)) {
          expect(new Set([...by, ...corrected]).size).toBe(by.length + corrected.length)
          for (const id of by) expect(ids).toContain(id)
        }
      }),
      { numRuns: 60 },
    ))
})
