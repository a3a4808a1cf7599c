import type { Recorded, RecommendationEvent } from '@outstanding/domain'
import { registry, replaceTexts } from '@outstanding/domain'
import { arbitraryHistory } from '@outstanding/domain/testing'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { positionRowOf } from './recommendation-positions.ts'

const stream = 'recommendation-example-borough.0d8a1c52-3b1f-4e58-9f7e-1a2b3c4d5e6f'
const recommendation = registry.aggregate('recommendation')
type Events = readonly Recorded<RecommendationEvent>[]

/** As who has no keys reads the history: of a correction, every text that the entry corrected declares. */
const withoutTexts = (events: Events): Events =>
  events.map((event) => {
    const corrected = events.find(({ eventId }) => event.type === 'EntryCorrected' && eventId === event.data.entry)
    const inner = corrected === undefined ? [] : [recommendation.events[corrected.type] ?? {}]
    const data = replaceTexts(recommendation.events[event.type] ?? {}, event.data, () => 'sealed', inner)
    return { ...event, data } as unknown as Recorded<RecommendationEvent>
  })

test('no position follows from a text: who has no keys finds the same', () => {
  const histories = arbitraryHistory(recommendation, stream, (revision) => `e${revision}`)
  fc.assert(
    fc.property(histories, (history) => {
      const events = history as unknown as Events
      expect(positionRowOf(stream, withoutTexts(events), '2026-06-30')).toEqual(positionRowOf(stream, events, '2026-06-30'))
    }),
    { numRuns: 40 },
  )
})
