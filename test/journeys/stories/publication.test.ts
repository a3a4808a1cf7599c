import { afterAll, beforeAll, expect, test } from 'vitest'
import { decidedBy, refused, startTestshire } from '../kit/testshire.ts'
import type { Testshire } from '../kit/testshire.ts'

/* Stories 19, 20 and 31: what the public sees of exempt text, of what was withheld, and of an embargoed report. */

let testshire: Testshire
beforeAll(async () => {
  testshire = await startTestshire()
})
afterAll(() => testshire.stop())

/** An item of a published report, with an owner. */
const published = async (): Promise<string> => {
  const report = await testshire.report('2024-01-15')
  await testshire.officer.done('publishReport', { report, effectiveOn: '2024-01-15' })
  const id = await testshire.issue(report, '2024-01-15', { reference: 'R2', ordinal: 2, timescale: { asPrinted: 'by 31 March 2024' } })
  await testshire.done(id, 'assignOwner', '2024-01-16', { owner: testshire.offices.children, role: 'RESPONSIBLE_MEMBER' })
  return id
}
const shown = `query ($id: ID!, $asAt: Date) { recommendation(id: $id, asAt: $asAt) {
  reference text owners { name } position { schedule { state } } exempt { ground publicInterest reviewOn } } }`
const text = 'The council opens every youth centre at weekends.'
const known = {
  reference: 'R2',
  owners: [{ name: 'Cabinet Member for Children' }],
  position: { schedule: { state: 'OVERDUE' } },
}

test('19: of exempt text the public sees that the item is there, its owner and its state; later its text, when the exemption ends', async () => {
  const id = await published()
  const exempt = { parts: ['TEXT'], ground: 'SCHEDULE_12A_3', reviewOn: '2024-09-01' }
  expect(await testshire.execute(id, 'markExempt', '2024-02-07', exempt)).toEqual(
    refused(
      'publicInterest',
      'An exemption under Schedule 12A needs the reason why the public interest in it outweighs the interest in disclosure.',
      'Enter the public-interest reason.',
    ),
  )
  await testshire.done(id, 'markExempt', '2024-02-07', { ...exempt, publicInterest: 'A contract is being negotiated.' })
  const reader = { id, asAt: '2024-05-01' }
  const ground = { ground: 'SCHEDULE_12A_3', reviewOn: '2024-09-01' }
  expect(await testshire.anybody.read(shown, reader)).toEqual({
    recommendation: { ...known, text: null, exempt: { ...ground, publicInterest: null } },
  })
  expect(await testshire.officer.read(shown, reader)).toEqual({
    recommendation: { ...known, text, exempt: { ...ground, publicInterest: 'A contract is being negotiated.' } },
  })
  const due = '{ exemptionsToReview(authority: "testshire", asAt: "2024-09-01") { edges { node { reviewOn recommendation { id } } } } }'
  expect(await testshire.officer.read(due)).toEqual({
    exemptionsToReview: { edges: [{ node: { reviewOn: '2024-09-01', recommendation: { id } } }] },
  })
  await testshire.done(id, 'endExemption', '2024-09-04', { reason: 'The contract was let.' })
  expect(await testshire.anybody.read(shown, { id })).toEqual({ recommendation: { ...known, text, exempt: null } })
})

test('20: what was withheld by mistake is published again by an act of its own, and the withholding stays true', async () => {
  const id = await published()
  await testshire.done(id, 'takeOnTracking', '2024-01-17', decidedBy('children-osc', '2024-01-17'))
  await testshire.done(id, 'withholdRecommendation', '2024-02-07', { reason: 'It was taken for another.' })
  expect(await testshire.anybody.read(shown, { id })).toEqual({ recommendation: null })
  await testshire.done(id, 'publishRecommendation', '2024-02-14', { reason: 'It was withheld by mistake.' })
  expect(await testshire.anybody.read(shown, { id })).toMatchObject({ recommendation: { ...known, text } })
  const told = 'withheld history(first: 20) { edges { node { type void } } }'
  const { withheld, history } = await testshire.read<{ withheld: string | null; history: { edges: { node: object }[] } }>(id, told)
  expect([withheld, ...history.edges.slice(-2).map(({ node }) => node)]).toEqual([
    null,
    { type: 'RecommendationWithheld', void: false },
    { type: 'RecommendationPublished', void: false },
  ])
  expect(await testshire.read(id, 'withheld', { asAt: '2024-02-10' })).toEqual({ withheld: 'It was taken for another.' })
})

test('31: a report registered today and embargoed is for officers only, and for everybody once its time has come', async () => {
  const today = new Date().toISOString().slice(0, 10)
  const embargoed = async (milliseconds: number): Promise<string> => {
    const report = await testshire.report('2024-01-15')
    const until = new Date(Date.now() + milliseconds).toISOString()
    await testshire.officer.done('embargoReport', { report, effectiveOn: today, until })
    return testshire.issue(report, '2024-01-15')
  }
  const asked = 'query ($id: ID!) { recommendation(id: $id) { text report { publication } } }'
  const nextWeek = await embargoed(7 * 86_400_000)
  expect(await testshire.officer.read(asked, { id: nextWeek })).toEqual({ recommendation: { text, report: { publication: 'EMBARGOED' } } })
  expect(await testshire.anybody.read(asked, { id: nextWeek })).toEqual({ recommendation: null })
  const soon = await embargoed(3_000)
  await expect
    .poll(() => testshire.anybody.read(asked, { id: soon }), { timeout: 15_000 })
    .toEqual({ recommendation: { text, report: { publication: 'PUBLISHED' } } })
})
