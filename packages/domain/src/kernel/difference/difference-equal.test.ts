import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differenceByFolding } from '../../../testing/provenance/difference-by-folding.ts'
import { anyDay, anyEvents, anyEventsOnOne } from '../../../testing/recommendation/arbitrary-facts.ts'
import { recommendationAttributes } from '../../recommendation/attributes.ts'
import { effectsOf } from '../provenance/effects.ts'
import { nameOf } from '../provenance/attribute.ts'
import { changesBetween, type Change } from './changes.ts'
import { historyAt } from '../history/history-at.ts'
import { differenceOf } from './difference.ts'

const reader = recommendationAttributes(null)
const byNames = <Changed extends Change>(changes: readonly Changed[]) => changes.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
const side = fc.tuple(anyDay, fc.option(fc.nat(14))).map(([asAt, revision]) => ({
  asAt,
  knownAt: revision === null ? null : String(1000 + revision * 10),
  reader: recommendationAttributes({ asAt, dueSoonDays: 45 }),
}))

describe.each([
  ['events of any types', anyEvents],
  ['many that say the same or the contrary', anyEventsOnOne],
])('of %s', (_, anyHistory) => {
  it('the difference is that of all values of every state on the way', () =>
    fc.assert(
      fc.property(anyHistory, side, side, (events, from, to) => {
        const [is, shall] = [differenceOf, differenceByFolding].map((of) => of(events, { from, to, since: from.asAt }))
        expect(is?.events).toEqual(shall?.events)
        expect(byNames(is?.changes ?? [])).toEqual(byNames(shall?.changes ?? []))
      }),
      { numRuns: 200 },
    ))
  it('the effects are what differs between the whole states before and after', () =>
    fc.assert(
      fc.property(anyHistory, (events) => {
        const states = [...events.keys(), events.length].map((count) => historyAt(reader as never, events.slice(0, count), null, null))
        const effects = effectsOf(reader, events)
        for (const [index, effect] of effects.entries()) {
          const whole = changesBetween(reader.values(states[index] as never), reader.values(states[index + 1] as never))
          expect(byNames(effect)).toEqual(byNames(whole))
        }
      }),
      { numRuns: 200 },
    ))
})
