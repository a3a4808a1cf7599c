import { afterAll, beforeAll, expect, test } from 'vitest'
import { accepted, decidedBy, onBehalfOf, refused, startTestshire } from '../kit/testshire.ts'
import type { Testshire } from '../kit/testshire.ts'

/* Stories 4, 5, 6, 22, 23 and 30: due dates, extensions, slippage, and impossible dates. */

let testshire: Testshire
beforeAll(async () => {
  testshire = await startTestshire()
})
afterAll(() => testshire.stop())

const due = '2024-03-31'
const anItem = (timescale: string | null = 'by 31 March 2024') => testshire.item('2023-10-02', timescale)
const asked = (date: string, requestId = 'first') => ({
  requestId,
  date,
  reason: 'The building is not ready.',
  ...onBehalfOf(testshire.offices.children),
})
const schedule = async (id: string, asAt: string) =>
  (
    await testshire.read<{ position: { schedule: object } }>(
      id,
      'position { schedule { state dueOn daysOverdue daysUntilDue slippageDays } }',
      { asAt },
    )
  ).position.schedule
const overdueBy = (days: number, dueOn = due) => ({ state: 'OVERDUE', dueOn, daysOverdue: days, daysUntilDue: null, slippageDays: days })
const evidence = {
  evidenceId: 'rota',
  digest: `sha256:${'5e'.repeat(32)}`,
  mediaType: 'text/csv',
  name: 'Rota',
  location: 'Committee papers',
  shows: 'OUTPUT',
  words: 'All centres are open.',
}

test('4: an extension asked for after the date had passed: overdue until it is approved, then due on the new date', async () => {
  const id = await anItem()
  await testshire.done(id, 'requestCompletionDateRevision', '2024-05-20', asked('2024-09-30'))
  await testshire.done(id, 'approveCompletionDateRevision', '2024-06-12', {
    requestId: 'first',
    ...decidedBy('children-osc', '2024-06-12'),
  })
  expect(await schedule(id, due)).toMatchObject({ state: 'DUE_SOON', daysUntilDue: 0, slippageDays: 0 })
  expect(await schedule(id, '2024-04-01')).toEqual(overdueBy(1))
  expect(await schedule(id, '2024-06-11')).toEqual(overdueBy(72))
  expect(await schedule(id, '2024-06-12')).toEqual({
    state: 'NOT_DUE',
    dueOn: '2024-09-30',
    daysOverdue: null,
    daysUntilDue: 110,
    slippageDays: 183,
  })
  const dates = 'originalCompletionDate revisedCompletionDate slippage { from to days approvedBy { committeeName meetingOn } reason }'
  expect(await testshire.read(id, dates)).toEqual({
    originalCompletionDate: due,
    revisedCompletionDate: '2024-09-30',
    slippage: [
      {
        from: due,
        to: '2024-09-30',
        days: 183,
        approvedBy: { committeeName: 'Children O&S Committee', meetingOn: '2024-06-12' },
        reason: 'The building is not ready.',
      },
    ],
  })
  await testshire.done(id, 'attachEvidence', '2024-09-02', evidence)
  const achieved = { completedOn: '2024-09-01', evidence: ['rota'], words: 'Done.', ...onBehalfOf(testshire.offices.children) }
  expect(await testshire.execute(id, 'proposeAssessment', '2024-09-10', { category: '1', ...achieved })).toEqual(
    refused(
      'category',
      'Achieved fully means completed on or before the original date, whatever extension was approved: the date was 31 March 2024.',
      'Choose achieved late, or correct the date of completion.',
    ),
  )
  await testshire.done(id, 'proposeAssessment', '2024-09-10', { category: '2', proposalId: 'late', ...achieved })
  await testshire.done(id, 'agreeAssessment', '2024-09-18', { proposalId: 'late', ...decidedBy('children-osc', '2024-09-18') })
  expect(await schedule(id, '2024-09-18')).toMatchObject({ state: 'MET_LATE', slippageDays: 154 })
})

test('5: an extension refused with its reason leaves it overdue; a second request is granted to another date', async () => {
  const id = await anItem()
  await testshire.done(id, 'requestCompletionDateRevision', '2024-04-15', asked('2024-12-31'))
  const refusal = { requestId: 'first', reason: 'No plan was shown.', ...decidedBy('children-osc', '2024-05-08') }
  await testshire.done(id, 'refuseCompletionDateRevision', '2024-05-08', refusal)
  expect(await schedule(id, '2024-05-08')).toEqual(overdueBy(38))
  const granting = { requestId: 'first', ...decidedBy('children-osc', '2024-06-12') }
  expect(await testshire.execute(id, 'approveCompletionDateRevision', '2024-06-12', granting)).toEqual(
    refused('requestId', 'This request has already been decided.', 'Make a new request.'),
  )
  await testshire.done(id, 'requestCompletionDateRevision', '2024-05-20', asked('2024-12-31', 'second'))
  await testshire.done(id, 'approveCompletionDateRevision', '2024-06-12', { ...granting, requestId: 'second', date: '2024-09-30' })
  expect(await testshire.read(id, 'revisedCompletionDate completionDateRevisions { outcome date approvedDate refusedBecause }')).toEqual({
    revisedCompletionDate: '2024-09-30',
    completionDateRevisions: [
      { outcome: 'REFUSED', date: '2024-12-31', approvedDate: null, refusedBecause: 'No plan was shown.' },
      { outcome: 'APPROVED', date: '2024-12-31', approvedDate: '2024-09-30', refusedBecause: null },
    ],
  })
})

