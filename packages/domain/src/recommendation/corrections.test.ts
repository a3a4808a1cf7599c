import { describe, expect, it } from 'vitest'
import type { RecommendationCommand } from './commands.ts'
import { example, replacing, voiding } from '../../testing/recommendation/example-commands.ts'
import { days, decisionAt, ids, policy, publication, timescales } from '../../testing/recommendation/examples.ts'
import { factOf, given, givenEvents, givenTracked, refusal, type Given } from '../../testing/recommendation/given.ts'
import { removedText } from '../kernel/events/personal-data-removed.ts'
import { replaceTexts } from '../kernel/fields/replace-texts.ts'
import { recommendationEvents } from './events.ts'

/** The id of the newest entry of a type. */
const entryOf = ({ events }: Given, type: string): string => events.findLast((event) => event.type === type)?.eventId ?? 'none'
const changeIn = (now: Given, command: RecommendationCommand): unknown => {
  const fact = factOf(now.when(command))
  return fact?.type === 'EntryCorrected' ? fact.data.change : refusal(now.when(command))
}

const issued = givenTracked(example('IssueRecommendation'))
const evident = issued.and(example('AttachEvidence'))
const assessed = evident.and(example('ProposeAssessment'), example('AgreeAssessment'))

describe('a correction', () => {
  it('puts fields of an entry right; both stay in the log', () => {
    const now = issued.and(replacing('event-0', { title: 'Right', text: 'As printed' }))
    expect(now.state).toMatchObject({ issued: { title: 'Right', text: 'As printed', reference: 'R05' } })
    expect(now.events.map(({ type }) => type)).toEqual(['RecommendationIssued', 'TrackingTakenOn', 'EntryCorrected'])
    expect(now.events[0]?.data).toMatchObject({ title: 'Visits are recorded' })
    expect(now.state.record.corrections).toMatchObject([{ entry: 'event-0', reason: 'Mistyped', eventId: 'event-2' }])
  })
  it('puts the day of an entry right', () => {
    const now = evident.and(replacing('event-2', {}, '2017-09-30'))
    expect(now.state.record.evidence[0]).toMatchObject({ effectiveOn: '2017-09-30', evidenceId: 'evidence-1' })
    expect(refusal(evident.when(replacing('event-2', {}, '2019-01-01')))).toEqual(['notAfterToday', 'change.effectiveOn'])
    expect(refusal(evident.when(replacing('event-2', {}, '2018-12-31')))).toBe('accepted')
  })
  it('makes an entry void', () => {
    const now = evident.and(voiding('event-2'))
    expect(now.state.record.evidence).toEqual([])
    expect(now.state.record.corrections).toHaveLength(1)
  })
  it('names an entry of the item', () => {
    expect(refusal(issued.when(voiding('event-10')))).toEqual(['entryExists', 'entry'])
    expect(refusal(issued.when(voiding('toString')))).toEqual(['entryExists', 'entry'])
    expect(refusal(given().when(voiding('event-0')))).toEqual(['entryExists', 'entry'])
    expect(refusal(issued.and(replacing('event-0', { title: 'Right' })).when(voiding('event-10')))).toEqual(['entryExists', 'entry'])
  })
  it('names fields that the entry has, and may change', () => {
    const fields = (entry: string, field: string, value: unknown = 'x') => refusal(assessed.when(replacing(entry, { [field]: value })))
    expect(fields('event-0', 'theme')).toEqual(['fieldOfEntry', 'change.fields.theme'])
    expect(fields('event-0', 'policy')).toEqual(['fieldOfEntry', 'change.fields.policy'])
    expect(fields('event-0', 'originalCompletionDate', '2019-01-01')).toEqual(['derivedField', 'change.fields.originalCompletionDate'])
    expect(fields('event-0', 'derivation')).toEqual(['derivedField', 'change.fields.derivation'])
    expect(fields('event-0', 'report')).toEqual(['fixedField', 'change.fields.report'])
    expect(fields('event-0', 'parent')).toEqual(['fixedField', 'change.fields.parent'])
    expect(fields('event-2', 'evidenceId')).toEqual(['fixedField', 'change.fields.evidenceId'])
    expect(fields('event-3', 'meaning', 'OBSTACLE')).toEqual(['derivedField', 'change.fields.meaning'])
    expect(fields('event-3', 'proposalId')).toEqual(['fixedField', 'change.fields.proposalId'])
  })
  it('gives fields that look as they must', () => {
    expect(refusal(issued.when(replacing('event-0', { title: '' })))).toEqual(['notEmpty', 'change.fields.title'])
    expect(refusal(issued.when(replacing('event-0', { timescale: { ...timescales.byOctober, months: 3 } })))).toEqual([
      'timescaleParts',
      'change.fields.timescale.months',
    ])
    expect(refusal(issued.when(replacing('event-0', { publication: { ...publication, report: 'report-x' } })))).toEqual([
      'ownReport',
      'change.fields.publication.report',
    ])
  })
  it('changes something', () => {
    expect(refusal(issued.when(replacing('event-0', {})))).toEqual(['changesSomething', 'change.fields'])
    expect(refusal(issued.when(replacing('event-0', { title: 'Visits are recorded' })))).toEqual(['changesSomething', 'change.fields'])
    expect(refusal(issued.when(replacing('event-0', {}, days.adopted)))).toEqual(['changesSomething', 'change.fields'])
    expect(refusal(issued.when(replacing('event-0', { title: 'Visits are recorded', ordinal: 6 })))).toBe('accepted')
  })
  it('keeps what an earlier one corrected', () => {
    const once = issued.and(replacing('event-0', { title: 'Right', ordinal: 6 }, '2017-04-03'))
    const twice = once.and(replacing('event-0', { ordinal: 7 }))
    expect(twice.events[3]?.data).toMatchObject({
      change: { kind: 'REPLACE', fields: { title: 'Right', ordinal: 7 }, effectiveOn: '2017-04-03' },
    })
    expect(twice.state).toMatchObject({ issued: { title: 'Right', ordinal: 7, effectiveOn: '2017-04-03' } })
    const moved = twice.and(replacing('event-0', {}, '2017-04-05'))
    expect(moved.state).toMatchObject({ issued: { title: 'Right', ordinal: 7, effectiveOn: '2017-04-05' } })
    const evidence = evident.and(replacing('event-2', { name: 'Audit' }), replacing('event-0', { ordinal: 8 }))
    expect(evidence.events[4]?.data).toMatchObject({ change: { fields: { ordinal: 8 } } })
    expect(changeIn(issued, replacing('event-0', { ordinal: 7 }))).toEqual({ kind: 'REPLACE', fields: { ordinal: 7 } })
  })
})

