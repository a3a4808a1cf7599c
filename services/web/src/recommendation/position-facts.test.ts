import { describe, expect, test } from 'vitest'
import { axesOf, datesOf } from './position-facts.ts'
import type { RecommendationNode } from './recommendation-node.ts'
import { voicesOf } from './voices.ts'

const assessment = { proposed: null, agreed: null, category: null, proposedCategory: null }
const schedule = { state: 'OVERDUE', daysOverdue: 290, daysUntilDue: null, dueOn: '2017-04-30', slippageDays: 0 } as const
const position = { response: 'NOT_REQUIRED', delivery: 'NOT_STARTED', tracking: 'OPEN', schedule, assessment } as const

/** Only what the facts are made from. */
const node = (over: object): RecommendationNode =>
  ({
    position,
    updates: [],
    actions: [],
    completionDateRevisions: [],
    slippage: [],
    proposals: [],
    assessments: [],
    independentFindings: [],
    conclusionReason: null,
    trackedBy: [],
    conclusions: [],
    originalCompletionDatePrecision: 'DAY',
    revisedCompletionDatePrecision: 'DAY',
    responsesRequired: [],
    answers: [],
    timescale: { asPrinted: null, grade: 'NOT_GIVEN', months: null },
    originalCompletionDate: null,
    revisedCompletionDate: null,
    derivation: null,
    gravity: null,
    baselineInDoubt: null,
    assessedBeforeBaselineCorrection: [],
    ...over,
  }) as unknown as RecommendationNode
const axis = (over: object, name: string) => axesOf(node(over), () => null).find((fact) => fact.name === name)
const date = (over: object, name: string) => datesOf(node(over), () => null).find((fact) => fact.name === name)

