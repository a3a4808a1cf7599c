import { randomUUID } from 'node:crypto'
import { officeDecider } from '@outstanding/domain'
import { handleCommand } from '@outstanding/event-store'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { startApi } from './kit/api-in-process.ts'
import type { RunningApi } from './kit/api-in-process.ts'
import { createClient, inProcess } from './kit/client.ts'
import type { Client } from './kit/client.ts'
import { aRecommendation } from './kit/examples.ts'
import { publishedReport } from './kit/whole-life.ts'

/* A portfolio that moves in mid-tracking, and an office that is abolished: through the API, on a real log. */

let running: RunningApi
let officer: Client
let report: string
let [children, communities, trust] = ['', '', '']
let [youth, clubs, meals] = ['', '', '']
const movedOn = '2026-05-01'

const anOffice = async (name: string, kind = 'EXECUTIVE_MEMBER'): Promise<string> =>
  (await officer.done('createOffice', { effectiveOn: '2026-01-01', authority: 'example-borough', illustrative: true, kind, name })).id
let ordinal = 0
const ownedBy = async (owner: string): Promise<string> => {
  ordinal += 1
  const { id } = await officer.done('issueRecommendation', aRecommendation(report, { reference: `R${ordinal}`, ordinal }))
  await officer.done('assignOwner', { recommendation: id, effectiveOn: '2026-01-10', owner, role: 'RESPONSIBLE_MEMBER' })
  return id
}

type Owner = {
  readonly name: string
  readonly role: string
  readonly transferredFrom: { readonly name: string; readonly on: string } | null
}
const ownersOf = async (id: string, asAt: string | null = null): Promise<readonly Owner[]> => {
  const asked = `query ($id: ID!, $asAt: Date) { recommendation(id: $id, asAt: $asAt) { owners { name role transferredFrom { name on } } } }`
  return (await officer.read<{ recommendation: { owners: Owner[] } }>(asked, { id, asAt })).recommendation.owners
}
const namesOf = async (id: string, asAt: string | null = null) => (await ownersOf(id, asAt)).map(({ name }) => name)
const transfer = (over: object = {}) => ({
  office: children,
  to: communities,
  effectiveOn: movedOn,
  service: 'Youth service',
  items: [youth, clubs],
  ...over,
})

beforeAll(async () => {
  running = await startApi()
  officer = createClient(inProcess(running.api.fetch), await running.tokenOf('officer', 'Ann Example'))
  report = await publishedReport(officer)
  children = await anOffice('Cabinet Member for Children')
  communities = await anOffice('Cabinet Member for Communities')
  trust = await anOffice('Example Trust', 'BODY')
  youth = await ownedBy(children)
  clubs = await ownedBy(children)
  meals = await ownedBy(children)
})
afterAll(() => running.stop())

