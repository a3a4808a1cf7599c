import { detailsOf } from '@outstanding/identity'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApi } from './kit/api-in-process.ts'
import type { Role, RunningApi } from './kit/api-in-process.ts'
import { createClient, inProcess } from './kit/client.ts'
import type { Client } from './kit/client.ts'
import { aRecommendation, aReport, committee, decision } from './kit/examples.ts'
import { establishCommittee, tracked } from './kit/whole-life.ts'

let running: RunningApi
let officer: Client
let recommendation: string
const as = async (role: Role, name?: string): Promise<Client> =>
  createClient(inProcess(running.api.fetch), await running.tokenOf(role, name))

beforeAll(async () => {
  running = await startApi()
  officer = await as('officer')
  const { id: report } = await officer.done('registerReport', aReport())
  recommendation = (await officer.done('issueRecommendation', aRecommendation(report))).id
})
afterAll(() => running.stop())

const update = (updateId: string, onBehalfOf: object | null, effectiveOn = '2026-03-02') => ({
  recommendation,
  effectiveOn,
  updateId,
  words: 'Work goes on.',
  onBehalfOf,
})
const office = async (name: string): Promise<string> =>
  (await officer.done('createOffice', { authority: 'example-borough', kind: 'OFFICER', name, effectiveOn: '2025-01-06' })).id
const idOf = async (client: Client): Promise<string> => {
  await client.execute('updateProgress', { ...update(`first-${Math.random()}`, null) })
  return (await client.read<{ viewer: { id: string } }>('{ viewer { id } }')).viewer.id
}
const refused = { kind: 'CommandRejected', rule: 'recordsForOwnOffice', field: 'onBehalfOf' }

describe('whose act it was is not taken on trust', () => {
  test.each(['lead-officer', 'responsible-member'] as const)('of the role %s: never a committee’s', async (role) => {
    const answer = await (await as(role)).execute('updateProgress', update('as-committee', committee))
    expect(answer).toMatchObject({ ...refused, message: expect.stringContaining('Ask a scrutiny officer.') })
  })

  test('nor another person’s, nor an office’s that somebody else holds', async () => {
    const lead = await as('lead-officer', 'Lena Lead')
    const other = { kind: 'PERSON', id: 'person-0d6e5a3e-7d52-4a57-9f0e-6a3f5d1f5b6a' }
    expect(await lead.execute('updateProgress', update('other', other))).toMatchObject(refused)
    expect(await lead.execute('updateProgress', update('office', { kind: 'OFFICE', id: await office('Head of roads') }))).toMatchObject(
      refused,
    )
  })

  test('but the office’s that they hold, from the day on which they came to the day on which they leave', async () => {
    const lead = await as('lead-officer', 'Lena Lead')
    const holder = await idOf(lead)
    const id = await office('Head of schools')
    const own = { kind: 'OFFICE', id }
    await officer.done('appointHolder', { office: id, effectiveOn: '2026-02-02', holder })
    expect(await lead.execute('updateProgress', update('held', own))).toMatchObject({ kind: 'CommandAccepted' })
    expect(await lead.execute('updateProgress', update('before', own, '2026-02-01'))).toMatchObject(refused)
    await officer.done('releaseHolder', { office: id, effectiveOn: '2026-04-01', holder })
    expect(await lead.execute('updateProgress', update('left', own))).toMatchObject(refused)
  })

  test('and their own', async () => {
    const lead = await as('lead-officer', 'Lena Lead')
    const id = await idOf(lead)
    const execute = (written: string) =>
      lead.execute('updateProgress', update(`own-${written.length}-${written.startsWith('p')}`, { kind: 'PERSON', id: written }))
    expect(await execute(id)).toMatchObject({ kind: 'CommandAccepted' })
    for (const other of [id.slice('person-'.length), id.toUpperCase()])
      expect(await execute(other)).toMatchObject({ kind: 'CommandRejected', rule: 'opaquePersonId', field: 'onBehalfOf.id' })
  })

  test('an officer writes down what any office or body sent in', async () => {
    const own = { kind: 'OFFICE', id: await office('Head of libraries') }
    expect(await officer.execute('updateProgress', update('sent-in', own))).toMatchObject({ kind: 'CommandAccepted' })
    expect(await officer.execute('updateProgress', update('body', { kind: 'BODY', id: 'a-health-trust' }))).toMatchObject({
      kind: 'CommandAccepted',
    })
  })
})

test.each([
  ['committee-member', 'updateProgress', 'Your role (committee member) cannot record this. Ask a scrutiny officer.'],
  ['quartet', 'updateProgress', 'Your role (senior leader) cannot record this. Ask a scrutiny officer.'],
] as const)('the role %s learns whom to ask', async (role, mutation, message) =>
  expect(await (await as(role)).execute(mutation, update('x', null))).toMatchObject({ kind: 'CommandForbidden', message }),
)