describe('the position', () => {
  test('says that nothing is known where nothing was reported, and "not started" only where that was reported', () => {
    const delivered = (delivery: string) => axis({ position: { ...position, delivery } }, 'Delivery')
    expect(delivered('NOT_REPORTED')).toMatchObject({
      value: 'No update received',
      detail: 'no record here of whether it was done',
    })
    expect(delivered('REPORTED_NOT_STATED')).toMatchObject({ value: 'Update received, progress not stated' })
    expect(delivered('NOT_STARTED')).toMatchObject({ value: 'Not started', detail: 'as reported by those responsible' })
  })

  test('says that a report was not assessed only where nobody has agreed that it was achieved', () => {
    const category = (meaning: string) => ({ ...assessment, agreed: '1', category: { code: '1', label: 'Done', meaning } })
    const claimed = (over: object) => axis({ position: { ...position, delivery: 'CLAIMED_COMPLETE', ...over } }, 'Delivery')?.value
    expect(claimed({})).toBe('Reported complete (not yet assessed)')
    expect(claimed({ assessment: category('PROGRESS_MADE') })).toBe('Reported complete (not yet assessed)')
    for (const meaning of ['ACHIEVED_ON_TIME', 'ACHIEVED_LATE'])
      expect(claimed({ assessment: category(meaning) })).toBe('Reported complete')
  })

  const notice = {
    body: 'cabinet',
    bodyName: 'Cabinet',
    noticeOn: '2024-02-14',
    dueOn: '2024-04-13',
    computed: '2 months',
    respondedOn: null,
    draft: null,
  }
  const answer = { body: 'cabinet', bodyName: 'Cabinet', effectiveOn: '2024-05-02', dueOn: '2024-04-13', wording: null, reasons: null }

  test('says of an answer that it is awaited or late, and by how many days', () => {
    const awaited = { position: { ...position, response: 'AWAITED' }, responsesRequired: [{ ...notice, daysLate: 7 }] }
    expect(axis(awaited, 'Response')).toMatchObject({ value: 'Awaited', detail: 'Cabinet: due 13 April 2024 · 7 days late · 2 months' })
    const late = { position: { ...position, response: 'ACCEPTED' }, answers: [{ ...answer, response: 'ACCEPTED', daysLate: 19 }] }
    expect(axis(late, 'Response')).toMatchObject({
      value: 'Accepted',
      detail: 'Cabinet, 2 May 2024 · 19 days late (due 13 April 2024)',
    })
  })

  test('keeps the answers of two bodies apart', () => {
    const trust = {
      ...answer,
      body: 'trust',
      bodyName: 'NHS Trust',
      response: 'NOT_ACCEPTED',
      dueOn: null,
      daysLate: null,
      reasons: 'No money',
    }
    const both = { position: { ...position, response: 'MIXED' }, answers: [{ ...answer, response: 'ACCEPTED', daysLate: 0 }, trust] }
    expect(axis(both, 'Response')).toMatchObject({ value: 'Bodies responded differently', detail: null })
    expect(axis(both, 'Response of Cabinet')).toMatchObject({
      value: 'Accepted',
      detail: '2 May 2024 · in time (due 13 April 2024)',
    })
    expect(axis(both, 'Response of NHS Trust')).toMatchObject({ value: 'Not accepted', detail: '2 May 2024 · No money' })
  })

  test('shows what each committee decided, and that they differ', () => {
    const tracker = { since: '2018-04-03', tracking: 'OPEN', setsDate: false, conclusionReason: null, handedTo: null, agreed: '5' }
    const trackedBy = [
      { ...tracker, committee: 'audit', committeeName: 'Audit', tracking: 'HANDED_OVER', handedTo: 'health' },
      { ...tracker, committee: 'children', committeeName: 'Children', setsDate: true, agreed: '1', agreedLabel: 'Achieved (Fully)' },
      { ...tracker, committee: 'health', committeeName: 'Health', tracking: 'CONCLUDED', agreedLabel: 'Not', conclusionReason: 'OBSTACLE' },
    ]
    const differing = { trackedBy }
    expect(axis(differing, 'Tracked by Audit')).toMatchObject({ value: 'Handed over', detail: 'since 3 April 2018 · to Health' })
    expect(axis(differing, 'Tracked by Children')).toMatchObject({
      value: 'Open',
      detail: 'since 3 April 2018 · agreed 1 Achieved (Fully) · sets the completion date',
    })
    expect(axis(differing, 'Tracked by Health')).toMatchObject({
      value: 'Concluded',
      detail: 'since 3 April 2018 · agreed 5 Not · concluded as not achieved, because of an obstacle',
    })
    expect(axis(differing, 'Assessment agreed')).toMatchObject({ value: 'Committees differ', detail: 'see what each committee decided' })
  })
  test('says of what no committee tracks that nothing is known of its end', () =>
    expect(axis({ position: { ...position, tracking: 'NOT_TRACKED' } }, 'Tracking')).toMatchObject({
      value: 'Not tracked by a committee',
      detail: 'nothing recorded here says whether it was done',
    }))
  test('of something concluded tells the last report as that, not as the present', () => {
    const concluded = { position: { ...position, delivery: 'IN_PROGRESS', tracking: 'CONCLUDED' }, conclusionReason: 'ACHIEVED' }
    expect(axis(concluded, 'Delivery')).toMatchObject({ value: 'In progress', detail: 'last report before tracking was concluded' })
    expect(axis(concluded, 'Tracking')).toMatchObject({ value: 'Concluded', detail: 'achieved' })
  })

  test('of something completed late says when it was completed and against which date', () => {
    const late = {
      ...schedule,
      state: 'MET_LATE',
      daysOverdue: null,
      dueOn: '2018-03-31',
      slippageDays: 35,
      completedOn: '2018-02-20',
      completedOnPrecision: 'DAY',
    }
    const over = { position: { ...position, schedule: late }, originalCompletionDate: '2018-01-16', revisedCompletionDate: '2018-03-31' }
    expect(axis(over, 'Schedule')).toMatchObject({
      value: 'Completed late',
      detail: 'completed 20 February 2018, original date 16 January 2018',
    })
    expect(date(over, 'Revised completion date')?.detail).toBe('74 days later than the original date')
  })

  test('shows no day where a month is known, and when it is to be looked at again', () => {
    const over = { originalCompletionDate: '2018-04-30', originalCompletionDatePrecision: 'MONTH' }
    expect(date(over, 'Original completion date')?.value).toBe('April 2018')
    const conclusion = { entry: 'c', lookAgainOn: '2019-12-31', decision: { committeeName: 'Audit' }, partsLeftOpen: [] }
    const again = {
      conclusionReason: 'ACHIEVED',
      conclusions: [{ ...conclusion, datesKnownTo: [{ field: 'lookAgainOn', precision: 'YEAR' }] }],
    }
    expect(date(again, 'To be looked at again')).toMatchObject({ value: '2019', detail: 'Audit' })
    expect(date({ ...again, conclusionReason: null }, 'To be looked at again')).toBeUndefined()
  })

  test('calls a category by the same name everywhere on the page', () => {
    const category = { code: '1', label: 'Achieved (Fully)' }
    const content = {
      entry: 'a',
      category: '1',
      label: 'Achieved (Fully)',
      words: 'Done.',
      effectiveOn: '2018-01-01',
      completedOn: null,
      datesKnownTo: [],
    }
    const over = {
      position: { ...position, assessment: { ...assessment, proposed: '1', proposedCategory: category } },
      proposals: [{ ...content, anticipatedCompletionDate: null, obstacle: null, withdrawnOn: null, withdrawnBecause: null }],
    }
    expect(axis(over, 'Assessment proposed')?.value).toBe('1 Achieved (Fully)')
    expect(voicesOf(node(over))[0]?.text).toBe('Category 1: Achieved (Fully)')
  })
})