describe('what is derived from a corrected field', () => {
  it('is derived again: the original date', () => {
    expect(changeIn(issued, replacing('event-0', { timescale: timescales.sixMonths }))).toMatchObject({
      fields: {
        timescale: timescales.sixMonths,
        originalCompletionDate: '2017-10-04',
        derivation: { rule: 'withinMonths', from: days.adopted },
      },
    })
    const sixMonths = givenTracked(example('IssueRecommendation', { data: { timescale: timescales.sixMonths } }))
    const facts = { ...publication, adoptedOn: '2017-04-11' }
    expect(sixMonths.and(replacing('event-0', { publication: facts })).state).toMatchObject({
      issued: { originalCompletionDate: '2017-10-11' },
    })
    expect(changeIn(issued, replacing('event-0', { title: 'Right' }))).toEqual({ kind: 'REPLACE', fields: { title: 'Right' } })
  })
  it('is derived again: the clock of the response', () => {
    const required = issued.and(example('RequireResponse'))
    const entry = entryOf(required, 'ResponseRequired')
    expect(changeIn(required, replacing(entry, { receivedOn: '2017-04-08' }))).toMatchObject({ fields: { dueOn: '2017-06-09' } })
    expect(changeIn(required, replacing(entry, { noticeOn: '2017-04-05' }))).toMatchObject({
      fields: { dueOn: '2017-06-06', clock: { startedOn: '2017-04-07' } },
    })
    const printed = required.and(replacing(entry, { dueOn: '2017-06-30' }))
    expect(printed.state.record.responsesRequired[0]).toMatchObject({
      dueOn: '2017-06-30',
      clock: { instrument: 'as printed in the letter' },
    })
    expect(changeIn(printed, replacing(entry, { receivedOn: '2017-04-01' }))).toMatchObject({
      fields: { dueOn: '2017-06-30', receivedOn: '2017-04-01' },
    })
    expect(changeIn(required, replacing(entry, {}, '2017-04-11'))).toEqual({ kind: 'REPLACE', fields: {}, effectiveOn: '2017-04-11' })
    expect(refusal(required.when(replacing(entry, {}, '2017-04-09')))).toEqual(['receiptBeforeEntry', 'change.fields'])
    expect(refusal(required.when(replacing(entry, { noticeOn: '2017-04-11' })))).toEqual(['receiptBeforeEntry', 'change.fields.noticeOn'])
    expect(refusal(required.when(replacing(entry, { clock: {} })))).toEqual(['derivedField', 'change.fields.clock'])
  })
  it('keeps the date that the letter prints after the texts of the notice were removed', () => {
    const printed = issued.and(example('RequireResponse', { data: { printedDueOn: '2017-06-30' } }))
    const without = givenEvents(
      printed.events.map((event) => {
        if (event.type !== 'ResponseRequired') return event
        return { ...event, data: replaceTexts(recommendationEvents.ResponseRequired, event.data, () => removedText) as typeof event.data }
      }),
    )
    const entry = entryOf(without, 'ResponseRequired')
    expect(changeIn(without, replacing(entry, { receivedOn: '2017-04-01' }))).toMatchObject({ fields: { dueOn: '2017-06-30' } })
  })
  it('is derived again: the meaning of a category', () => {
    const proposal = replacing('event-3', { category: '2', completedOn: '2018-01-01' })
    expect(changeIn(assessed, proposal)).toEqual({
      kind: 'REPLACE',
      fields: { category: '2', completedOn: '2018-01-01', label: 'Achieved (Late)', meaning: 'ACHIEVED_LATE' },
    })
    expect(changeIn(assessed, replacing('event-3', { words: 'Nearly' }))).toEqual({ kind: 'REPLACE', fields: { words: 'Nearly' } })
  })
})