describe('a service that is transferred', () => {
  test('in a month that is all that is known moves each recommendation in that month', async () => {
    const [from, to] = [await anOffice('Cabinet Member for Parks'), await anOffice('Cabinet Member for Paths')]
    const item = await ownedBy(from)
    const inApril = { effectiveOn: '2026-04-30', datesKnownTo: [{ field: 'effectiveOn', precision: 'MONTH' }] }
    await officer.done('transferService', { office: from, to, items: [item], service: 'Parks', ...inApril })
    const asked = `query ($id: ID!) { recommendation(id: $id) { history(first: 20) { edges { node { type effectiveOn effectiveOnPrecision } } } } }`
    const shown = await officer.read<{ recommendation: { history: { edges: readonly { node: object }[] } } }>(asked, { id: item })
    expect(shown.recommendation.history.edges.map(({ node }) => node)).toContainEqual({
      type: 'OwnerTransferred',
      effectiveOn: '2026-04-30',
      effectiveOnPrecision: 'MONTH',
    })
  })
  test('is refused where it names what is not there or not of the office', async () => {
    const other = await ownedBy(communities)
    const nowhere = 'office-example-borough.00000000-0000-4000-8000-000000000000'
    const answer = (over: object) => officer.execute('transferService', transfer(over))
    expect(await answer({ to: nowhere })).toMatchObject({ kind: 'CommandTargetNotFound', field: 'to' })
    expect(await answer({ office: nowhere })).toMatchObject({ kind: 'CommandTargetNotFound', field: 'office' })
    expect(await answer({ deliveringBody: nowhere })).toMatchObject({ kind: 'CommandTargetNotFound', field: 'deliveringBody' })
    expect(await answer({ items: [youth, nowhere] })).toMatchObject({ kind: 'CommandTargetNotFound', field: 'items', id: nowhere })
    expect(await answer({ items: [youth, other] })).toMatchObject({ kind: 'CommandRejected', rule: 'itemsOfOffice', field: 'items' })
    expect(await answer({ items: [] })).toMatchObject({ kind: 'CommandRejected', field: 'items' })
    expect(await namesOf(youth)).toEqual(['Cabinet Member for Children'])
  })

  test('takes the items that it names, once, and nothing else of the office', async () => {
    const commandId = randomUUID()
    const given = { ...transfer({ accountableBody: 'Example Borough Council', deliveringBody: trust }), commandId }
    const first = await officer.done('transferService', given)
    expect(await officer.done('transferService', given)).toMatchObject({ id: first.id, revision: first.revision })
    for (const id of [youth, clubs]) {
      expect(await ownersOf(id)).toEqual([
        {
          name: 'Cabinet Member for Communities',
          role: 'RESPONSIBLE_MEMBER',
          transferredFrom: { name: 'Cabinet Member for Children', on: movedOn },
        },
        { name: 'Example Trust', role: 'DELIVERING_BODY', transferredFrom: { name: 'Cabinet Member for Children', on: movedOn } },
      ])
      expect(await namesOf(id, '2026-04-30')).toEqual(['Cabinet Member for Children'])
    }
    expect(await namesOf(meals)).toEqual(['Cabinet Member for Children'])
    const later = await ownedBy(children)
    expect(await namesOf(later)).toEqual(['Cabinet Member for Children'])
  })

  test('is listed, counted and found with its new owner only', async () => {
    const asked = `query ($filter: RecommendationFilter, $asAt: Date) { recommendations(filter: $filter, asAt: $asAt) { edges { node { id } } } }`
    const listed = async (owner: string, asAt: string | null = null) => {
      const found = await officer.read<{ recommendations: { edges: { node: { id: string } }[] } }>(asked, { filter: { owner }, asAt })
      return found.recommendations.edges.map(({ node }) => node.id)
    }
    expect(await listed(children)).not.toContain(youth)
    expect(await listed(communities)).toContain(youth)
    expect(await listed(children, '2026-04-30')).toContain(youth)
    expect(await listed(communities, '2026-04-30')).not.toContain(youth)
  })

  test('is part of the history of each item, of its provenance and of what changed', async () => {
    const asked = `query ($id: ID!) { recommendation(id: $id) {
      history(first: 50) { edges { node { type words } } }
      provenance(attributes: [OWNER]) { entries { type } } }
      recommendationDifference(id: $id, from: { asAt: "2026-04-30" }, to: { asAt: "${movedOn}" }) { changes { attribute kind } entries { entry { type } } }
      unmoved: recommendationDifference(id: "${meals}", from: { asAt: "2026-04-30" }, to: { asAt: "${movedOn}" }) { entries { kind } } }`
    const told = await officer.read<{
      recommendation: {
        history: { edges: { node: { type: string; words: string } }[] }
        provenance: { entries: { type: string }[] }[]
      }
      recommendationDifference: { changes: { attribute: string; kind: string }[]; entries: { entry: { type: string } }[] }
      unmoved: { entries: unknown[] }
    }>(asked, { id: youth })
    const { recommendation, recommendationDifference } = told
    expect(recommendation.history.edges.map(({ node }) => node.words)).toContain(
      'Transferred from Cabinet Member for Children to Cabinet Member for Communities as responsible member with the service Youth service.',
    )
    expect(recommendation.provenance.flatMap(({ entries }) => entries.map(({ type }) => type))).toEqual([
      'OwnerTransferred',
      'OwnerTransferred',
    ])
    expect(recommendationDifference.changes.filter(({ attribute }) => attribute === 'OWNER')).toHaveLength(3)
    expect(recommendationDifference.entries.map(({ entry }) => entry.type)).toEqual(['OwnerTransferred', 'OwnerTransferred'])
    expect(told.unmoved.entries).toEqual([])
  })

  test('continues where it was interrupted, even in another process', async () => {
    const [one, other] = [await ownedBy(children), await ownedBy(children)]
    const [commandId, today] = [randomUUID(), new Date().toISOString().slice(0, 10)]
    // Only the act itself, as if the program had ended before any item was moved.
    const outcome = await handleCommand(running.store, officeDecider, {
      stream: children,
      authority: 'example-borough',
      command: {
        type: 'TransferService',
        actor: { id: 'person-1', role: 'officer' },
        effectiveOn: movedOn,
        today,
        data: {
          transferId: commandId,
          service: 'School meals',
          accountableBody: null,
          deliveringBody: null,
          delivering: null,
          to: communities,
          items: [one, other],
          receiving: { name: 'Cabinet Member for Communities', abolishedOn: null },
          ofItems: [one, other].map((id) => ({ id, reference: 'R', isOwned: true })),
        },
      },
      commandId,
      correlationId: commandId,
    })
    expect(outcome.ok).toBe(true)
    for (const id of [one, other])
      await vi.waitFor(async () => expect(await namesOf(id)).toEqual(['Cabinet Member for Communities']), {
        timeout: 30_000,
        interval: 200,
      })
  })
})

