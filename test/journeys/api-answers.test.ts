import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApi } from './kit/api-in-process.ts'
import type { RunningApi } from './kit/api-in-process.ts'
import { createClient, inProcess } from './kit/client.ts'
import type { Client } from './kit/client.ts'
import { aRecommendation, committee, decision } from './kit/examples.ts'
import { publishedReport, tracked } from './kit/whole-life.ts'

/* What bodies answer, each with its own clock: late, jointly, and who may record it. */

let running: RunningApi
let officer: Client
let report: string
let [trust, otherTrust, member] = ['', '', '']
const cabinet = { body: 'example-cabinet', bodyName: 'Cabinet' }
const asCabinet = { onBehalfOf: { kind: 'BODY', id: cabinet.body } }
const asOffice = (id: string) => ({ onBehalfOf: { kind: 'OFFICE', id } })

const anOffice = async (name: string, kind: string): Promise<string> =>
  (await officer.done('createOffice', { effectiveOn: '2026-01-01', authority: 'example-borough', illustrative: true, kind, name })).id
let ordinal = 0
const anItem = async (): Promise<string> => {
  ordinal += 1
  return (await officer.done('issueRecommendation', aRecommendation(report, { reference: `R${ordinal}`, ordinal }))).id
}
const ask = (recommendation: string, body: object, over: object = {}) =>
  officer.done('requireResponse', {
    recommendation,
    effectiveOn: '2026-02-16',
    receivedOn: '2026-02-14',
    noticeOn: '2026-02-14',
    ...body,
    ...over,
  })
const answer = (recommendation: string, effectiveOn: string, over: object) => ({ recommendation, effectiveOn, ...over })

beforeAll(async () => {
  running = await startApi()
  officer = createClient(inProcess(running.api.fetch), await running.tokenOf('officer', 'Ann Example'))
  report = await publishedReport(officer)
  trust = await anOffice('Example NHS Trust', 'BODY')
  otherTrust = await anOffice('Example Mental Health Trust', 'BODY')
  member = await anOffice('Cabinet Member for Children', 'EXECUTIVE_MEMBER')
})
afterAll(() => running.stop())

const shown = `query ($id: ID!, $asAt: Date) { recommendation(id: $id, asAt: $asAt) {
  position { response } answers { body bodyName response daysLate } responses { body response daysLate }
  responseRequired { of body dueOn daysLate computed instrument } responsesRequired { body of dueOn respondedOn daysLate } } }`
const of = async (id: string, asAt: string | null = null) =>
  (await officer.read<{ recommendation: Readonly<Record<string, unknown>> }>(shown, { id, asAt })).recommendation

const owed = `query ($filter: ResponsesAwaitedFilter, $asAt: Date, $first: Int, $after: String) {
  responsesAwaited(filter: $filter, asAt: $asAt, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { of body bodyName dueOn daysLate recommendation { id } } } } }`
type Owed = {
  readonly responsesAwaited: {
    readonly totalCount: number
    readonly pageInfo: { readonly endCursor: string | null }
    readonly edges: readonly {
      readonly node: { readonly body: string; readonly daysLate: number; readonly recommendation: { readonly id: string } }
    }[]
  }
}
const awaited = async (asAt: string, over: object = {}) =>
  (await officer.read<Owed>(owed, { filter: { authority: 'example-borough' }, asAt, ...over })).responsesAwaited

