import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Client, Outcome } from './kit/client.ts'
import { aRecommendation, aReport, committee, decision } from './kit/examples.ts'
import { startTwoApis } from './kit/two-apis.ts'
import type { TwoApis } from './kit/two-apis.ts'
import { establishCommittee, tracked } from './kit/whole-life.ts'

/* Invariants over two streams: what is sent together, by two processes, on a real event node. */

let apis: TwoApis
let clients: readonly [Client, Client]
let report: string

beforeAll(async () => {
  apis = await startTwoApis('administrator')
  clients = apis.clients
  await establishCommittee(clients[0])
  report = (await clients[0].done('registerReport', aReport())).id
})
afterAll(() => apis.stop())

const rounds = 6
/** Each round is a dozen commands on a real log: a busy machine takes its time. */
vi.setConfig({ testTimeout: 120_000 })
const day = '2026-02-02'
let ordinal = 0
const items = (count: number): Promise<string[]> =>
  Promise.all(
    Array.from({ length: count }, async () => {
      ordinal += 1
      const { id } = await clients[0].done('issueRecommendation', aRecommendation(report, { reference: `R${ordinal}`, ordinal }))
      return tracked(clients[0], id)
    }),
  )

type Ways = 'merge' | 'supersede' | 'conclude'
const ways: Readonly<Record<Ways, (from: string, to: string) => readonly [string, object]>> = {
  merge: (from, to) => ['mergeDuplicate', { recommendation: from, effectiveOn: day, into: to, reason: 'The same' }],
  supersede: (from, to) => ['supersedeRecommendation', { recommendation: from, effectiveOn: day, by: to, reason: 'Said better there' }],
  conclude: (from, to) => [
    'concludeTracking',
    {
      recommendation: from,
      effectiveOn: day,
      reason: 'SUPERSEDED',
      explanation: 'See there',
      supersededBy: to,
      onBehalfOf: committee,
      decision: decision(day),
    },
  ],
}

/** All at once, each by the other process than the one before it. */
const together = (acts: readonly (readonly [string, object])[]): Promise<Outcome[]> =>
  Promise.all(acts.map(([mutation, input], index) => (clients[index % 2] as Client).execute(mutation, input)))

const next = `query ($id: ID!) { recommendation(id: $id) { mergedInto { id } supersededBy { id } conclusionReason conclusions { supersededBy } } }`
type Next = {
  readonly recommendation: {
    readonly mergedInto: { readonly id: string } | null
    readonly supersededBy: { readonly id: string } | null
    readonly conclusionReason: string | null
    readonly conclusions: readonly { readonly supersededBy: string | null }[]
  }
}
/** Where an item is carried on, as everybody is shown it. */
async function successorsOf(id: string): Promise<string[]> {
  const { recommendation } = await clients[0].read<Next>(next, { id })
  const concluded = recommendation.conclusionReason === null ? null : recommendation.conclusions.at(-1)?.supersededBy
  return [recommendation.mergedInto?.id, recommendation.supersededBy?.id, concluded].filter((one) => typeof one === 'string')
}
async function leadsBackHere(start: string): Promise<boolean> {
  const met = new Set<string>()
  for (const one of [start]) met.add(one)
  for (const one of met)
    for (const further of await successorsOf(one))
      if (further === start) return true
      else met.add(further)
  return false
}
const kinds = (outcomes: readonly Outcome[]): string[] => outcomes.map(({ kind, rule }) => rule ?? kind)

describe.each([
  ['merge', 'merge'],
  ['supersede', 'supersede'],
  ['conclude', 'conclude'],
  ['merge', 'supersede'],
  ['supersede', 'conclude'],
] as const)('%s one way and %s the other', (one, another) => {
  test(`never both, ${rounds} times`, async () => {
    for (let round = 0; round < rounds; round += 1) {
      const [a, b] = (await items(2)) as [string, string]
      const outcomes = await together([ways[one](a, b), ways[another](b, a)])
      expect(kinds(outcomes).toSorted()).toEqual(['CommandAccepted', 'successorCircle'])
      expect([await leadsBackHere(a), await leadsBackHere(b)]).toEqual([false, false])
    }
  })
})

test('no circle of three or four either, and one of them at least is accepted', async () => {
  for (const size of [3, 4, 3, 4, 3, 4]) {
    const circle = await items(size)
    const outcomes = await together(circle.map((from, index) => ways.supersede(from, circle[(index + 1) % size] ?? '')))
    const accepted = kinds(outcomes).filter((kind) => kind === 'CommandAccepted').length
    expect(accepted).toBe(size - 1)
    for (const one of circle) expect(await leadsBackHere(one)).toBe(false)
  }
})

test('nothing is merged into what was merged before it, whatever the order in which both come', async () => {
  for (let round = 0; round < rounds; round += 1) {
    const [a, b, c] = (await items(3)) as [string, string, string]
    const [first, second] = await together([ways.merge(a, b), ways.merge(b, c)])
    expect(second?.kind).toBe('CommandAccepted')
    const before = BigInt(first?.logPosition ?? '0') < BigInt(second?.logPosition ?? '0')
    expect(first?.kind === 'CommandAccepted' ? before : first?.rule).toBe(first?.kind === 'CommandAccepted' ? true : 'targetHasSuccessor')
  }
})

test('what was undone is on record as recorded and undone, and the same command gives the same answer', async () => {
  const [a, b] = (await items(2)) as [string, string]
  const commandIds = ['6a0f6d3e-7d52-4a57-9f0e-6a3f5d1f5b61', '6a0f6d3e-7d52-4a57-9f0e-6a3f5d1f5b62']
  const acts = [ways.merge(a, b), ways.merge(b, a)].map(
    ([mutation, input], index) => [mutation, { ...input, commandId: commandIds[index] }] as const,
  )
  const outcomes = await together(acts)
  expect(kinds(await together(acts))).toEqual(kinds(outcomes))
})

test('a correction that brings an earlier merger back closes no circle', async () => {
  const [a, b] = (await items(2)) as [string, string]
  const entryOf = async (id: string) => {
    const query = 'query ($id: ID!) { recommendation(id: $id) { history(first: 50) { edges { node { id } } } } }'
    type History = {
      readonly recommendation: { readonly history: { readonly edges: readonly { readonly node: { readonly id: string } }[] } }
    }
    return (await clients[0].read<History>(query, { id })).recommendation.history.edges.at(-1)?.node.id
  }
  const undo = async (stream: string) => ({
    stream,
    effectiveOn: day,
    entry: await entryOf(stream),
    reason: 'A mistake',
    change: { kind: 'VOID' },
  })
  await clients[0].done(...ways.merge(a, b))
  await clients[0].done('correctEntry', await undo(a))
  await clients[0].done(...ways.merge(b, a))
  expect(await clients[0].execute('correctEntry', await undo(a))).toMatchObject({ kind: 'CommandRejected', rule: 'successorCircle' })
  expect(await leadsBackHere(a)).toBe(false)
})
