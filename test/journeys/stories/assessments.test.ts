import { afterAll, beforeAll, expect, test } from 'vitest'
import { accepted, decidedBy, onBehalfOf, refused, startTestshire } from '../kit/testshire.ts'
import type { Testshire } from '../kit/testshire.ts'

/* Stories 7, 8, 35, 36 and 38: proposals of the member and assessments of the committee. */

let testshire: Testshire
beforeAll(async () => {
  testshire = await startTestshire()
})
afterAll(() => testshire.stop())

const anItem = (timescale: string | null = 'by 31 March 2024') => testshire.item('2023-10-02', timescale)
const asMember = () => onBehalfOf(testshire.offices.children)
const asCommittee = (on: string) => decidedBy('children-osc', on)
const underWay = { category: '6', words: 'Half of the centres are open.' }
const notYet = { category: '3', anticipatedCompletionDate: '2024-09-30', words: 'Most of the centres are open.' }
const position = 'position { tracking assessment { proposed agreed differs } }'

const withEvidence = async (id: string, on: string): Promise<void> => {
  const rota = { evidenceId: 'rota', digest: `sha256:${'5e'.repeat(32)}`, mediaType: 'text/csv', name: 'Rota', location: 'Papers' }
  await testshire.done(id, 'attachEvidence', on, { ...rota, shows: 'OUTPUT', words: 'All centres are open.' })
}
const achieved = { category: '1', completedOn: '2024-03-20', evidence: ['rota'], words: 'All centres are open.' }

test('7: the member says achieved, the committee does not: both are seen, they differ, and nothing is concluded', async () => {
  const id = await anItem()
  await withEvidence(id, '2024-04-02')
  await testshire.done(id, 'proposeAssessment', '2024-04-02', { proposalId: 'done', ...achieved, ...asMember() })
  await testshire.done(id, 'makeCommitteeAssessment', '2024-04-10', { insteadOf: 'done', ...notYet, ...asCommittee('2024-04-10') })
  expect(await testshire.read(id, `${position} proposals { category words } assessments { kind category insteadOf }`)).toEqual({
    position: { tracking: 'OPEN', assessment: { proposed: '1', agreed: '3', differs: true } },
    proposals: [{ category: '1', words: 'All centres are open.' }],
    assessments: [{ kind: 'OWN', category: '3', insteadOf: 'done' }],
  })
  const conclude = { reason: 'ACHIEVED', explanation: 'It is done.', ...asCommittee('2024-04-10') }
  expect(await testshire.execute(id, 'concludeTracking', '2024-04-10', conclude)).toEqual(
    refused('reason', 'The committee has not agreed that this is achieved.', 'Record the agreed assessment first.'),
  )
})

test('8: the member makes a second proposal before the meeting: it replaces the first, which nobody can decide any more', async () => {
  const id = await anItem()
  await testshire.done(id, 'proposeAssessment', '2024-03-28', { proposalId: 'first', ...underWay, ...asMember() })
  await testshire.done(id, 'proposeAssessment', '2024-04-04', { proposalId: 'second', ...notYet, ...asMember() })
  const agree = (proposalId: string) => testshire.execute(id, 'agreeAssessment', '2024-04-10', { proposalId, ...asCommittee('2024-04-10') })
  const replaced = refused(
    'proposalId',
    'A newer proposal has replaced this one.',
    'Decide on the newest proposal, or record that it was withdrawn.',
  )
  expect(await agree('first')).toEqual(replaced)
  expect(await testshire.read(id, position, { asAt: '2024-03-29' })).toMatchObject({ position: { assessment: { proposed: '6' } } })
  expect(await agree('second')).toEqual(accepted)
  expect(await testshire.read(id, position)).toMatchObject({ position: { assessment: { proposed: '3', agreed: '3', differs: false } } })
  expect(await agree('first')).toEqual(replaced)
})