describe('an answer that is late', () => {
  test('is awaited, then found among those that are late, then told to be 19 days late', async () => {
    const id = await anItem()
    await ask(id, cabinet)
    expect(await of(id, '2026-04-01')).toMatchObject({
      position: { response: 'AWAITED' },
      responseRequired: { of: 'EXECUTIVE', body: cabinet.body, dueOn: '2026-04-13', daysLate: 0 },
    })
    const late = { filter: { authority: 'example-borough', late: true } }
    expect((await awaited('2026-04-13', late)).totalCount).toBe(0)
    const { totalCount, edges } = await awaited('2026-04-20', late)
    expect([totalCount, edges[0]?.node]).toEqual([
      1,
      { of: 'EXECUTIVE', ...cabinet, dueOn: '2026-04-13', daysLate: 7, recommendation: { id } },
    ])
    await officer.done('giveResponse', answer(id, '2026-05-02', { ...cabinet, ...asCabinet, response: 'ACCEPTED' }))
    expect(await of(id)).toMatchObject({
      position: { response: 'ACCEPTED' },
      answers: [{ ...cabinet, response: 'ACCEPTED', daysLate: 19 }],
      responses: [{ body: cabinet.body, daysLate: 19 }],
      responsesRequired: [{ respondedOn: '2026-05-02', daysLate: 19 }],
    })
    expect((await awaited('2026-05-02')).totalCount).toBe(0)
    expect((await awaited('2026-05-01')).totalCount).toBe(1)
  })
})

describe('a joint recommendation', () => {
  test('has an answer of each body, each with its own clock, and is mixed where they differ', async () => {
    const id = await anItem()
    await ask(id, cabinet)
    await ask(id, { body: trust }, { of: 'HEALTH_BODY' })
    expect((await of(id, '2026-02-20')).responsesRequired).toEqual([
      { body: cabinet.body, of: 'EXECUTIVE', dueOn: '2026-04-13', respondedOn: null, daysLate: 0 },
      { body: trust, of: 'HEALTH_BODY', dueOn: '2026-03-14', respondedOn: null, daysLate: 0 },
    ])
    // By name and page by page: who is due first comes first.
    const first = await awaited('2026-03-20', { first: 1 })
    expect(first.edges.map(({ node }) => [node.body, node.daysLate])).toEqual([[trust, 6]])
    const second = await awaited('2026-03-20', { first: 1, after: first.pageInfo.endCursor })
    expect(second.edges.map(({ node }) => [node.body, node.daysLate])).toEqual([[cabinet.body, 0]])
    expect((await awaited('2026-03-20', { filter: { authority: 'example-borough', body: trust } })).totalCount).toBe(1)

    await officer.done('giveResponse', answer(id, '2026-03-02', { ...cabinet, ...asCabinet, response: 'ACCEPTED' }))
    expect(await of(id)).toMatchObject({ position: { response: 'AWAITED' }, responseRequired: { body: trust } })
    await officer.done(
      'giveResponse',
      answer(id, '2026-03-24', { body: trust, ...asOffice(trust), response: 'NOT_ACCEPTED', reasons: 'No beds' }),
    )
    expect(await of(id)).toMatchObject({
      position: { response: 'MIXED' },
      answers: [
        { body: cabinet.body, response: 'ACCEPTED', daysLate: 0 },
        { body: trust, bodyName: 'Example NHS Trust', response: 'NOT_ACCEPTED', daysLate: 10 },
      ],
    })
    expect(await of(id, '2026-03-23')).toMatchObject({ position: { response: 'AWAITED' } })
    const mixed = `{ recommendations(filter: { response: [MIXED] }) { edges { node { id } } } }`
    expect(await officer.read(mixed)).toEqual({ recommendations: { edges: [{ node: { id } }] } })
  })

  test('is concluded as not accepted only by the refusal of every body: two trusts are two', async () => {
    const id = await tracked(officer, await anItem())
    await ask(id, { body: trust }, { of: 'HEALTH_BODY' })
    await ask(id, { body: otherTrust }, { of: 'HEALTH_BODY' })
    const refuse = (body: string) =>
      officer.done('giveResponse', answer(id, '2026-03-02', { body, ...asOffice(body), response: 'NOT_ACCEPTED', reasons: 'No beds' }))
    const conclude = () =>
      officer.execute('concludeTracking', {
        recommendation: id,
        effectiveOn: '2026-03-18',
        onBehalfOf: committee,
        decision: decision('2026-03-18'),
        reason: 'NOT_ACCEPTED',
        explanation: 'The committee heard the reasons.',
      })
    await refuse(trust)
    expect(await conclude()).toMatchObject({
      kind: 'CommandRejected',
      rule: 'refusalRecorded',
      field: 'reason',
      message: expect.stringContaining(': Example Mental Health Trust has not.'),
    })
    await refuse(otherTrust)
    expect(await of(id)).toMatchObject({ position: { response: 'NOT_ACCEPTED' } })
    expect(await conclude()).toMatchObject({ kind: 'CommandAccepted' })
  })

  test('names offices that are there, and bodies by slug', async () => {
    const id = await anItem()
    const nowhere = 'office-example-borough.00000000-0000-4000-8000-000000000000'
    const given = { recommendation: id, effectiveOn: '2026-02-16', receivedOn: '2026-02-14', noticeOn: '2026-02-14' }
    expect(await officer.execute('requireResponse', { ...given, body: nowhere })).toMatchObject({
      kind: 'CommandTargetNotFound',
      field: 'body',
    })
    expect(await officer.execute('requireResponse', { ...given, body: id })).toMatchObject({ kind: 'CommandTargetNotFound', field: 'body' })
    expect(await officer.execute('requireResponse', { ...given, body: 'a-trust' })).toMatchObject({
      kind: 'CommandRejected',
      field: 'bodyName',
    })
    expect(await officer.execute('requireResponse', { ...given, body: trust, bodyName: 'Another trust' })).toMatchObject({
      kind: 'CommandRejected',
      rule: 'ownerNameOnDay',
    })
  })
})

