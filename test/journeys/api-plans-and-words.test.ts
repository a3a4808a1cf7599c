import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApi } from './kit/api-in-process.ts'
import type { RunningApi } from './kit/api-in-process.ts'
import { createClient, inProcess } from './kit/client.ts'
import type { Client } from './kit/client.ts'
import { aRecommendation, committee, decision } from './kit/examples.ts'
import { publishedReport, tracked } from './kit/whole-life.ts'

let running: RunningApi
let administrator: Client
beforeAll(async () => {
  running = await startApi()
  administrator = createClient(inProcess(running.api.fetch), await running.tokenOf('administrator', 'Ada Example'))
})
afterAll(() => running.stop())

const day = '2026-02-02'
const asCommittee = (effectiveOn: string) => ({ effectiveOn, onBehalfOf: committee, decision: decision(effectiveOn) })

/** A recommendation of a report of its own. */
async function recommendation(over: object = {}): Promise<string> {
  const report = await publishedReport(administrator)
  const { id } = await administrator.done('issueRecommendation', aRecommendation(report, { effectiveOn: '2026-01-06', ...over }))
  return tracked(administrator, id)
}
const read = async <Field>(id: string, fields: string): Promise<Field> =>
  (await administrator.read<{ node: Field }>(`query ($id: ID!) { node(id: $id) { ... on Recommendation { ${fields} } } }`, { id })).node

test('an answer is not awaited any more once the recommendation is concluded', async () => {
  const id = await recommendation()
  const notice = { body: 'cabinet-of-the-day', bodyName: 'Cabinet', receivedOn: day, noticeOn: day }
  await administrator.done('requireResponse', { recommendation: id, effectiveOn: day, ...notice })
  const awaited = (asAt: string) =>
    administrator.read(`{ responsesAwaited(filter: { body: "cabinet-of-the-day" }, asAt: "${asAt}") { totalCount } }`)
  expect(await awaited('2026-06-01')).toEqual({ responsesAwaited: { totalCount: 1 } })
  const conclusion = { reason: 'NO_LONGER_APPLICABLE', explanation: 'The service has ended', ...asCommittee('2026-03-02') }
  await administrator.done('concludeTracking', { recommendation: id, ...conclusion })
  expect(await awaited('2026-06-01')).toEqual({ responsesAwaited: { totalCount: 0 } })
  expect(await awaited('2026-03-01')).toEqual({ responsesAwaited: { totalCount: 1 } })
})

test('amended words stand beside the original; an action is moved; what is concluded is looked at again', async () => {
  const id = await recommendation({ gravity: 'PRIORITY_ACTION' })
  const give = (mutation: string, input: object) => administrator.done(mutation, { recommendation: id, effectiveOn: day, ...input })
  await give('amendWording', { wording: 'Visit within three days.', reason: 'As the executive accepted it' })
  await give('planAction', { actionId: 'plan', description: 'Recruit', dueOn: '2026-03-31', lead: 'Lead of the day' })
  await give('changeAction', { actionId: 'plan', dueOn: '2026-06-30', reason: 'Nobody applied' })
  const conclusion = { reason: 'NO_LONGER_APPLICABLE', explanation: 'The service has ended', ...asCommittee('2026-03-02') }
  await give('concludeTracking', { ...conclusion, lookAgainOn: '2026-09-02' })
  expect(
    await read(id, 'gravity amendments { wording } conclusions { lookAgainOn } actions { dueOn lead changes { dueOn reason } }'),
  ).toEqual({
    gravity: 'PRIORITY_ACTION',
    amendments: [{ wording: 'Visit within three days.' }],
    conclusions: [{ lookAgainOn: '2026-09-02' }],
    actions: [{ dueOn: '2026-06-30', lead: 'Lead of the day', changes: [{ dueOn: '2026-06-30', reason: 'Nobody applied' }] }],
  })
  const then = `query ($before: Date) { actions(filter: { lead: "Lead of the day", open: true, dueBefore: $before }) { totalCount
    edges { node { action { dueOn } recommendation { id } } } } }`
  expect(await administrator.read(then, { before: '2026-06-30' })).toMatchObject({ actions: { totalCount: 0 } })
  expect(await administrator.read(then, { before: '2026-07-01' })).toEqual({
    actions: { totalCount: 1, edges: [{ node: { action: { dueOn: '2026-06-30' }, recommendation: { id } } }] },
  })
  const found = (filter: string) =>
    administrator.read<{ recommendations: { edges: readonly { node: { id: string } }[] } }>(
      `{ recommendations(first: 100, filter: { ${filter} }) { edges { node { id } } } }`,
    )
  expect(await found('gravity: [PRIORITY_ACTION], lookAgainBy: "2026-09-02"')).toEqual({ recommendations: { edges: [{ node: { id } }] } })
  expect(await found('lookAgainBy: "2026-09-01"')).toEqual({ recommendations: { edges: [] } })
})
