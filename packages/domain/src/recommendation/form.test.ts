import { describe, expect, it } from 'vitest'
import type { RecommendationCommand } from './commands.ts'
import { commandTable, type CommandType } from './command-table.ts'
import { example, examples } from '../../testing/recommendation/example-commands.ts'
import { ids, publication, timescales } from '../../testing/recommendation/examples.ts'
import { maxLength } from '../kernel/fields/declare.ts'
import { given, givenTracked, refusal } from '../../testing/recommendation/given.ts'

const issued = givenTracked(example('IssueRecommendation'), example('PlanAction', { data: { actionId: 'a-0' } }), example('AssignTheme'))
const types = Object.keys(examples) as CommandType[]
/** An item that is issued already, or not yet, as the command needs it. */
const refused = (type: CommandType, data: object): ReturnType<typeof refusal> => {
  const before = type === 'IssueRecommendation' || type === 'RegisterListedRecommendation' ? given() : issued
  const command = example(type)
  return refusal(before.when({ ...command, data: { ...command.data, ...data } } as RecommendationCommand))
}

describe('every command', () => {
  const fields = types.flatMap((type) =>
    Object.keys(examples[type].data)
      .filter((field) => !['policy', 'principalOfficeKind', 'committeeOnDay', 'toCommittee', 'nearCommittees'].includes(field))
      .map((field) => [type, field] as const),
  )
  it.each(fields)('%s refuses a broken %s', (type, field) => {
    const outcome = refused(type, { [field]: 7.5 })
    expect(outcome).toEqual([expect.any(String), expect.stringMatching(new RegExp(`^${field}($|[.])`))])
    expect(refused(type, { [field]: undefined })).toEqual([expect.any(String), expect.stringMatching(new RegExp(`^${field}($|[.])`))])
  })
  it.each(types)('%s is of a day that is not after today', (type) => {
    const { on } = examples[type]
    expect(refusal(issued.when(example(type, { today: '2017-01-01' })))).toEqual(['notAfterToday', 'effectiveOn'])
    expect(refusal(issued.when(example(type, { on: `${on}T00:00` })))).toEqual(['date', 'effectiveOn'])
    expect(Object.hasOwn(examples[type].data, commandTable[type].field)).toBe(true)
  })
})

describe('texts', () => {
  it.each(['', ' ', '\n\t', null, undefined, 5, {}])('are not %j', (theme) =>
    expect(refused('AssignTheme', { theme })).toEqual(['notEmpty', 'theme']),
  )
  it('keep within their length', () => {
    const name = (length: number) => refused('AssignTheme', { theme: 'x'.repeat(length) })
    expect([name(maxLength.name), name(maxLength.name + 1)]).toEqual(['accepted', ['tooLong', 'theme']])
    const words = (length: number) => refused('UpdateProgress', { words: 'x'.repeat(length) })
    expect([words(5_000), words(5_001)]).toEqual(['accepted', ['tooLong', 'words']])
    const text = (length: number) => refused('IssueRecommendation', { text: 'x'.repeat(length) })
    expect([text(20_000), text(20_001)]).toEqual(['accepted', ['tooLong', 'text']])
    const id = (length: number) => refused('UpdateProgress', { updateId: 'x'.repeat(length) })
    expect([id(200), id(201)]).toEqual(['accepted', ['identifier', 'updateId']])
  })
  it('hold no half characters', () => {
    expect(refused('AssignTheme', { theme: 'a\ud800' })).toEqual(['wellFormed', 'theme'])
    expect(refused('AssignTheme', { theme: 'a\u{1f600}' })).toBe('accepted')
  })
  it('say how long they may be', () => {
    const decision = givenTracked(example('IssueRecommendation')).when(example('AssignTheme', { data: { theme: 'x'.repeat(501) } }))
    expect(decision).toMatchObject({ rejection: { message: 'This text is too long: at most 500 characters.' } })
    const empty = givenTracked(example('IssueRecommendation')).when(example('AssignTheme', { data: { theme: '' } }))
    expect(empty).toMatchObject({ rejection: { message: 'This field is empty.', remedy: 'Enter a text.' } })
  })
})

describe('ids', () => {
  it.each(['A', 'person-0a1b', 'recommendation-a.b:c_d', '9'])('may be %j', (person) =>
    expect(refused('AcceptRisk', { person })).toBe('accepted'),
  )
  it.each(['', 'Jane Doe', ' a', 'a ', '-a', '.a', 'a/b', 'ä', 'a\n', 5, null])('are not %j: a name is none', (person) =>
    expect(refused('AcceptRisk', { person })).toEqual(['identifier', 'person']),
  )
})

describe('an id of its own', () => {
  const full = given(
    ...(
      [
        'IssueRecommendation',
        'RequestCompletionDateRevision',
        'PlanAction',
        'UpdateProgress',
        'AttachEvidence',
        'ProposeAssessment',
      ] as const
    ).map((type) => example(type)),
    example('LinkRecommendation'),
  )
  it.each(['request-1', 'action-1', 'update-1', 'evidence-1', 'proposal-1', 'link-1'])('is not %s, which is taken', (actionId) =>
    expect(refusal(full.when(example('PlanAction', { data: { actionId } })))).toEqual(['uniqueId', 'actionId']),
  )
})

