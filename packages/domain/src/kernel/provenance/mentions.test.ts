import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { actors, days, recorded } from '../../../testing/recommendation/examples.ts'
import { mentionsIn, mentionsOf } from './mentions.ts'

const other = 'recommendation-example-borough.0d6e5a3e-7d52-4a57-9f0e-6a3f5d1f5b6a'
const report = 'report-national.1d6e5a3e-7d52-4a57-9f0e-6a3f5d1f5b6b'

describe('the ids that something mentions', () => {
  test.each<[string, unknown, readonly string[]]>([
    ['a field', { by: other, reason: 'Said better there' }, [other]],
    ['a field of a part', { target: { kind: 'FINDING', report, id: 'F1' } }, [report]],
    ['a list', { items: [other, report, other] }, [other, report]],
    ['words', { words: `See ${other}, and /recommendations/${report}?asAt=1` }, [other, report]],
    ['capitals', { words: other.toUpperCase() }, [other]],
    ['neither an entry nor a person', { entry: other.slice(-36), holder: `person-${other.slice(-36)}` }, []],
    ['nothing', null, []],
  ])('in %s', (_where, value, expected) => expect(mentionsIn(value)).toEqual(expected))

  test('are found wherever they stand in whatever shape', () => {
    const shape = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.constant(other),
        fc.string(),
        fc.array(tie('value')),
        fc.dictionary(fc.string(), tie('value')),
      ),
    })).value
    fc.assert(fc.property(shape, (value) => mentionsIn(value).includes(other) === JSON.stringify(value).includes(other)))
  })

  test('take no longer than the text is long', () => expect(mentionsIn('a-'.repeat(200_000))).toEqual([]))
})

test('a correction mentions what the entry mentions that it corrects, through any number of corrections', () => {
  const marks = { actor: actors.officer, effectiveOn: days.meeting }
  const link = recorded({ type: 'RecommendationSuperseded', data: { by: other, reason: 'x' } }, 0, marks)
  const correct = (entry: string, revision: number) =>
    recorded({ type: 'EntryCorrected', data: { entry, reason: 'Not so', change: { kind: 'VOID' } } }, revision, marks)
  const first = correct(link.eventId, 1)
  const second = correct(first.eventId, 2)
  const strange = correct('not-there', 3)
  const events = [link, first, second, strange]
  expect(events.map((event) => mentionsOf(event, events))).toEqual([[other], [other], [other], []])
})
