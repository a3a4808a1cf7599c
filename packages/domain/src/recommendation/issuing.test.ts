import { describe, expect, it } from 'vitest'
import { example } from '../../testing/recommendation/example-commands.ts'
import { ids, policy, publication, timescales } from '../../testing/recommendation/examples.ts'
import { factOf, given, givenTracked, refusal } from '../../testing/recommendation/given.ts'

const issue = (data = {}) => example('IssueRecommendation', { data })
const nothing = given()
const listed = givenTracked(example('RegisterListedRecommendation', { on: '2017-05-01' }))
const issued = given(issue())
const inspection = { ...publication, kind: 'INSPECTION', publishedOn: '2007-02-06', publishedPrecision: 'DAY', adoptedOn: null } as const

describe('a report that its publisher has withdrawn', () => {
  it.each(['IssueRecommendation', 'RegisterListedRecommendation'] as const)('takes no new recommendation: %s', (type) => {
    expect(refusal(given().when(example(type, { data: { reportWithdrawn: true } })))).toEqual(['reportNotWithdrawn', 'report'])
    expect(refusal(given().when(example(type)))).toBe('accepted')
  })
})

describe('issuing a recommendation', () => {
  it('keeps every field as stated, with the date and how it came about', () => {
    const {
      policy: _,
      reportWithdrawn: __,
      ...stated
    } = example('IssueRecommendation').data as { policy: unknown; reportWithdrawn: unknown }
    expect(nothing.when(issue())).toEqual({
      ok: true,
      facts: [
        {
          type: 'RecommendationIssued',
          data: {
            ...stated,
            originalCompletionDate: '2017-10-31',
            derivation: { rule: 'byMonth', from: null, fromIs: null, words: 'the last day of the month printed' },
          },
        },
      ],
    })
  })
  it.each([
    [timescales.immediate, inspection, '2007-02-06', 'immediate', 'PUBLISHED'],
    [timescales.sixMonths, inspection, '2007-08-06', 'withinMonths', 'PUBLISHED'],
    [timescales.sixMonths, publication, '2017-10-04', 'withinMonths', 'ADOPTED'],
    [timescales.byOctober, publication, '2017-10-31', 'byMonth', null],
    [timescales.longerTerm, publication, null, 'longerTerm', null],
    [timescales.notGiven, publication, null, 'notGiven', null],
  ])('derives the original date of %j', (timescale, facts, date, rule, fromIs) => {
    const fact = factOf(nothing.when(issue({ timescale, publication: { ...facts, report: ids.report } })))
    expect(fact?.data).toMatchObject({ originalCompletionDate: date, derivation: { rule, fromIs } })
  })
  it.each([
    ['months', { ...timescales.sixMonths, months: 3 }, '2017-07-04'],
    ['date', { ...timescales.byOctober, date: '2017-11-30' }, '2017-11-30'],
    ['precision', { ...timescales.byOctober, datePrecision: 'DAY' }, '2017-10-31'],
    ['grade', { ...timescales.sixMonths, grade: 'LONGER_TERM', months: null }, null],
  ])('follows the %s stated where we read the printed words otherwise', (_, timescale, date) => {
    const fact = factOf(nothing.when(issue({ timescale })))
    expect(fact?.data).toMatchObject({ timescale, originalCompletionDate: date })
    expect(fact?.data).toMatchObject({ derivation: { words: expect.stringMatching(/; stated so, the printed words read otherwise$/) } })
  })
  it('reads "immediate" by the policy', () => {
    const data = { timescale: timescales.immediate, policy: { ...policy, clocks: { ...policy.clocks, immediateMonths: 1 } } }
    expect(factOf(nothing.when(issue(data)))?.data).toMatchObject({ originalCompletionDate: '2017-05-04' })
  })
  it('happens once', () => {
    expect(refusal(issued.when(issue()))).toEqual(['alreadyIssued', 'localReference'])
    expect(refusal(issued.when(example('RegisterListedRecommendation')))).toEqual(['alreadyIssued', 'localReference'])
    expect(refusal(listed.when(example('RegisterListedRecommendation')))).toEqual(['alreadyIssued', 'localReference'])
  })
  it.each([
    ['months', { ...timescales.sixMonths, months: null }],
    ['months', { ...timescales.notGiven, months: 6 }],
    ['date', { ...timescales.byOctober, date: null }],
    ['date', { ...timescales.sixMonths, date: '2018-01-01' }],
    ['datePrecision', { ...timescales.byOctober, datePrecision: null }],
    ['datePrecision', { ...timescales.sixMonths, datePrecision: 'DAY' }],
  ])('refuses a timescale whose %s do not fit its grade', (part, timescale) =>
    expect(refusal(nothing.when(issue({ timescale })))).toEqual(['timescaleParts', `timescale.${part}`]),
  )
  it('takes by a month to mean by its last day', () => {
    const timescale = { ...timescales.byOctober, date: '2017-10-30' }
    expect(refusal(nothing.when(issue({ timescale })))).toEqual(['lastDayOfMonth', 'timescale.date'])
    expect(refusal(nothing.when(issue({ timescale: { ...timescale, datePrecision: 'DAY' } })))).toBe('accepted')
  })
  it("refuses another report's publication facts, also for a listing", () => {
    const data = { publication: { ...publication, report: 'report-other' } }
    expect(refusal(nothing.when(issue(data)))).toEqual(['ownReport', 'publication.report'])
    expect(refusal(nothing.when(example('RegisterListedRecommendation', { data })))).toEqual(['ownReport', 'publication.report'])
  })
  it('states the policy that it used', () => {
    expect(issued.events[0]?.metadata.policy).toEqual({ authority: ids.authority, version: 0 })
    expect(listed.events[0]?.metadata.policy).toBeUndefined()
  })
})

