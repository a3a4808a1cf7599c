import { describe, expect, it } from 'vitest'
import { example } from '../../testing/recommendation/example-commands.ts'
import { decisionAt, publication, timescales } from '../../testing/recommendation/examples.ts'
import { givenTracked, refusal } from '../../testing/recommendation/given.ts'

/* The example was issued on 4 April 2017, the day on which its report was adopted. */
const dated = givenTracked(example('IssueRecommendation'))
const evident = dated.and(example('AttachEvidence'))
const undated = givenTracked(example('IssueRecommendation', { data: { timescale: timescales.longerTerm } }))

describe('a date of a recommendation', () => {
  it.each([
    ['2017-04-03', 'dateBeforeIssue'],
    ['2017-04-04', 'accepted'],
    ['2047-09-13', 'accepted'],
    ['2047-09-14', 'dateTooFar'],
    ['1924-12-31', 'dateBeforeIssue'],
  ])('agreed first by a committee: %s is %s', (date, outcome) => {
    expect(rule(undated.when(example('AgreeCompletionDate', { data: { date } })))).toBe(outcome)
  })
  it.each([
    ['0224-12-31', 'dateBeforeIssue'],
    ['2017-04-03', 'dateBeforeIssue'],
    ['2017-04-04', 'accepted'],
    ['2047-05-02', 'accepted'],
    ['2047-05-03', 'dateTooFar'],
    [null, 'accepted'],
  ])('by which an action is due: %s is %s', (dueOn, outcome) => {
    expect(rule(dated.when(example('PlanAction', { data: { dueOn } })))).toBe(outcome)
  })
  it.each([
    ['1999-06-30', 'dateBeforeIssue'],
    ['2017-04-03', 'dateBeforeIssue'],
    ['2017-04-04', 'accepted'],
  ])('of completion: %s is %s, in any entry', (completedOn, outcome) => {
    const claimed = example('UpdateProgress', { data: { claim: 'COMPLETE', completedOn } })
    const own = { insteadOf: null, category: '1', completedOn, anticipatedCompletionDate: null, evidence: ['evidence-1'] }
    expect(rule(dated.when(claimed))).toBe(outcome)
    expect(rule(evident.when(example('ProposeAssessment', { data: { completedOn } })))).toBe(outcome)
    expect(rule(evident.when(example('MakeCommitteeAssessment', { data: own })))).toBe(outcome)
  })
  it('anticipated more than 30 years ahead was mistyped', () => {
    const anticipated = (anticipatedCompletionDate: string) =>
      example('MakeCommitteeAssessment', { data: { insteadOf: null, anticipatedCompletionDate } })
    expect(rule(evident.when(anticipated('2218-06-30')))).toBe('dateTooFar')
    expect(rule(evident.when(anticipated('2048-02-14')))).toBe('accepted')
  })
  it('may lie before the day on which an old report was entered, but not before the report', () => {
    const entered = givenTracked(example('IssueRecommendation', { on: '2018-01-10' }))
    const completed = (completedOn: string) => example('UpdateProgress', { on: '2018-02-01', data: { claim: 'COMPLETE', completedOn } })
    expect(rule(entered.when(completed('2017-06-30')))).toBe('accepted')
    expect(rule(entered.when(completed('2017-04-03')))).toBe('dateBeforeIssue')
    const byMonth = { ...publication, adoptedOn: null, publishedOn: '2017-04-30', publishedPrecision: 'MONTH' as const }
    const known = givenTracked(example('IssueRecommendation', { on: '2018-01-10', data: { publication: byMonth } }))
    expect(rule(known.when(completed('2017-04-01')))).toBe('accepted')
    expect(rule(known.when(completed('2017-03-31')))).toBe('dateBeforeIssue')
  })
  it('of an item without its text is compared with its report', () => {
    const listed = givenTracked(example('RegisterListedRecommendation'))
    expect(rule(listed.when(example('PlanAction', { data: { dueOn: '2017-04-03' } })))).toBe('dateBeforeIssue')
    expect(rule(listed.when(example('PlanAction')))).toBe('accepted')
  })
  it.each(['RequireResponse', 'GiveResponse', 'UpdateProgress', 'Escalate'] as const)('%s is not of before it was made', (type) => {
    const on = (day: string) => example(type, { on: day, data: day < '2017-04-05' ? { receivedOn: day, noticeOn: day } : {} })
    expect(refusal(dated.when(on('2017-04-03')))).toEqual(['notBeforeIssue', 'effectiveOn'])
    expect(rule(dated.when(on('2017-04-04')))).toBe('accepted')
  })
  it('says which day it was held against', () => {
    const decision = decisionAt('2017-09-13')
    const refused = undated.when(example('AgreeCompletionDate', { data: { date: '1924-12-31', decision } }))
    expect(refused).toMatchObject({
      rejection: { message: 'This date is before the recommendation was made: that was on 2017-04-04.', field: 'date' },
    })
  })
})

describe('the same escalation', () => {
  const escalated = dated.and(example('Escalate'))
  it('is recorded once', () => {
    expect(refusal(escalated.when(example('Escalate')))).toEqual(['escalatedAlready', 'body'])
    expect(refusal(escalated.when(example('Escalate', { data: { body: ' city  council' } })))).toEqual(['escalatedAlready', 'body'])
  })
  it('is another one on another day, or to another body', () => {
    expect(refusal(escalated.when(example('Escalate', { on: '2018-04-01' })))).toBe('accepted')
    expect(refusal(escalated.when(example('Escalate', { data: { body: 'The commissioner' } })))).toBe('accepted')
  })
})

const rule = (decision: Parameters<typeof refusal>[0]): string => {
  const refused = refusal(decision)
  return refused === 'accepted' ? refused : refused[0]
}
