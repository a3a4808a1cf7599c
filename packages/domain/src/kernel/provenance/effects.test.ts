import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { effectiveEntries, historyAt } from '../history/history-at.ts'
import { anyDay, anyEvents, orNull } from '../../../testing/recommendation/arbitrary-facts.ts'
import { actors, decisionAt, recorded } from '../../../testing/recommendation/examples.ts'
import { recommendationAttributes } from '../../recommendation/attributes.ts'
import { effectsOf } from './effects.ts'
import { statesAsRecorded } from '../history/states-as-recorded.ts'
import { byName, nameOf, sameValue } from './attribute.ts'

const reader = recommendationAttributes(null)
const effects = (...facts: readonly (readonly [string, string, object])[]) =>
  effectsOf(
    reader,
    facts.map(([effectiveOn, type, data], revision) => recorded({ type, data } as never, revision, { effectiveOn, actor: actors.officer })),
  ).map((changes) => changes.map(({ field, before, after }) => [field, before, after]))
const decision = decisionAt('2017-09-13')

describe('the effect of an event', () => {
  it('is what it changed on the item', () =>
    expect(
      effects(
        ['2017-09-13', 'CompletionDateAgreed', { date: '2018-02-28', decision }],
        ['2017-09-14', 'CompletionDateRevisionApproved', { requestId: 'r', date: '2018-04-30', decision }],
      ),
    ).toEqual([
      [
        ['ORIGINAL_COMPLETION_DATE', null, '2018-02-28'],
        ['DUE_ON', null, '2018-02-28'],
      ],
      [
        ['REVISED_COMPLETION_DATE', null, '2018-04-30'],
        ['DUE_ON', '2018-02-28', '2018-04-30'],
        ['COMPLETION_DATE_REVISION', null, { status: 'APPROVED', date: '2018-04-30', reason: null }],
      ],
    ]))
  it('of a late entry that was overtaken is nothing, and of a correction everything it corrected', () =>
    expect(
      effects(
        ['2017-05-02', 'ThemeAssigned', { theme: 'b' }],
        ['2017-05-01', 'ThemeAssigned', { theme: 'a' }],
        ['2017-06-01', 'EntryCorrected', { entry: 'event-0', reason: 'no', change: { kind: 'VOID' } }],
        ['2017-06-02', 'EntryCorrected', { entry: 'event-2', reason: 'it was right', change: { kind: 'VOID' } }],
      ),
    ).toEqual([[['THEME', null, 'b']], [], [['THEME', 'b', 'a']], [['THEME', 'a', 'b']]]))
})

describe('of any history', () => {
  it('the states after each event are those of a whole fold up to there', () =>
    fc.assert(
      fc.property(anyEvents, orNull(anyDay), (events, asAt) => {
        const states = statesAsRecorded(reader, events, asAt)
        for (const [index, state] of states) expect(state).toEqual(historyAt(reader as never, events.slice(0, index + 1), null, asAt))
      }),
      { numRuns: 200 },
    ))
  it('the effects one after another make the item what it is', () =>
    fc.assert(
      fc.property(anyEvents, (events) => {
        const values = new Map([...byName(reader.values(reader.initial))].map(([name, { value }]) => [name, value]))
        for (const change of effectsOf(reader, events).flat()) {
          expect(sameValue(values.get(nameOf(change)) ?? null, change.before)).toBe(true)
          if (change.after === null) values.delete(nameOf(change))
          else values.set(nameOf(change), change.after)
        }
        const state = effectiveEntries(events, null, null).reduce((so, event) => reader.evolve(so, event), reader.initial)
        expect(values).toEqual(new Map([...byName(reader.values(state))].map(([name, { value }]) => [name, value])))
      }),
      { numRuns: 200 },
    ))
})
