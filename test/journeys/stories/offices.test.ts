import { afterAll, beforeAll, expect, test } from 'vitest'
import { decidedBy, onBehalfOf, refused, startTestshire } from '../kit/testshire.ts'
import type { Testshire } from '../kit/testshire.ts'

/* Stories 13, 14, 21 and 29: owners of recommendations and of their parts, and accepted risks. */

let testshire: Testshire
beforeAll(async () => {
  testshire = await startTestshire()
})
afterAll(() => testshire.stop())

const anItem = () => testshire.item('2023-10-02', 'by 31 March 2024')
const ownedBy = async (owner: string, role = 'RESPONSIBLE_MEMBER'): Promise<string> => {
  const id = await anItem()
  await testshire.done(id, 'assignOwner', '2023-10-09', { owner, role })
  return id
}
const ownersOf = async (id: string, asAt?: string) => {
  const moment = asAt === undefined ? {} : { asAt }
  const { owners } = await testshire.read<{ owners: readonly { readonly name: string }[] }>(id, 'owners { name }', moment)
  return owners.map(({ name }) => name)
}

test('13: a service moves in mid-tracking: its items move with it, the others stay, and the old owner answers for April', async () => {
  const { children, communities } = testshire.offices
  const [youth, meals] = [await ownedBy(children), await ownedBy(children)]
  const moving = { office: children, to: communities, service: 'Youth service', items: [youth], effectiveOn: '2024-05-01' }
  await testshire.officer.done('transferService', moving)
  expect([await ownersOf(youth), await ownersOf(meals)]).toEqual([['Cabinet Member for Communities'], ['Cabinet Member for Children']])
  expect(await ownersOf(youth, '2024-04-30')).toEqual(['Cabinet Member for Children'])
  expect([await testshire.listed({ owner: children }), await testshire.listed({ owner: communities })]).toEqual([[meals], [youth]])
  expect(await testshire.listed({ owner: children }, { asAt: '2024-04-30' })).toEqual([youth, meals])
})

test('14: an office with an open item needs a successor to be abolished, its name stays visible, and the item always has an owner', async () => {
  const [old, next] = [await testshire.office('Cabinet Member for Leisure'), await testshire.office('Cabinet Member for Culture')]
  const [id, concluded] = [await ownedBy(old), await ownedBy(old)]
  const gone = { reason: 'NO_LONGER_APPLICABLE', explanation: 'It was sold.' }
  await testshire.done(concluded, 'concludeTracking', '2024-05-08', { ...gone, ...decidedBy('children-osc', '2024-05-08') })
  const ending = { office: old, effectiveOn: '2024-05-21', reason: 'The portfolio was divided.' }
  expect(await testshire.officer.execute('abolishOffice', ending)).toEqual(
    refused('successor', 'This office has open recommendations: R3.', 'Choose the office that takes them over, or transfer them first.'),
  )
  expect(await testshire.execute(id, 'releaseOwner', '2024-05-21', { owner: old, reason: 'It ends.' })).toEqual(
    refused('owner', 'Nobody else is accountable for this recommendation.', 'Assign the new owner first, or transfer the service.'),
  )
  await testshire.officer.done('abolishOffice', { ...ending, successor: next })
  expect([await ownersOf(id), await ownersOf(id, '2024-05-20')]).toEqual([['Cabinet Member for Culture'], ['Cabinet Member for Leisure']])
  expect(await testshire.read(id, 'owners { transferredFrom { name on } }')).toEqual({
    owners: [{ transferredFrom: { name: 'Cabinet Member for Leisure', on: '2024-05-21' } }],
  })
  expect(await testshire.officer.read('query ($id: ID!) { office(id: $id) { name abolishedOn successor } }', { id: old })).toEqual({
    office: { name: 'Cabinet Member for Leisure', abolishedOn: '2024-05-21', successor: next },
  })
  // What was concluded stayed with it: reopened, it warns that its owner has gone.
  const reopening = { reason: 'It was bought back.', newDate: '2024-12-31', ...decidedBy('children-osc', '2024-06-12') }
  await testshire.done(concluded, 'reopenTracking', '2024-06-12', reopening)
  expect(await testshire.read(concluded, 'owners { name abolishedOn } position { tracking }')).toEqual({
    owners: [{ name: 'Cabinet Member for Leisure', abolishedOn: '2024-05-21' }],
    position: { tracking: 'OPEN' },
  })
})