describe('an item listed without its text', () => {
  it('is issued when its text is available, under its reference however printed', () => {
    const now = listed.and(issue({ reference: 'R5' }))
    expect(now.state).toMatchObject({ kind: 'ISSUED', issued: { reference: 'R5', originalCompletionDate: '2017-10-31' } })
    expect(refusal(listed.when(issue({ reference: null })))).toEqual(['sameReference', 'reference'])
    expect(refusal(listed.when(issue({ reference: 'R6' })))).toEqual(['sameReference', 'reference'])
    const elsewhere = { report: 'report-other', publication: { ...publication, report: 'report-other' } }
    expect(refusal(listed.when(issue(elsewhere)))).toEqual(['sameReference', 'reference'])
  })
  it('may have no reference at all', () => {
    const unnumbered = givenTracked(example('RegisterListedRecommendation', { on: '2017-05-01', data: { reference: null } }))
    expect(refusal(unnumbered.when(issue({ reference: null })))).toBe('accepted')
    expect(refusal(unnumbered.when(issue({ reference: 'R5' })))).toEqual(['sameReference', 'reference'])
  })
  it('is not its own parent', () => expect(refusal(listed.when(issue({ parent: ids.stream })))).toEqual(['refersToItself', 'parent']))
  it('has a parent when it is a child', () => expect(refusal(listed.when(issue({ parent: ids.other })))).toBe('accepted'))
  it.each([
    ['RequireResponse', 'noticeOn'],
    ['GiveResponse', 'response'],
    ['AgreeCompletionDate', 'date'],
    ['RequestCompletionDateRevision', 'requestId'],
    ['ApproveCompletionDateRevision', 'requestId'],
    ['RefuseCompletionDateRevision', 'requestId'],
    ['ProposeAssessment', 'category'],
    ['AgreeAssessment', 'proposalId'],
    ['MakeCommitteeAssessment', 'category'],
  ] as const)('takes no %s', (type, field) => {
    expect(refusal(listed.when(example(type)))).toEqual(['textHeld', field])
    expect(refusal(nothing.when(example(type)))).toEqual(['onRegister', field])
  })
  it.each([
    'WithholdRecommendation',
    'AssignTheme',
    'AssignOwner',
    'PlanAction',
    'UpdateProgress',
    'AttachEvidence',
    'LinkVisitFinding',
    'Escalate',
    'SupersedeRecommendation',
    'MergeDuplicate',
    'AcceptRisk',
    'LinkRecommendation',
  ] as const)('takes %s, and only once it is on record', (type) => {
    expect(refusal(listed.when(example(type)))).toBe('accepted')
    expect(refusal(nothing.when(example(type)))).toEqual(['onRegister', expect.any(String)])
  })
  it('can be concluded when the committee says why', () => {
    const data = { reason: 'NO_LONGER_APPLICABLE' } as const
    expect(refusal(listed.when(example('ConcludeTracking', { data })))).toBe('accepted')
  })
})

describe('withholding', () => {
  it('is recorded once, with its reason', () => {
    const withheld = issued.and(example('WithholdRecommendation'))
    expect(withheld.state.record.withheld).toMatchObject({ reason: 'Under review before publication' })
    expect(refusal(withheld.when(example('WithholdRecommendation')))).toEqual(['alreadyWithheld', 'reason'])
  })
})