describe('a corrected assessment', () => {
  it('is held to the rules of its category', () => {
    for (const entry of ['event-3', 'event-4']) {
      expect(refusal(assessed.when(replacing(entry, { completedOn: '2017-11-01' })))).toEqual(['completedOnTime', 'change.fields'])
      expect(refusal(assessed.when(replacing(entry, { category: '2' })))).toEqual(['completedLate', 'change.fields.category'])
      expect(refusal(assessed.when(replacing(entry, { category: '9' })))).toEqual(['categoryInPolicy', 'change.fields.category'])
      expect(refusal(assessed.when(replacing(entry, { evidence: ['evidence-9'] })))).toEqual(['evidenceExists', 'change.fields.evidence.0'])
      expect(refusal(assessed.when(replacing(entry, { evidence: [] })))).toEqual(['evidenceNeeded', 'change.fields.evidence'])
      const none = { change: { kind: 'REPLACE', fields: { words: 'x' } }, policy: { ...policy, categories: [] } } as const
      expect(refusal(assessed.when(example('CorrectEntry', { data: { entry, ...none } })))).toEqual(['categoryInPolicy', 'change.fields'])
    }
    expect(refusal(assessed.when(replacing('event-3', {}, '2017-10-19')))).toEqual(['completionInPast', 'change.fields'])
  })
  it("keeps an agreed anticipated date on the proposal's day", () => {
    const data = { category: '3', completedOn: null, anticipatedCompletionDate: '2018-02-05', evidence: [] } as const
    const agreed = evident.and(example('ProposeAssessment', { data }), example('AgreeAssessment'))
    expect(refusal(agreed.when(replacing('event-4', { words: 'Clearer' })))).toBe('accepted')
    expect(refusal(agreed.when(replacing('event-4', { anticipatedCompletionDate: '2018-01-31' })))).toEqual([
      'anticipatedInFuture',
      'change.fields.anticipatedCompletionDate',
    ])
    expect(refusal(agreed.when(replacing('event-3', { anticipatedCompletionDate: '2018-01-31' })))[0]).toBe('anticipatedInFuture')
  })
  it("as the committee's own, too", () => {
    const own = evident.and(example('MakeCommitteeAssessment', { data: { insteadOf: null } }))
    expect(refusal(own.when(replacing('event-3', { insteadOf: 'proposal-1' })))).toEqual(['fixedField', 'change.fields.insteadOf'])
    expect(refusal(own.when(replacing('event-3', { anticipatedCompletionDate: null })))).toEqual([
      'anticipatedDateNeeded',
      'change.fields.anticipatedCompletionDate',
    ])
    expect(own.and(replacing('event-3', { category: '5' })).state.record.trackedBy[0]?.assessment).toMatchObject({
      meaning: 'INSUFFICIENT_PROGRESS',
    })
  })
})

