import { randomUUID } from 'node:crypto'
import { reportDecider } from '@outstanding/domain'
import { handleCommand } from '@outstanding/event-store'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { startTestshire } from './kit/testshire.ts'
import type { Testshire } from './kit/testshire.ts'

/* The cabinet responds to a whole report by one letter. */

let testshire: Testshire
beforeAll(async () => {
  testshire = await startTestshire()
})
afterAll(() => testshire.stop())

const cabinet = { body: 'cabinet', bodyName: 'Cabinet' }
const asCabinet = { onBehalfOf: { kind: 'BODY', id: 'cabinet' } }
const issued = '2024-02-06'
const onDay = '2024-04-02'

async function aReport() {
  const report = await testshire.report(issued)
  const issue = (ordinal: number) => testshire.issue(report, issued, { reference: `R${ordinal}`, ordinal })
  return { report, items: [await issue(1), await issue(2), await issue(3)] as const }
}
const letter = (report: string, responses: readonly object[], over: object = {}) => ({
  commandId: randomUUID(),
  report,
  ...cabinet,
  ...asCabinet,
  effectiveOn: onDay,
  document: 'Letter of 2 April 2024',
  responses,
  ...over,
})
const responsesOf = (id: string) => testshire.read<object>(id, 'position { response } responses { response letter reasons effectiveOn }')
const refusedItems = `mutation ($input: RespondToReportInput!) { respondToReport(input: $input) {
  kind: __typename ... on CommandRejected { rule field message refusedItems { id name rule message } } ... on CommandAllowed { id } } }`
type Refused = { readonly respondToReport: object }
const sent = async (input: object) => (await testshire.officer.read<Refused>(refusedItems, { input })).respondToReport