describe('the person who records an answer acts for the body that answers', () => {
  test('a member must hold the office, and answers for no other', async () => {
    const id = await anItem()
    const mine = createClient(inProcess(running.api.fetch), await running.tokenOf('responsible-member', 'Mia Member'))
    const given = (body: string, over: object = {}) =>
      mine.execute('giveResponse', answer(id, '2026-03-02', { body, ...asOffice(body), response: 'ACCEPTED', ...over }))
    const refused = { kind: 'CommandRejected', field: 'onBehalfOf' }
    const remedied = { remedy: expect.stringMatching(/[a-z]/) }
    expect(await given(member)).toMatchObject({ ...refused, rule: 'recordsForOwnOffice' })
    // The first accepted command registers its person.
    await mine.done('updateProgress', { recommendation: id, effectiveOn: '2026-03-02', updateId: 'first', words: 'Work goes on.' })
    const { viewer } = await mine.read<{ viewer: { id: string } }>('{ viewer { id } }')
    await officer.done('appointHolder', { office: member, effectiveOn: '2026-01-05', holder: viewer.id })
    expect(await given(member, { body: trust })).toMatchObject({ ...refused, rule: 'respondsForItself', ...remedied })
    expect(await given(trust)).toMatchObject({ ...refused, rule: 'recordsForOwnOffice' })
    expect(await given(member, { onBehalfOf: null })).toMatchObject({ ...refused, rule: 'respondsForItself', ...remedied })
    expect(await given(member)).toMatchObject({ kind: 'CommandAccepted' })
    // A member of the executive answers for the executive as a whole.
    expect(await given(member, cabinet)).toMatchObject({ kind: 'CommandAccepted' })
    expect(await of(id)).toMatchObject({ answers: [{ body: member }, { body: cabinet.body }] })
  })

  test('an officer writes down what any body sent in, on its behalf', async () => {
    const id = await anItem()
    const sent = { body: trust, response: 'ACCEPTED' }
    expect(await officer.execute('giveResponse', answer(id, '2026-03-02', sent))).toMatchObject({ rule: 'respondsForItself' })
    expect(await officer.execute('giveResponse', answer(id, '2026-03-02', { ...sent, ...asOffice(otherTrust) }))).toMatchObject({
      rule: 'respondsForItself',
      message: expect.stringContaining('the response is that of Example NHS Trust'),
    })
    expect(await officer.execute('giveResponse', answer(id, '2026-03-02', { ...sent, ...asOffice(trust) }))).toMatchObject({
      kind: 'CommandAccepted',
    })
  })
})
