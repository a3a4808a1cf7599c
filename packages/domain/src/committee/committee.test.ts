import { describe, expect, it } from 'vitest'
import { on, scenario } from '../../testing/scenario.ts'
import { abolishCommittee, establishCommittee, renameCommittee } from '../../testing/committee/examples.ts'
import { committeeDecider } from './decide.ts'

const stream = 'committee-example-borough.0f7a1d0e-2c11-5a53-8a0c-6c3c6a7b9d10'
const committees = scenario(committeeDecider, stream)
const correct = (entry: string, fields: Record<string, unknown>) =>
  on('2020-01-01', 'CorrectEntry', { entry, reason: 'mistyped', change: { kind: 'REPLACE', fields } } as const)
const voided = (entry: string) => on('2020-01-01', 'CorrectEntry', { entry, reason: 'entered twice', change: { kind: 'VOID' } } as const)

describe('a committee', () => {
  it('keeps its slug and its stream whatever it is called, and its former names', () => {
    const again = on('2018-05-22', 'RenameCommittee', { name: 'Committee for Families' })
    const { state, events } = committees.given(establishCommittee, renameCommittee, again, abolishCommittee)
    expect(events.map(({ type }) => type)).toEqual(['CommitteeEstablished', 'CommitteeRenamed', 'CommitteeRenamed', 'CommitteeAbolished'])
    expect(state).toMatchObject({
      stream,
      slug: 'children',
      name: 'Committee for Families',
      formerNames: ["Children's Committee", 'Children and Families Committee'],
      establishedOn: '2012-05-22',
      abolished: { on: '2019-05-21', successors: ['people'] },
    })
  })
  it.each([
    ['committeeNotYetEstablished', 'slug', [establishCommittee], establishCommittee],
    ['committeeExists', 'committee', [], renameCommittee],
    ['committeeExists', 'committee', [], abolishCommittee],
    ['committeeNameChanges', 'name', [establishCommittee], on('2017-01-01', 'RenameCommittee', { name: establishCommittee.data.name })],
    ['committeeNotAbolished', 'committee', [establishCommittee, abolishCommittee], on('2020-01-01', 'RenameCommittee', { name: 'x' })],
    ['committeeNotAbolished', 'committee', [establishCommittee, abolishCommittee], abolishCommittee],
    [
      'successorIsAnother',
      'successors',
      [establishCommittee],
      on('2019-01-01', 'AbolishCommittee', { ...abolishCommittee.data, successors: ['children'] }),
    ],
    [
      'successorExists',
      'successors.0',
      [establishCommittee],
      on('2019-01-01', 'AbolishCommittee', { ...abolishCommittee.data, successors: ['poeple'] }),
    ],
    ['fixedField', 'change.fields.successors', [establishCommittee, abolishCommittee], correct('e1', { successors: ['people'] })],
    ['abolishedAfterEstablished', 'effectiveOn', [establishCommittee], { ...abolishCommittee, effectiveOn: '2012-05-21' }],
    ['slug', 'slug', [], on('2012-05-22', 'EstablishCommittee', { ...establishCommittee.data, slug: "Children's" })],
    ['fixedField', 'change.fields.slug', [establishCommittee], correct('e0', { slug: 'people' })],
  ] as const)('is refused by %s on %s', (rule, field, given, command) =>
    expect(committees.given(...given).refusal(command)).toEqual({ rule, field }),
  )
  it('can be corrected', () => {
    expect(committees.given(establishCommittee, correct('e0', { quorum: 5 })).state).toMatchObject({ quorum: 5 })
    expect(committees.given(establishCommittee, abolishCommittee, voided('e1')).state.abolished).toBeNull()
  })
})
