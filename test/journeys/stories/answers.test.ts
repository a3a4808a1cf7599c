import { afterAll, beforeAll, expect, test } from 'vitest'
import { accepted, decidedBy, onBehalfOf, refused, startTestshire } from '../kit/testshire.ts'
import type { Testshire } from '../kit/testshire.ts'

/* Stories 1, 2, 3, 9, 10, 24 and 26: responses, their dates, and conclusions that depend on them. */

let testshire: Testshire
beforeAll(async () => {
  testshire = await startTestshire()
})
afterAll(() => testshire.stop())

const cabinet = { body: 'cabinet', bodyName: 'Cabinet' }
const asCabinet = { ...cabinet, onBehalfOf: { kind: 'BODY', id: cabinet.body } }
const received = '2024-02-14'
const noticed = (over: object = {}) => ({ ...cabinet, receivedOn: received, noticeOn: received, ...over })
const awaitingAnswer = async (): Promise<string> => {
  const id = await testshire.item('2024-02-06', 'within six months')
  await testshire.done(id, 'requireResponse', received, noticed())
  return id
}
const answers = 'text position { response } answers { body response daysLate wording reasons }'
const late = async (asAt: string) => {
  const asked = `query ($asAt: Date) { responsesAwaited(filter: { authority: "testshire", late: true }, asAt: $asAt) { edges { node { body dueOn daysLate recommendation { id } } } } }`
  const { responsesAwaited } = await testshire.officer.read<{ responsesAwaited: { edges: { node: object }[] } }>(asked, { asAt })
  return responsesAwaited.edges.map(({ node }) => node)
}

test('1: the executive answers 19 days late: awaited, then listed as late, then accepted and late by 19 days', async () => {
  const id = await awaitingAnswer()
  expect(await testshire.read(id, answers, { asAt: '2024-04-01' })).toMatchObject({ position: { response: 'AWAITED' } })
  expect(await late('2024-04-13')).toEqual([])
  const owed = { body: 'cabinet', dueOn: '2024-04-13', daysLate: 7, recommendation: { id } }
  expect(await late('2024-04-20')).toEqual([owed])
  await testshire.done(id, 'giveResponse', '2024-05-02', { ...asCabinet, response: 'ACCEPTED' })
  expect(await testshire.read(id, answers)).toMatchObject({
    position: { response: 'ACCEPTED' },
    answers: [{ body: 'cabinet', response: 'ACCEPTED', daysLate: 19 }],
  })
  expect([await late('2024-05-01'), await late('2024-05-02')]).toEqual([[{ ...owed, daysLate: 18 }], []])
})

test('2: a partial acceptance needs reasons, and shows what is accepted', async () => {
  const id = await awaitingAnswer()
  const inPart = { ...asCabinet, response: 'ACCEPTED_IN_PART', wording: 'Open the centres on Saturdays.' }
  expect(await testshire.execute(id, 'giveResponse', '2024-03-20', inPart)).toEqual(
    refused('reasons', 'A refusal, in whole or in part, needs reasons.', 'Enter the reasons.'),
  )
  await testshire.done(id, 'giveResponse', '2024-03-20', { ...inPart, reasons: 'There are no staff on Sundays.' })
  expect(await testshire.read(id, answers)).toEqual({
    text: 'The council opens every youth centre at weekends.',
    position: { response: 'ACCEPTED_IN_PART' },
    answers: [
      {
        body: 'cabinet',
        response: 'ACCEPTED_IN_PART',
        daysLate: 0,
        wording: 'Open the centres on Saturdays.',
        reasons: 'There are no staff on Sundays.',
      },
    ],
  })
})

test('3: an amended wording is required, and is shown beside the original', async () => {
  const id = await awaitingAnswer()
  const amended = { ...asCabinet, response: 'ACCEPTED_WITH_AMENDED_WORDING' }
  expect(await testshire.execute(id, 'giveResponse', '2024-03-20', amended)).toEqual(
    refused('wording', 'An amended or adapted recommendation needs its new wording.', 'Enter the new wording.'),
  )
  const wording = 'The council opens two youth centres at weekends.'
  await testshire.done(id, 'giveResponse', '2024-03-20', { ...amended, wording })
  expect(await testshire.read(id, answers)).toMatchObject({
    text: 'The council opens every youth centre at weekends.',
    position: { response: 'ACCEPTED_WITH_AMENDED_WORDING' },
    answers: [{ wording }],
  })
})

const notAccepted = (on: string) => ({
  reason: 'NOT_ACCEPTED',
  explanation: 'The committee heard the reasons.',
  ...decidedBy('children-osc', on),
})