describe('a letter', () => {
  test('is one act with its responses; each recommendation has its own, with the letter; sent twice it changes nothing', async () => {
    const { report, items } = await aReport()
    const [first, second, third] = items
    const given = letter(report, [
      { item: first, response: 'ACCEPTED' },
      { item: second, response: 'ACCEPTED_IN_PART', reasons: 'Half of it is done.' },
      { item: third, response: 'NOT_ACCEPTED', reasons: 'It is not ours.' },
    ])
    const once = await testshire.officer.done('respondToReport', given)
    expect(await responsesOf(first)).toEqual({
      position: { response: 'ACCEPTED' },
      responses: [{ response: 'ACCEPTED', letter: given.commandId, reasons: null, effectiveOn: onDay }],
    })
    expect(await responsesOf(third)).toMatchObject({ position: { response: 'NOT_ACCEPTED' }, responses: [{ reasons: 'It is not ours.' }] })
    expect(await testshire.officer.done('respondToReport', given)).toMatchObject({ id: report, revision: once.revision })
    expect(await responsesOf(second)).toMatchObject({ responses: [{ response: 'ACCEPTED_IN_PART' }] })
    const asked = `query ($id: ID!) { report(id: $id) { history(first: 10) { edges { node { type words } } } } }`
    expect(JSON.stringify(await testshire.officer.read(asked, { id: report }))).toContain(
      'A letter (Letter of 2 April 2024) of Cabinet responds to 3 recommendations: 1 accepted, 1 accepted in part, 1 not accepted.',
    )
  })

  test('is refused whole where the rules refuse a response, and names each that they refuse', async () => {
    const { report, items } = await aReport()
    const [first, second, third] = items
    const input = letter(report, [
      { item: first, response: 'ACCEPTED' },
      { item: second, response: 'NOT_ACCEPTED' },
      { item: third, response: 'ACTION_STATEMENT' },
    ])
    expect(await sent(input)).toMatchObject({
      kind: 'CommandRejected',
      rule: 'responsesAllowed',
      field: 'responses',
      message: expect.stringMatching(/R2: .+R3: /),
      refusedItems: [
        { id: second, name: expect.stringMatching(/^R2 \(/), rule: 'reasonsNeeded' },
        { id: third, name: expect.stringMatching(/^R3 \(/), rule: 'responseOfKind' },
      ],
    })
    expect(await responsesOf(first)).toMatchObject({ responses: [] })
    const { items: others } = await aReport()
    expect(await sent(letter(report, [{ item: others[0], response: 'ACCEPTED' }]))).toMatchObject({ rule: 'itemsOfReport' })
    expect(await testshire.officer.execute('respondToReport', letter(report, [{ item: `${first}9`, response: 'ACCEPTED' }]))).toMatchObject(
      {
        kind: 'CommandTargetNotFound',
        field: 'responses.0.item',
      },
    )
    expect(await sent(letter(report, [{ item: first, response: 'ACCEPTED' }], { onBehalfOf: null }))).toMatchObject({
      rule: 'responsesAllowed',
      refusedItems: [{ id: first, rule: 'respondsForItself' }],
    })
  })

  test('can be tried first: nothing is recorded, and the same result comes', async () => {
    const { report, items } = await aReport()
    const [first, second] = items
    const good = letter(report, [{ item: first, response: 'ACCEPTED' }])
    expect(await sent({ ...good, dryRun: true })).toEqual({ kind: 'CommandAllowed', id: report })
    expect(await sent({ ...letter(report, [{ item: second, response: 'DECLINED' }]), dryRun: true })).toMatchObject({
      rule: 'responsesAllowed',
      refusedItems: [{ id: second }],
    })
    expect(await responsesOf(first)).toMatchObject({ position: { response: 'NOT_REQUIRED' }, responses: [] })
    await testshire.officer.done('respondToReport', good)
    expect(await responsesOf(first)).toMatchObject({ position: { response: 'ACCEPTED' } })
  })

  test('sent again after the office that wrote it was abolished changes nothing, and gives the first answer', async () => {
    const { report, items } = await aReport()
    const office = await testshire.office('Cabinet Member for Letters')
    const own = { body: office, bodyName: null, onBehalfOf: { kind: 'OFFICE', id: office } }
    const given = letter(report, [{ item: items[0], response: 'ACCEPTED' }], own)
    const once = await testshire.officer.done('respondToReport', given)
    const end = { office, successor: testshire.offices.children, reason: 'Reorganised', effectiveOn: '2024-06-01' }
    await testshire.officer.done('abolishOffice', end)
    const again = `mutation ($input: RespondToReportInput!) { respondToReport(input: $input) {
      kind: __typename ... on CommandAccepted { revision refusedItems { id rule } } } }`
    expect(await testshire.officer.read(again, { input: given })).toEqual({
      respondToReport: { kind: 'CommandAccepted', revision: once.revision, refusedItems: [] },
    })
    expect(await responsesOf(items[0])).toMatchObject({ responses: [{ response: 'ACCEPTED' }] })
  })

  test('of a month is a response of that month, late only if the whole month is', async () => {
    const { report, items } = await aReport()
    const [first] = items
    const { communities } = testshire.offices
    const notice = { body: communities, receivedOn: '2024-02-12', noticeOn: '2024-02-12', printedDueOn: '2024-04-10' }
    await testshire.done(first, 'requireResponse', '2024-02-12', notice)
    const by = { body: communities, bodyName: null, onBehalfOf: { kind: 'OFFICE', id: communities } }
    const inApril = { ...by, effectiveOn: '2024-04-30', datesKnownTo: [{ field: 'effectiveOn', precision: 'MONTH' }] }
    await testshire.officer.done('respondToReport', letter(report, [{ item: first, response: 'ACCEPTED' }], inApril))
    const late = 'responsesRequired { respondedOn daysLate } answers { daysLate } responses { effectiveOn effectiveOnPrecision daysLate }'
    expect(await testshire.read<object>(first, late)).toEqual({
      responsesRequired: [{ respondedOn: '2024-04-30', daysLate: 0 }],
      answers: [{ daysLate: 0 }],
      responses: [{ effectiveOn: '2024-04-30', effectiveOnPrecision: 'MONTH', daysLate: 0 }],
    })
  })

  test('goes on by itself where the program ended between the act and its responses', async () => {
    const { report, items } = await aReport()
    const commandId = randomUUID()
    const item = (id: string) => ({ id, reference: id, isOfReport: true, refusal: null })
    const responses = items.map((id) => ({ item: id, response: 'ACCEPTED', wording: null, reasons: null }) as const)
    const outcome = await handleCommand(testshire.running.store, reportDecider, {
      stream: report,
      authority: 'testshire',
      command: {
        type: 'RespondToReport',
        data: { letter: commandId, ...cabinet, document: null, documentDigest: null, responses, ofItems: items.map(item) },
        actor: { id: 'person-0d6e5a3e-7d52-4a57-9f0e-6a3f5d1f5b6a', role: 'officer', onBehalfOf: { kind: 'body', id: 'cabinet' } },
        effectiveOn: onDay,
        today: '2026-11-01',
      },
      commandId,
      correlationId: randomUUID(),
      input: {},
    })
    expect(outcome.ok).toBe(true)
    for (const id of items)
      await vi.waitFor(
        async () => expect(await responsesOf(id)).toMatchObject({ responses: [{ response: 'ACCEPTED', letter: commandId }] }),
        { timeout: 20_000, interval: 100 },
      )
  })
})

describe('the early draft of an action plan', () => {
  test('is awaited before the plan where priority action is asked for, until it was sent', async () => {
    const report = await testshire.report(issued, { kind: 'INSPECTION' })
    const id = await testshire.issue(report, issued, { gravity: 'PRIORITY_ACTION' })
    const notice = { ...cabinet, receivedOn: '2024-02-12', noticeOn: '2024-02-12' }
    await testshire.done(id, 'requireResponse', '2024-02-12', notice)
    const awaited = async (asAt: string) => {
      const asked = `query ($asAt: Date) { responsesAwaited(filter: { authority: "testshire", body: "cabinet" }, asAt: $asAt) {
        edges { node { of dueOn daysLate } } } }`
      const { responsesAwaited } = await testshire.officer.read<{ responsesAwaited: { edges: { node: object }[] } }>(asked, { asAt })
      return responsesAwaited.edges.map(({ node }) => node)
    }
    const plan = { of: 'INSPECTION_ACTION_PLAN', dueOn: '2024-05-23', daysLate: 0 }
    const draft = { of: 'INSPECTION_ACTION_PLAN_DRAFT', dueOn: '2024-03-11', daysLate: 3 }
    expect(await awaited('2024-03-14')).toEqual([draft, plan])
    const shown = 'position { response } responsesRequired { draft { dueOn sentOn daysLate computed } }'
    expect(await testshire.read(id, shown, { asAt: '2024-03-14' })).toMatchObject({
      responsesRequired: [
        { draft: { dueOn: '2024-03-11', sentOn: null, daysLate: 3, computed: expect.stringContaining('20 working days') } },
      ],
    })
    await testshire.done(id, 'sendDraftPlan', '2024-03-15', { ...cabinet, ...asCabinet, words: 'Sent by email' })
    expect(await awaited('2024-03-15')).toEqual([plan])
    expect(await testshire.read(id, shown)).toMatchObject({
      position: { response: 'AWAITED' },
      responsesRequired: [{ draft: { sentOn: '2024-03-15', daysLate: 4 } }],
    })
  })
})

test('a refusal names other recommendations by reference and title, not by their ids', async () => {
  const { items } = await aReport()
  const [first, second, third] = items
  await testshire.done(first, 'mergeDuplicate', onDay, { into: second, reason: 'The same text' })
  const title = (await testshire.read<{ title: string }>(second, 'title')).title
  const again = await testshire.execute(first, 'mergeDuplicate', onDay, { into: third, reason: 'The same text' })
  expect(again.message).toBe(`This duplicate has already been merged: into R2 (${title}).`)
  const elsewhere = await testshire.execute(third, 'mergeDuplicate', onDay, { into: first, reason: 'The same text' })
  expect(elsewhere.message).toContain(`it continues in R2 (${title})`)
  const update = { updateId: 'u1', words: 'Late', claim: 'IN_PROGRESS' }
  expect((await testshire.execute(first, 'updateProgress', onDay, update)).message).toContain(`in R2 (${title})`)
})