describe('an owner', () => {
  test('is an office of the register, under the name it has on that day', async () => {
    const assign = (over: object) =>
      officer.execute('assignOwner', { recommendation: meals, effectiveOn: movedOn, owner: trust, role: 'PARTNER', ...over })
    expect(await assign({ owner: 'somebody' })).toMatchObject({ kind: 'CommandTargetNotFound', field: 'owner', id: 'somebody' })
    expect(await assign({ name: 'Another Trust' })).toMatchObject({ kind: 'CommandRejected', rule: 'ownerNameOnDay', field: 'name' })
    expect(await assign({ name: 'Example Trust' })).toMatchObject({ kind: 'CommandAccepted' })
  })
  test('cannot be released as the last one accountable', async () => {
    const item = await ownedBy(children)
    const release = { recommendation: item, effectiveOn: movedOn, owner: children, reason: 'Left' }
    await officer.done('assignOwner', { recommendation: item, effectiveOn: movedOn, owner: trust, role: 'DELIVERING_BODY' })
    expect(await officer.execute('releaseOwner', release)).toMatchObject({ kind: 'CommandRejected', rule: 'accountableLast' })
    await officer.done('assignOwner', { recommendation: item, effectiveOn: movedOn, owner: communities, role: 'RESPONSIBLE_MEMBER' })
    expect(await officer.execute('releaseOwner', release)).toMatchObject({ kind: 'CommandAccepted' })
  })
})

test('an office that is abolished leaves its open items to its successor, and is given nothing any more', async () => {
  const [old, next] = [await anOffice('Cabinet Member for Leisure'), await anOffice('Cabinet Member for Culture')]
  const [open, another] = [await ownedBy(old), await ownedBy(old)]
  const abolish = { office: old, effectiveOn: '2026-06-01', reason: 'The portfolios were joined.' }
  expect(await officer.execute('abolishOffice', abolish)).toMatchObject({
    kind: 'CommandRejected',
    rule: 'successorNeeded',
    field: 'successor',
  })
  await officer.done('abolishOffice', { ...abolish, successor: next })
  for (const id of [open, another]) {
    expect(await namesOf(id)).toEqual(['Cabinet Member for Culture'])
    expect(await namesOf(id, '2026-05-31')).toEqual(['Cabinet Member for Leisure'])
  }
  expect(await officer.read('query ($id: ID!) { office(id: $id) { name successor abolishedOn } }', { id: old })).toEqual({
    office: { name: 'Cabinet Member for Leisure', successor: next, abolishedOn: '2026-06-01' },
  })
  const given = await officer.execute('assignOwner', { recommendation: meals, effectiveOn: '2026-06-02', owner: old, role: 'PARTNER' })
  expect(given).toMatchObject({ kind: 'CommandRejected', rule: 'ownerNotAbolished', field: 'owner' })
})

test('a transfer that names an item again and again, or more than can be moved, is refused without reading each', async () => {
  const named = (count: number) => transfer({ items: Array.from({ length: count }, () => meals) })
  expect(await officer.execute('transferService', named(4_000))).toMatchObject({ kind: 'CommandRejected', rule: 'itemsOnce' })
  expect(await officer.execute('transferService', named(5_001))).toMatchObject({ kind: 'CommandRejected', field: 'items' })
})