test('8: only the member can withdraw the proposal, and it stays on record', async () => {
  const id = await anItem()
  await testshire.done(id, 'proposeAssessment', '2024-03-28', { proposalId: 'first', ...underWay, ...asMember() })
  const withdrawing = { proposalId: 'first', reason: 'A centre was forgotten.' }
  const other = onBehalfOf(testshire.offices.communities)
  expect(await testshire.execute(id, 'withdrawProposal', '2024-04-02', { ...withdrawing, ...other })).toEqual(
    refused(
      'onBehalfOf',
      'A proposal or a request can be withdrawn only by the person or body that made it.',
      'Record it on behalf of the person or body that made it.',
    ),
  )
  await testshire.done(id, 'withdrawProposal', '2024-04-02', { ...withdrawing, ...asMember() })
  expect(await testshire.read(id, `${position} proposals { withdrawnOn withdrawnBecause }`)).toMatchObject({
    position: { assessment: { proposed: null } },
    proposals: [{ withdrawnOn: '2024-04-02', withdrawnBecause: 'A centre was forgotten.' }],
  })
})

test('35: "in progress", proposed before the date, cannot be agreed after it: the committee makes its own assessment', async () => {
  const id = await anItem()
  await testshire.done(id, 'proposeAssessment', '2024-03-01', { proposalId: 'first', ...underWay, ...asMember() })
  const agree = { proposalId: 'first', ...asCommittee('2024-04-10') }
  expect(await testshire.execute(id, 'agreeAssessment', '2024-04-10', agree)).toEqual(
    refused(
      'proposalId',
      'In progress can be used only until the original date: the date was 31 March 2024.',
      'Record the committee’s own assessment instead, or ask those responsible for a new proposal.',
    ),
  )
  await testshire.done(id, 'makeCommitteeAssessment', '2024-04-10', { insteadOf: 'first', ...notYet, ...asCommittee('2024-04-10') })
})

test('36: a committee cannot propose, and the member who proposed cannot decide', async () => {
  const id = await anItem()
  const { onBehalfOf: committee } = asCommittee('2024-03-13')
  expect(await testshire.execute(id, 'proposeAssessment', '2024-03-13', { ...underWay, onBehalfOf: committee })).toEqual(
    refused(
      'onBehalfOf',
      'Only a responsible body can propose an assessment or ask for more time; a committee records its own assessment.',
      'Record it on behalf of the office responsible, or assign the body as an owner first.',
    ),
  )
  await testshire.done(id, 'proposeAssessment', '2024-03-13', { proposalId: 'first', ...underWay, ...asMember() })
  const { decision } = asCommittee('2024-03-13')
  expect(await testshire.execute(id, 'agreeAssessment', '2024-03-13', { proposalId: 'first', decision, ...asMember() })).toEqual(
    refused(
      'onBehalfOf',
      'The executive and its members cannot decide as a committee.',
      'Record it on behalf of the committee that decided.',
    ),
  )
  // That one officer types both is normal, and shown.
  await testshire.done(id, 'agreeAssessment', '2024-03-13', { proposalId: 'first', ...asCommittee('2024-03-13') })
  expect(await testshire.read(id, 'assessments { recordedBySamePerson }')).toEqual({ assessments: [{ recordedBySamePerson: true }] })
})

test('38: an item in progress or without a date cannot be concluded as achieved or as held up', async () => {
  const conclude = (id: string, reason: string) =>
    testshire.execute(id, 'concludeTracking', '2024-03-13', { reason, explanation: 'Enough.', ...asCommittee('2024-03-13') })
  const [inProgress, undated] = [await anItem(), await anItem(null)]
  for (const id of [inProgress, undated]) {
    await testshire.done(id, 'makeCommitteeAssessment', '2024-03-13', { ...underWay, ...asCommittee('2024-03-13') })
    expect(await conclude(id, 'ACHIEVED')).toEqual(
      refused('reason', 'The committee has not agreed that this is achieved.', 'Record the agreed assessment first.'),
    )
    expect(await conclude(id, 'OBSTACLE')).toEqual(
      refused('reason', 'The committee has not agreed that there is an obstacle.', 'Record the agreed assessment first.'),
    )
  }
})
