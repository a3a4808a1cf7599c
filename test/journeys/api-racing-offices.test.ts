import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Client, Outcome } from './kit/client.ts'
import { aRecommendation } from './kit/examples.ts'
import { startTwoApis } from './kit/two-apis.ts'
import type { TwoApis } from './kit/two-apis.ts'
import { publishedReport } from './kit/whole-life.ts'

/* Nothing open stays with an office that was abolished, whatever is sent together, by two processes, on a real event node. */

let apis: TwoApis
let clients: readonly [Client, Client]
let report: string

beforeAll(async () => {
  apis = await startTwoApis('officer')
  clients = apis.clients
  report = await publishedReport(clients[0])
})
afterAll(() => apis.stop())

const rounds = 4
/** Each round is a dozen commands on a real log: a busy machine takes its time. */
vi.setConfig({ testTimeout: 120_000 })
const day = '2026-02-02'
let number = 0
const anOffice = async (): Promise<string> => {
  number += 1
  const office = { authority: 'example-borough', kind: 'OFFICER', name: `Office ${number}`, effectiveOn: '2025-05-20', illustrative: true }
  return (await clients[0].done('createOffice', office)).id
}
const offices = (count: number): Promise<string[]> => Promise.all(Array.from({ length: count }, anOffice))
const items = (count: number): Promise<string[]> =>
  Promise.all(
    Array.from({ length: count }, async () => {
      number += 1
      return (await clients[0].done('issueRecommendation', aRecommendation(report, { reference: `R${number}`, ordinal: number }))).id
    }),
  )

type Act = readonly [string, object]
const assign = (recommendation: string, owner: string): Act => [
  'assignOwner',
  { recommendation, owner, role: 'LEAD_OFFICER', effectiveOn: day },
]
const abolish = (office: string, successor: string | null): Act => [
  'abolishOffice',
  { office, successor, reason: 'Merged', effectiveOn: day },
]
const transfer = (office: string, to: string, moved: readonly string[]): Act => [
  'transferService',
  { office, to, items: moved, service: 'Care', effectiveOn: day },
]
/** All at once, each by the other process than the one before it. */
const together = (acts: readonly Act[]): Promise<Outcome[]> =>
  Promise.all(acts.map(([mutation, input], index) => (clients[index % 2] as Client).execute(mutation, input)))
const kinds = (outcomes: readonly Outcome[]): string[] => outcomes.map(({ kind, rule }) => rule ?? kind)

const standing = async (office: string): Promise<boolean> => {
  const query = 'query ($id: ID!) { office(id: $id) { abolishedOn } }'
  return (await clients[0].read<{ office: { abolishedOn: string | null } }>(query, { id: office })).office.abolishedOn === null
}
const ownersOf = async (id: string): Promise<readonly string[]> => {
  const query = 'query ($id: ID!) { recommendation(id: $id) { owners { id } } }'
  const { recommendation } = await clients[0].read<{ recommendation: { owners: { id: string }[] } }>(query, { id })
  return recommendation.owners.map((owner) => owner.id)
}

/** The process that follows the log may still be at work. */
const expectNothingLeft = (moved: readonly string[]): Promise<void> =>
  vi.waitFor(
    async () => {
      for (const id of moved) for (const owner of await ownersOf(id)) expect([id, owner, await standing(owner)]).toEqual([id, owner, true])
    },
    { timeout: 30_000, interval: 200 },
  )

test('two offices that are abolished in favour of each other: one of them stands', async () => {
  for (let round = 0; round < rounds; round += 1) {
    const [a, b] = (await offices(2)) as [string, string]
    const [one, two] = (await items(2)) as [string, string]
    for (const act of [assign(one, a), assign(two, b)]) await clients[0].done(...act)
    expect(kinds(await together([abolish(a, b), abolish(b, a)])).toSorted()).toEqual(['CommandAccepted', 'receivingOfficeNotAbolished'])
    expect([await standing(a), await standing(b)].toSorted((x, y) => Number(x) - Number(y))).toEqual([false, true])
    await expectNothingLeft([one, two])
  }
})

test('what is assigned to an office while it is abolished goes to its successor, or is refused', async () => {
  for (let round = 0; round < rounds; round += 1) {
    const [a, b] = (await offices(2)) as [string, string]
    const given = await items(6)
    const outcomes = await together([
      ...given.slice(0, 3).map((id) => assign(id, a)),
      abolish(a, b),
      ...given.slice(3).map((id) => assign(id, a)),
    ])
    expect(await standing(a)).toBe(false)
    const assigned = given.filter((_, index) => outcomes[index < 3 ? index : index + 1]?.kind === 'CommandAccepted')
    await expectNothingLeft(given)
    for (const id of assigned) expect(await ownersOf(id)).toEqual([b])
    for (const id of given.filter((each) => !assigned.includes(each))) expect(await ownersOf(id)).toEqual([])
  }
})

test('an office without a successor keeps standing when something is assigned to it meanwhile', async () => {
  for (let round = 0; round < rounds; round += 1) {
    const a = await anOffice()
    const given = await items(4)
    const [abolished, ...assigned] = await together([abolish(a, null), ...given.map((id) => assign(id, a))])
    expect(kinds([abolished as Outcome])[0]).toMatch(/^(CommandAccepted|successorNeeded)$/)
    for (const kind of kinds(assigned)) expect(kind).toMatch(/^(CommandAccepted|ownerNotAbolished)$/)
    await expectNothingLeft(given)
  }
})

test('what is transferred to an office while it is abolished goes on to its successor', async () => {
  for (let round = 0; round < rounds; round += 1) {
    const [a, b, c] = (await offices(3)) as [string, string, string]
    const given = await items(3)
    for (const id of given) await clients[0].done(...assign(id, a))
    const [moved, abolished] = await together([transfer(a, b, given), abolish(b, c)])
    expect(abolished?.kind).toBe('CommandAccepted')
    expect(kinds([moved as Outcome])[0]).toMatch(/^(CommandAccepted|receivingOfficeNotAbolished)$/)
    await expectNothingLeft(given)
    const owner = moved?.kind === 'CommandAccepted' ? c : a
    for (const id of given) await vi.waitFor(async () => expect(await ownersOf(id)).toEqual([owner]), { timeout: 30_000 })
  }
})