describe('a corrected decision', () => {
  const concluded = assessed.and(example('ConcludeTracking', { on: '2018-03-01' }))
  it('keeps its place among the decisions', () => {
    expect(refusal(concluded.when(replacing('event-4', {}, '2018-03-01')))).toBe('accepted')
    expect(refusal(concluded.when(replacing('event-4', {}, '2018-03-02')))).toEqual(['decisionOrder', 'change.effectiveOn'])
    expect(refusal(concluded.when(replacing('event-5', {}, '2018-02-14')))).toBe('accepted')
    const early = { decision: decisionAt('2018-02-13') }
    expect(refusal(concluded.when(replacing('event-5', early, '2018-02-13')))).toEqual(['decisionOrder', 'change.effectiveOn'])
    expect(refusal(concluded.when(replacing('event-2', {}, '2018-03-02')))).toBe('accepted')
  })
  it('stays that of its committee', () => {
    const decision = { ...decisionAt(days.meeting), minuteReference: 'Minute 42' }
    expect(concluded.and(replacing('event-5', { decision })).state.record.conclusions).toMatchObject([
      { decision: { minuteReference: 'Minute 42' } },
    ])
    const another = { ...decision, committee: ids.anotherCommittee }
    expect(refusal(concluded.when(replacing('event-5', { decision: another })))).toEqual(['fixedField', 'change.fields.decision'])
    expect(refusal(concluded.when(replacing('event-5', { decision: decisionAt('2018-03-02') })))).toEqual([
      'notBeforeMeeting',
      'change.fields.decision.meetingOn',
    ])
  })
  it('keeps its reason: another conclusion is another decision', () => {
    expect(refusal(concluded.when(replacing('event-5', { reason: 'OBSTACLE' })))).toEqual(['fixedField', 'change.fields.reason'])
    expect(refusal(concluded.when(replacing('event-5', { supersededBy: ids.other })))).toEqual(['fixedField', 'change.fields.supersededBy'])
    expect(concluded.and(voiding('event-5')).on('2018-12-31').tracking).toBe('OPEN')
  })
})

describe('what another rule allowed', () => {
  const item = issued.and(
    example('AssignOwner'),
    example('LinkRecommendation'),
    example('SupersedeRecommendation'),
    example('MergeDuplicate'),
    example('ReleaseOwner'),
  )
  it.each([
    ['OwnerAssigned', 'owner'],
    ['RecommendationLinked', 'target'],
    ['RecommendationLinked', 'linkId'],
    ['RecommendationSuperseded', 'by'],
    ['DuplicateMerged', 'into'],
    ['OwnerReleased', 'owner'],
  ])('in %s is not corrected: %s', (type, field) =>
    expect(refusal(item.when(replacing(entryOf(item, type), { [field]: ids.report })))).toEqual(['fixedField', `change.fields.${field}`]),
  )
  it('in a listing is not corrected: its report', () => {
    const listed = givenTracked(example('RegisterListedRecommendation'))
    expect(refusal(listed.when(replacing('event-0', { report: 'report-x' })))).toEqual(['fixedField', 'change.fields.report'])
    expect(listed.and(replacing('event-0', { title: 'Right' })).state).toMatchObject({ listed: { title: 'Right' } })
  })
})
