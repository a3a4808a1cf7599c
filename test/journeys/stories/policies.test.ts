import { afterAll, beforeAll, expect, test } from 'vitest'
import { accepted, decidedBy, onBehalfOf, refused, startTestshire } from '../kit/testshire.ts'
import type { Testshire } from '../kit/testshire.ts'

/* Stories 27 and 28: a council that assesses in red, amber and green, and one under the committee system. */

let testshire: Testshire
beforeAll(async () => {
  testshire = await startTestshire()
})
afterAll(() => testshire.stop())

const policy = (over: object) => ({
  authority: 'testshire',
  mapping: [],
  clocks: { dueSoonDays: 45, immediateMonths: 0, executiveResponseMonths: 2, inspectionActionPlanWorkingDays: 70 },
  hasExecutive: true,
  policySource: 'Constitution, part 4',
  illustrative: true,
  ...over,
})
const level = (code: string, label: string, meaning: string) => ({ code, label, meaning })
const green = level('G', 'Green', 'ACHIEVED_ON_TIME')
const amber = level('A', 'Amber', 'IN_PROGRESS')
const red = level('R', 'Red', 'INSUFFICIENT_PROGRESS')

test('27: three levels without a category for late work are refused; five categories shown as three have an amber after the due date', async () => {
  const { officer } = testshire
  const administrator = await testshire.signedIn('administrator', 'Ada Example')
  const adopt = (over: object) => administrator.execute('adoptPolicy', { effectiveOn: '2024-01-01', ...policy(over) })
  expect(await officer.execute('adoptPolicy', { effectiveOn: '2024-01-01', ...policy({ categories: [green, amber, red] }) })).toEqual({
    kind: 'CommandForbidden',
    role: 'OFFICER',
    message: 'Your role (scrutiny officer) cannot record this. Ask an administrator.',
  })
  expect(await adopt({ categories: [green, amber, red] })).toEqual(
    refused(
      'categories',
      'A recommendation could reach a point that no category describes: achieved after its date (ACHIEVED_LATE).',
      'Add a category for each of these; the mapping can show several categories as one level, such as green.',
    ),
  )
  const greenLate = level('GL', 'Green, late', 'ACHIEVED_LATE')
  const amberLate = level('AL', 'Amber, late', 'PROGRESS_MADE')
  const mapping = [
    { code: 'GL', shownAs: 'Green' },
    { code: 'AL', shownAs: 'Amber' },
  ]
  expect(await adopt({ categories: [green, greenLate, amber, amberLate, red], mapping })).toEqual(accepted)
  const id = await testshire.item('2024-01-08', 'by 31 March 2024')
  const assess = (on: string, category: string) =>
    testshire.execute(id, 'makeCommitteeAssessment', on, {
      category,
      words: 'Half of the centres are open.',
      ...(category === 'AL' && { anticipatedCompletionDate: '2024-09-30' }),
      ...decidedBy('children-osc', on),
    })
  expect(await assess('2024-03-13', 'A')).toEqual(accepted)
  expect(await assess('2024-04-10', 'A')).toEqual(
    refused(
      'category',
      'In progress can be used only until the original date: the date was 31 March 2024.',
      'Choose one of the categories for not achieved.',
    ),
  )
  expect(await assess('2024-04-10', 'AL')).toEqual(accepted)
  const agreed = 'position { assessment { agreed category { label meaning policyVersion } } }'
  expect(await testshire.read(id, agreed)).toEqual({
    position: { assessment: { agreed: 'AL', category: { label: 'Amber, late', meaning: 'PROGRESS_MADE', policyVersion: 1 } } },
  })
  expect(await testshire.read(id, agreed, { asAt: '2024-03-13' })).toMatchObject({
    position: { assessment: { category: { label: 'Amber' } } },
  })
})

test('28: in a council without an executive, a committee called "executive" decides on what its own chair is responsible for', async () => {
  const name = 'Executive Committee'
  await testshire.officer.done('establishCommittee', {
    slug: 'executive',
    name,
    authority: 'testshire',
    kind: 'POLICY',
    effectiveOn: '2015-05-19',
    illustrative: true,
  })
  const chair = await testshire.office('Chair of the Executive Committee', 'MEMBER')
  const id = await testshire.item('2024-01-08', 'by 31 December 2025')
  await testshire.done(id, 'assignOwner', '2024-01-08', { owner: chair, role: 'RESPONSIBLE_MEMBER' })
  const decided = (on: string) => ({
    onBehalfOf: { kind: 'BODY', id: 'executive' },
    decision: { committee: 'executive', committeeName: name, meetingOn: on, minuteReference: `${on} item 2` },
  })
  expect(await testshire.execute(id, 'takeOnTracking', '2024-02-07', decided('2024-02-07'))).toEqual(
    refused(
      'decision.committee',
      'The executive and its members cannot decide as a committee.',
      'Record it on behalf of the committee that decided.',
    ),
  )
  const administrator = await testshire.signedIn('administrator', 'Ada Example')
  const categories = [green, level('GL', 'Green, late', 'ACHIEVED_LATE'), amber, red]
  await administrator.done('adoptPolicy', { effectiveOn: '2024-05-20', ...policy({ categories, hasExecutive: false }) })
  await testshire.done(id, 'takeOnTracking', '2024-06-05', decided('2024-06-05'))
  const proposal = { proposalId: 'first', category: 'A', words: 'Half of the centres are open.', ...onBehalfOf(chair) }
  await testshire.done(id, 'proposeAssessment', '2024-06-05', proposal)
  expect(await testshire.execute(id, 'agreeAssessment', '2024-07-03', { proposalId: 'first', ...decided('2024-07-03') })).toEqual(accepted)
})