describe('other fields', () => {
  const digest = `sha256:${'0f'.repeat(32)}`
  it.each([
    ['AttachEvidence', { digest }, 'accepted'],
    ['AttachEvidence', { digest: `x${digest}` }, ['digest', 'digest']],
    ['AttachEvidence', { digest: `${digest}0` }, ['digest', 'digest']],
    ['AttachEvidence', { digest: digest.toUpperCase() }, ['digest', 'digest']],
    ['AttachEvidence', { mediaType: 'application/vnd.oasis.opendocument.text' }, 'accepted'],
    ['AttachEvidence', { mediaType: 'pdf' }, ['mediaType', 'mediaType']],
    ['AttachEvidence', { mediaType: 'text/html; x' }, ['mediaType', 'mediaType']],
    ['AttachEvidence', { mediaType: ' text/html' }, ['mediaType', 'mediaType']],
    ['AttachEvidence', { shows: 'PROOF' }, ['oneOf', 'shows']],
    ['IssueRecommendation', { ordinal: 0 }, ['wholeNumber', 'ordinal']],
    ['IssueRecommendation', { ordinal: 1 }, 'accepted'],
    ['IssueRecommendation', { ordinal: 1.5 }, ['wholeNumber', 'ordinal']],
    ['IssueRecommendation', { ordinal: '1' }, ['wholeNumber', 'ordinal']],
    ['IssueRecommendation', { place: null }, 'accepted'],
    ['IssueRecommendation', { place: [] }, ['shape', 'place']],
    ['IssueRecommendation', { place: { document: 'D', page: null, paragraph: null } }, ['notEmpty', 'place.heading']],
    ['IssueRecommendation', { place: { document: 'D', page: null, paragraph: null, heading: null, child: 'x' } }, ['shape', 'place']],
    ['IssueRecommendation', { place: { document: '', page: null, paragraph: null, heading: null } }, ['notEmpty', 'place.document']],
    ['IssueRecommendation', { timescale: { ...timescales.sixMonths, months: 0 } }, ['wholeNumber', 'timescale.months']],
    ['IssueRecommendation', { timescale: { ...timescales.sixMonths, grade: 'SOON' } }, ['oneOf', 'timescale.grade']],
    ['IssueRecommendation', { publication: { ...publication, publishedOn: '2017-02-29' } }, ['date', 'publication.publishedOn']],
    ['IssueRecommendation', { publication: { ...publication, illustrative: 'yes' } }, ['oneOf', 'publication.illustrative']],
    ['RequireResponse', { printedDueOn: '2017-06-31' }, ['date', 'printedDueOn']],
    ['ProposeAssessment', { evidence: 'evidence-1' }, ['shape', 'evidence']],
    ['ProposeAssessment', { evidence: ['evidence 1'] }, ['identifier', 'evidence.0']],
    ['ProposeAssessment', { evidence: ['e', null] }, ['identifier', 'evidence.1']],
    ['LinkRecommendation', { target: null }, ['shape', 'target']],
    ['LinkRecommendation', { target: 'x' }, ['shape', 'target']],
    ['LinkRecommendation', { target: { kind: 'CHILD', id: 'x' } }, ['oneOf', 'target.kind']],
    ['LinkRecommendation', { target: { kind: 'toString', id: 'x' } }, ['oneOf', 'target.kind']],
    ['LinkRecommendation', { target: { kind: 'FINDING', id: 'x' } }, ['identifier', 'target.report']],
    ['LinkRecommendation', { target: { kind: 'INDICATOR', id: 'x', report: 'y' } }, ['shape', 'target']],
    ['LinkRecommendation', { target: { kind: 'PLAN_PRIORITY', id: 'priority-1' } }, 'accepted'],
    ['LinkRecommendation', { targetExists: 'yes' }, ['oneOf', 'targetExists']],
    ['LinkRecommendation', { relation: 'LIKES' }, ['oneOf', 'relation']],
    ['CorrectEntry', { change: { kind: 'ERASE' } }, ['oneOf', 'change.kind']],
    ['CorrectEntry', { change: { kind: 'VOID', fields: {} } }, ['shape', 'change']],
    ['CorrectEntry', { change: { kind: 'REPLACE' } }, ['shape', 'change.fields']],
    ['CorrectEntry', { change: { kind: 'REPLACE', fields: [] } }, ['shape', 'change.fields']],
    ['CorrectEntry', { change: { kind: 'REPLACE', fields: {}, effectiveOn: 'today' } }, ['date', 'change.effectiveOn']],
  ] as const)('%s with %j: %j', (type, data, outcome) => expect(refused(type, data)).toEqual(outcome))
  it('that nobody asked for do not reach the log', () => {
    const decision = issued.when(example('AssignTheme', { data: { theme: 'Health', child: 'x', owner: ids.other } as { theme: string } }))
    expect(decision).toEqual({ ok: true, facts: [{ type: 'ThemeAssigned', data: { theme: 'Health' } }] })
  })
})