test('21: three parts of three bodies have their own owner, date and answer; the parent is concluded only with a list of open parts', async () => {
  const { children, trust } = testshire.offices
  const police = await testshire.office('Testshire Police', 'PARTNER')
  const report = await testshire.report('2024-01-15')
  const parent = await testshire.issue(report, '2024-01-15', { reference: 'R4', ordinal: 4 })
  const part = async (letter: string, ordinal: number, owner: string, asPrinted: string): Promise<string> => {
    const over = { reference: `R4 ${letter})`, ordinal, parent, timescale: { asPrinted } }
    const id = await testshire.issue(report, '2024-01-15', over)
    await testshire.done(id, 'assignOwner', '2024-01-16', { owner, role: 'RESPONSIBLE_BODY' })
    return id
  }
  const [a, b, c] = await Promise.all([
    part('a', 1, children, 'by 31 March 2024'),
    part('b', 2, trust, 'by 30 June 2024'),
    part('c', 3, police, 'by 31 December 2024'),
  ])
  const asCommittee = decidedBy('children-osc', '2024-01-17')
  await Promise.all([parent, a, b, c].map((id) => testshire.done(id, 'takeOnTracking', '2024-01-17', asCommittee)))
  const answering = { body: trust, ...onBehalfOf(trust) }
  await testshire.done(b, 'giveResponse', '2024-02-07', { ...answering, response: 'NOT_ACCEPTED', reasons: 'It is not our duty.' })
  expect(await testshire.read(b, 'owners { name } originalCompletionDate position { response }')).toEqual({
    owners: [{ name: 'Testshire NHS Trust' }],
    originalCompletionDate: '2024-06-30',
    position: { response: 'NOT_ACCEPTED' },
  })
  const gone = { reason: 'NO_LONGER_APPLICABLE', explanation: 'Overtaken.', ...decidedBy('children-osc', '2024-07-10') }
  for (const id of [a, b]) await testshire.done(id, 'concludeTracking', '2024-07-10', gone)
  expect(await testshire.read(parent, 'childrenSummary { concluded worst schedule { ended notDue } }', { asAt: '2024-07-10' })).toEqual({
    childrenSummary: { concluded: 2, worst: 'NOT_DUE', schedule: { ended: 2, notDue: 1 } },
  })
  expect(await testshire.execute(parent, 'concludeTracking', '2024-07-10', gone)).toEqual(
    refused(
      'partsLeftOpen',
      'Parts of this recommendation are still open: R4 c).',
      'Conclude them first, or list the parts that are left open.',
    ),
  )
  await testshire.done(parent, 'concludeTracking', '2024-07-10', { ...gone, partsLeftOpen: [c] })
  expect(await testshire.read(parent, 'conclusions { partsLeftOpen }')).toEqual({ conclusions: [{ partsLeftOpen: [c] }] })
  expect(await testshire.listed({ report, tracking: 'OPEN' })).toEqual([c])
})

test('29: a corporate director accepts the risk, and only then the committee concludes on it', async () => {
  const id = await anItem()
  const conclude = { reason: 'RISK_ACCEPTED', explanation: 'The cost outweighs the gain.', ...decidedBy('children-osc', '2024-06-12') }
  expect(await testshire.execute(id, 'concludeTracking', '2024-06-12', conclude)).toEqual(
    refused('reason', 'No senior person has accepted the risk.', 'Record who accepted the risk first.'),
  )
  const administrator = await testshire.signedIn('administrator', 'Ada Example')
  const { id: person } = await administrator.done('registerPerson', { effectiveOn: '2024-05-01', name: 'Dee Example' })
  const risk = { person, office: 'Director of Children’s Services', reason: 'It would cost more than it saves.' }
  const leader = await testshire.signedIn('quartet', 'Quinn Example')
  await leader.done('acceptRisk', { recommendation: id, effectiveOn: '2024-06-03', ...risk })
  await testshire.done(id, 'concludeTracking', '2024-06-12', conclude)
  expect(await testshire.read(id, 'conclusionReason riskAccepted { office reason } position { tracking schedule { state } }')).toEqual({
    conclusionReason: 'RISK_ACCEPTED',
    riskAccepted: { office: risk.office, reason: risk.reason },
    position: { tracking: 'CONCLUDED', schedule: { state: 'ENDED' } },
  })
})