describe('what one person recorded on both sides', () => {
  const assess = async (proposing: Client, deciding: Client, authority = 'example-borough') => {
    await establishCommittee(officer, authority)
    const { id: report } = await officer.done('registerReport', aReport({ authority }))
    const { id } = await officer.done('issueRecommendation', aRecommendation(report))
    await officer.done('publishReport', { report, effectiveOn: '2026-01-06' })
    await tracked(officer, id)
    const about = { recommendation: id, effectiveOn: '2026-03-02' }
    const proposal = { ...about, proposalId: 'p', category: '6', words: 'Under way.', onBehalfOf: { kind: 'BODY', id: 'cabinet' } }
    await proposing.done('proposeAssessment', proposal)
    const agreed = await deciding.execute('agreeAssessment', {
      ...about,
      proposalId: 'p',
      onBehalfOf: committee,
      decision: decision('2026-03-02'),
    })
    return { id, agreed }
  }
  const shown = `query ($id: ID!) { recommendation(id: $id) { recordedBySamePerson assessments { recordedBySamePerson }
    history(first: 9) { edges { node { type recordedBySamePerson } } } } }`

  test('is marked for everybody: on the item, the assessment and the entry', async () => {
    const { id } = await assess(officer, officer)
    expect(await createClient(inProcess(running.api.fetch)).read(shown, { id })).toEqual({
      recommendation: {
        recordedBySamePerson: true,
        assessments: [{ recordedBySamePerson: true }],
        history: {
          edges: [
            { node: { type: 'RecommendationIssued', recordedBySamePerson: false } },
            { node: { type: 'TrackingTakenOn', recordedBySamePerson: false } },
            { node: { type: 'AssessmentProposed', recordedBySamePerson: false } },
            { node: { type: 'AssessmentAgreed', recordedBySamePerson: true } },
          ],
        },
      },
    })
  })

  test('and what two persons recorded is not', async () => {
    const { id } = await assess(officer, await as('officer', 'Another officer'))
    expect(await officer.read(shown, { id })).toMatchObject({
      recommendation: { recordedBySamePerson: false, assessments: [{ recordedBySamePerson: false }] },
    })
  })

  test('is refused where the policy asks for a second person', async () => {
    const authority = 'careful-borough'
    await (
      await as('administrator')
    ).done('adoptPolicy', {
      authority,
      effectiveOn: '2026-01-01',
      categories: [
        { code: '1', label: 'Done', meaning: 'ACHIEVED_ON_TIME' },
        { code: '2', label: 'Done late', meaning: 'ACHIEVED_LATE' },
        { code: '3', label: 'Not done', meaning: 'PROGRESS_MADE' },
        { code: '6', label: 'In progress', meaning: 'IN_PROGRESS' },
      ],
      mapping: [],
      clocks: { dueSoonDays: 10, immediateMonths: 1, executiveResponseMonths: 2, inspectionActionPlanWorkingDays: 70 },
      hasExecutive: true,
      secondPerson: true,
      policySource: 'Constitution',
    })
    expect((await assess(officer, officer, authority)).agreed).toMatchObject({
      kind: 'CommandRejected',
      rule: 'secondPerson',
      field: 'proposalId',
      message: expect.stringContaining('sk another scrutiny officer'),
    })
    expect((await assess(officer, await as('officer', 'Another officer'), authority)).agreed.kind).toBe('CommandAccepted')
  })
})

describe('a token ends', () => {
  const statusOf = async (token: string): Promise<readonly [number, string]> => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
    const body = JSON.stringify({ query: '{ viewer { id } }' })
    const response = await running.api.fetch(new Request('http://outstanding.test/graphql', { method: 'POST', headers, body }))
    return [response.status, await response.text()]
  }

  test('at once when it is revoked, and another of the same person goes on', async () => {
    const [ended, other] = [await running.tokenOf('officer', 'Rae'), await running.tokenOf('officer', 'Rae')]
    expect((await statusOf(ended))[0]).toBe(200)
    await running.query('insert into keys.revoked_token (token_id) values ($1)', [detailsOf(ended).id])
    expect(await statusOf(ended)).toEqual([401, expect.stringContaining('revoked')])
    expect((await statusOf(other))[0]).toBe(200)
  })

  test('with the erasure of its person', async () => {
    const token = await running.tokenOf('lead-officer', 'Gone Soon')
    const person = await idOf(createClient(inProcess(running.api.fetch), token))
    const administrator = await as('administrator')
    await administrator.done('erasePerson', { person, effectiveOn: '2026-03-03', reason: 'Asked for' })
    expect(await statusOf(token)).toEqual([401, expect.stringContaining('erased')])
    expect((await statusOf(await running.tokenOf('lead-officer', 'Gone Soon')))[0]).toBe(401)
  })
})