test('9: only after the executive has refused with reasons can it be concluded as not accepted', async () => {
  const id = await awaitingAnswer()
  expect(await testshire.execute(id, 'concludeTracking', '2024-03-10', notAccepted('2024-03-10'))).toEqual(
    refused(
      'reason',
      'Not every body that has to respond has refused this recommendation: Cabinet has not.',
      'Record the refusal of each body with its reasons first, or choose another reason.',
    ),
  )
  await testshire.done(id, 'giveResponse', '2024-04-10', { ...asCabinet, response: 'NOT_ACCEPTED', reasons: 'There is no money.' })
  await testshire.done(id, 'concludeTracking', '2024-06-12', notAccepted('2024-06-12'))
  expect(await testshire.read(id, 'conclusionReason position { response tracking schedule { state } }')).toEqual({
    conclusionReason: 'NOT_ACCEPTED',
    position: { response: 'NOT_ACCEPTED', tracking: 'CONCLUDED', schedule: { state: 'ENDED' } },
  })
})

test('10: an accepted recommendation cannot be concluded as not accepted', async () => {
  const id = await awaitingAnswer()
  await testshire.done(id, 'giveResponse', '2024-04-10', { ...asCabinet, response: 'ACCEPTED' })
  expect(await testshire.execute(id, 'concludeTracking', '2024-06-12', notAccepted('2024-06-12'))).toEqual(
    refused(
      'reason',
      'Not every body that has to respond has refused this recommendation: Cabinet has not.',
      'Record the refusal of each body with its reasons first, or choose another reason.',
    ),
  )
})

test('24: asked jointly, the council accepts and the trust refuses: two answers, two clocks, and mixed as a whole', async () => {
  const id = await awaitingAnswer()
  const { trust } = testshire.offices
  await testshire.done(id, 'requireResponse', received, { body: trust, receivedOn: received, noticeOn: received, of: 'HEALTH_BODY' })
  const required = 'responsesRequired { body dueOn respondedOn }'
  expect(await testshire.read(id, required, { asAt: '2024-02-20' })).toEqual({
    responsesRequired: [
      { body: 'cabinet', dueOn: '2024-04-13', respondedOn: null },
      { body: trust, dueOn: '2024-03-13', respondedOn: null },
    ],
  })
  await testshire.done(id, 'giveResponse', '2024-03-20', { ...asCabinet, response: 'ACCEPTED' })
  const refusal = { body: trust, ...onBehalfOf(trust), response: 'NOT_ACCEPTED', reasons: 'It is not our duty.' }
  await testshire.done(id, 'giveResponse', '2024-03-18', refusal)
  expect(await testshire.read(id, answers)).toMatchObject({
    position: { response: 'MIXED' },
    answers: [
      { body: 'cabinet', response: 'ACCEPTED', daysLate: 0 },
      { body: trust, response: 'NOT_ACCEPTED', daysLate: 5 },
    ],
  })
  expect(await testshire.execute(id, 'concludeTracking', '2024-06-12', notAccepted('2024-06-12'))).toMatchObject({
    message: 'Not every body that has to respond has refused this recommendation: Cabinet has not.',
  })
})

test('26: each duty to answer has its own clock, which says how it was counted', async () => {
  const { trust } = testshire.offices
  const asked = async (kind: string, of: string) => {
    const report = await testshire.report('2024-02-06', { kind })
    const id = await testshire.issue(report, '2024-02-06')
    const given = { body: trust, receivedOn: '2024-02-14', noticeOn: '2024-02-14', of }
    expect(await testshire.execute(id, 'requireResponse', '2024-02-14', given)).toEqual(accepted)
    type Clock = { readonly dueOn: string; readonly computed: string }
    return (await testshire.read<{ responseRequired: Clock }>(id, 'responseRequired { dueOn computed }')).responseRequired
  }
  expect([
    await asked('CORONER', 'CORONER'),
    await asked('SCRUTINY', 'HEALTH_BODY'),
    await asked('SCRUTINY', 'CRIME_AND_DISORDER'),
    await asked('INSPECTION', 'INSPECTION_ACTION_PLAN'),
  ]).toEqual([
    { dueOn: '2024-04-10', computed: '56 days from 14 February 2024 end on 10 April 2024' },
    { dueOn: '2024-03-13', computed: '28 days from 14 February 2024 end on 13 March 2024' },
    { dueOn: '2024-03-13', computed: '28 days from 14 February 2024 end on 13 March 2024' },
    // Counted by hand: four bank holidays lie between.
    { dueOn: '2024-05-28', computed: '70 working days, the first after 14 February 2024, end on 28 May 2024' },
  ])
})
