import { expect, test } from 'vitest'
import { provenanceByOmission } from '../../../testing/provenance/provenance-by-omission.ts'
import { actors, recorded } from '../../../testing/recommendation/examples.ts'
import type { Recorded } from '../../envelope.ts'
import type { RecommendationEvent } from '../../recommendation/events.ts'
import { recommendationAttributes } from '../../recommendation/attributes.ts'
import { differenceOf } from '../difference/difference.ts'
import type { AttributeReader, Value } from './attribute.ts'
import { effectsOf } from './effects.ts'
import { provenanceOf } from './provenance-of.ts'

type Events = readonly Recorded<RecommendationEvent>[]
const asAt = '2018-12-31'

const update = (revision: number): readonly [string, object] => [
  'ProgressUpdated',
  { updateId: `u-${revision}`, words: 'going on', claim: 'IN_PROGRESS', completedOn: null, reportedTo: null },
]
const progress = (revision: number): readonly [string, object] => [
  'ActionProgressed',
  { actionId: `action-${Math.floor(revision / 2)}`, words: 'going on' },
]
const wordsCorrected = (revision: number): readonly [string, object] =>
  revision % 2 === 0
    ? update(revision)
    : ['EntryCorrected', { entry: `event-${revision - 1}`, reason: 'mistyped', change: { kind: 'REPLACE', fields: { words: 'gone on' } } }]
const historyOf = (count: number, each: (revision: number) => readonly [string, object]): Events =>
  Array.from({ length: count }, (_, revision) => {
    const [type, data] = each(revision)
    return recorded({ type, data } as RecommendationEvent, revision, { effectiveOn: '2018-01-01', actor: actors.officer })
  })

type Reader = ReturnType<typeof recommendationAttributes>

/** A reader that counts how often it folds an entry, and how many values it reads. */
const counting = () => {
  const steps = { folded: 0, read: 0 }
  const reader = recommendationAttributes({ asAt, dueSoonDays: 45 })
  const counted =
    <State>(values: (state: State) => readonly Value[]) =>
    (state: State) => {
      const all = values(state)
      steps.read += 1 + all.length
      return all
    }
  const evolve: AttributeReader<never, never>['evolve'] = (state, event) => {
    steps.folded += 1
    return (reader.evolve as typeof evolve)(state, event)
  }
  const facets = reader.facets?.map((facet) => ({ ...facet, values: counted(facet.values) }))
  return { steps, reader: { ...reader, evolve, values: counted(reader.values), facets } as unknown as Reader }
}

const stepsOf = (work: (reader: Reader) => unknown): number => {
  const { steps, reader } = counting()
  work(reader)
  return steps.folded + steps.read
}

const side = (reader: Reader, knownAt: string | null) => ({ asAt, knownAt, reader })

test.each([
  ['updates that all claim the same', update],
  ['actions that go on', progress],
  ['updates whose words were corrected', wordsCorrected],
])('a history of %s that is eight times as long costs eight times the steps, and no more', (_, each) => {
  const [short, long] = [historyOf(100, each), historyOf(800, each)]
  for (const work of [
    (events: Events) => (reader: Reader) => provenanceOf(reader, events, asAt),
    (events: Events) => (reader: Reader) => effectsOf(reader, events),
    (events: Events) => (reader: Reader) => differenceOf(events, { from: side(reader, '999'), to: side(reader, null), since: asAt }),
  ]) {
    const [few, many] = [stepsOf(work(short)), stepsOf(work(long))]
    expect(few).toBeGreaterThan(0)
    expect(many).toBeLessThanOrEqual(9 * few)
    expect(many).toBeLessThan(50 * long.length)
  }
})

test('leaving one entry out after another would cost more than that, and names the same', () => {
  const [short, long] = [historyOf(10, update), historyOf(80, update)]
  const omission = (events: Events) => stepsOf((reader) => provenanceByOmission(reader, events, asAt))
  expect(omission(long)).toBeGreaterThan(18 * omission(short))
  const reader = recommendationAttributes({ asAt, dueSoonDays: 45 })
  expect(provenanceOf(reader, long, asAt)).toEqual(provenanceByOmission(reader, long, asAt))
})