test('6: an extension to a date that is not later, or that has passed, is refused', async () => {
  const id = await anItem()
  expect(await testshire.execute(id, 'requestCompletionDateRevision', '2024-02-01', asked('2024-02-29'))).toEqual(
    refused('date', 'An extension must be to a later date than the current one: that is 31 March 2024.', 'Enter a later date.'),
  )
  expect(await testshire.execute(id, 'requestCompletionDateRevision', '2024-05-20', asked('2024-04-30'))).toEqual(
    refused('date', 'This date had already passed on the day of the entry: that is 20 May 2024.', 'Enter a date that is still to come.'),
  )
})

test('22: months end where the calendar says: six months and twelve from the end of a month, and the answer’s two months', async () => {
  const dated = async (on: string, timescale: string) => {
    const id = await testshire.issue(await testshire.report(on), on, { timescale: { asPrinted: timescale } })
    return (await testshire.read<{ originalCompletionDate: string }>(id, 'originalCompletionDate')).originalCompletionDate
  }
  expect(await dated('2023-08-31', 'within six months')).toBe('2024-02-29')
  expect(await dated('2024-02-29', 'within twelve months')).toBe('2025-02-28')
  const answeredBy = async (on: string) => {
    const id = await testshire.issue(await testshire.report(on), on)
    await testshire.done(id, 'requireResponse', on, { body: 'cabinet', bodyName: 'Cabinet', receivedOn: on, noticeOn: on })
    return (await testshire.read<{ responseRequired: { dueOn: string } }>(id, 'responseRequired { dueOn }')).responseRequired.dueOn
  }
  const days = ['2023-12-31', '2022-12-30', '2024-01-01', '2018-02-14']
  expect(await Promise.all(days.map(answeredBy))).toEqual(['2024-02-29', '2023-02-28', '2024-02-29', '2018-04-13'])
})

test('23: without a date it is listed as undated, held up, given a date, extended, and achieved late', async () => {
  const id = await anItem(null)
  const { children } = testshire.offices
  expect(await testshire.listed({ schedule: ['UNDATED'], tracking: 'OPEN' }, { asAt: '2023-12-01' })).toEqual([id])
  const heldUp = {
    category: '4',
    proposalId: 'heldUp',
    obstacle: 'The lease has ended.',
    words: 'We are looking.',
    ...onBehalfOf(children),
  }
  expect(await testshire.execute(id, 'proposeAssessment', '2023-12-01', heldUp)).toEqual(accepted)
  const agreed = (on: string) => decidedBy('children-osc', on)
  await testshire.done(id, 'agreeAssessment', '2023-12-13', { proposalId: 'heldUp', ...agreed('2023-12-13') })
  await testshire.done(id, 'agreeCompletionDate', '2023-12-13', { date: due, ...agreed('2023-12-13') })
  expect(await testshire.execute(id, 'agreeCompletionDate', '2024-01-10', { date: '2024-06-30', ...agreed('2024-01-10') })).toEqual(
    refused('date', 'This recommendation has a completion date: its date is 31 March 2024.', 'Ask for a revised date instead.'),
  )
  await testshire.done(id, 'requestCompletionDateRevision', '2024-03-01', asked('2024-06-30'))
  await testshire.done(id, 'approveCompletionDateRevision', '2024-03-13', { requestId: 'first', ...agreed('2024-03-13') })
  await testshire.done(id, 'attachEvidence', '2024-06-03', evidence)
  const achieved = { category: '2', completedOn: '2024-06-01', evidence: ['rota'], words: 'Done.', ...agreed('2024-06-12') }
  await testshire.done(id, 'makeCommitteeAssessment', '2024-06-12', achieved)
  expect(await schedule(id, '2023-12-12')).toMatchObject({ state: 'UNDATED', dueOn: null, slippageDays: null })
  expect(await schedule(id, '2024-04-01')).toMatchObject({ state: 'NOT_DUE', dueOn: '2024-06-30', slippageDays: 91 })
  expect(await schedule(id, '2024-06-12')).toMatchObject({ state: 'MET_LATE', slippageDays: 62 })
  expect(await testshire.listed({ schedule: ['UNDATED'], tracking: 'OPEN' }, { asAt: '2024-06-12' })).toEqual([])
})

test('30: an update, an action or a completion dated before the recommendation is refused', async () => {
  const id = await anItem()
  const before = (message: string) => `${message}: that was on 2 October 2023.`
  const update = { words: 'Work goes on.' }
  expect(await testshire.execute(id, 'updateProgress', '2023-09-01', update)).toEqual(
    refused('effectiveOn', before('This is before the recommendation was issued'), 'Check the date, or correct the date of issue first.'),
  )
  const checkYear = [
    before('This date is before the recommendation was made'),
    'Check the year, or correct the date of issue first.',
  ] as const
  expect(await testshire.execute(id, 'planAction', '2023-11-01', { description: 'Hire staff', dueOn: '2023-01-31' })).toEqual(
    refused('dueOn', ...checkYear),
  )
  expect(await testshire.execute(id, 'updateProgress', '2023-11-01', { ...update, claim: 'COMPLETE', completedOn: '1999-11-01' })).toEqual(
    refused('completedOn', ...checkYear),
  )
  await testshire.done(id, 'attachEvidence', '2023-11-01', evidence)
  const achieved = { category: '1', completedOn: '1999-11-01', evidence: ['rota'], words: 'Done.' }
  expect(await testshire.execute(id, 'proposeAssessment', '2023-11-02', achieved)).toEqual(refused('completedOn', ...checkYear))
})