test('each extension says from which date to which, why, and who decided', () => {
  const decision = { committeeName: 'Children’s Committee', meetingOn: '2018-02-14', minuteReference: '7' }
  const asked = {
    requestedOn: '2018-02-20',
    decidedOn: null,
    reason: 'Recruitment took longer',
    refusedBecause: null,
    withdrawnBecause: null,
  }
  const completionDateRevisions = [
    { ...asked, outcome: 'APPROVED', date: '2018-03-31', approvedDate: '2018-03-31', decision, decidedOn: '2018-02-14' },
    { ...asked, outcome: 'REFUSED', date: '2018-06-30', approvedDate: null, decision, decidedOn: '2018-02-21', refusedBecause: 'No plan.' },
    {
      ...asked,
      outcome: 'WITHDRAWN',
      date: '2018-04-30',
      approvedDate: null,
      decision: null,
      requestedOn: '2018-02-22',
      withdrawnBecause: 'Posts filled',
    },
    { ...asked, outcome: 'PENDING', date: '2018-05-31', approvedDate: null, decision: null, requestedOn: '2018-02-23' },
  ]
  const move = { from: '2018-01-16', to: '2018-03-31', days: 74, effectiveOn: '2018-02-14', approvedBy: decision }
  const slippage = [
    { ...move, cause: 'EXTENSION', reason: 'Recruitment took longer' },
    { ...move, cause: 'REOPENING', from: '2018-03-31', to: '2018-12-31', days: 275, effectiveOn: '2018-06-13', reason: 'It fell again' },
  ]
  const facts = datesOf(node({ completionDateRevisions, slippage, originalCompletionDate: '2018-01-16' }), () => null).filter(({ name }) =>
    /Extension|reopened/.test(name),
  )
  expect(facts.map(({ name, value }) => [name, value])).toEqual([
    ['Extension approved', '16 January 2018 to 31 March 2018 (74 days later)'],
    ['Extension refused', '31 March 2018 to 30 June 2018'],
    ['Extension request withdrawn', '31 March 2018 to 30 April 2018'],
    ['Extension requested', '31 March 2018 to 31 May 2018'],
    ['New date when reopened', '31 March 2018 to 31 December 2018 (275 days later)'],
  ])
  expect(facts[0]?.detail).toBe('Children’s Committee, 14 February 2018, minute 7. Reason: Recruitment took longer')
  expect(facts[2]?.detail).toBe('Reason: Recruitment took longer. Withdrawn: Posts filled')
})

test('slippage is shown in days, and increases while it is overdue', () => {
  const slippage = (over: object) =>
    datesOf(node({ position: { ...position, schedule: { ...schedule, ...over } } }), () => null).find(({ name }) => name === 'Slippage')
  expect(slippage({ slippageDays: 7274 })).toMatchObject({ value: '7,274 days', detail: 'increases each day while it is overdue' })
  expect(slippage({ state: 'NOT_DUE', slippageDays: 1 })).toMatchObject({ value: '1 day', detail: null })
  for (const none of [0, null, -3]) expect(slippage({ slippageDays: none })).toBeUndefined()
})
