import { afterAll, beforeAll, expect, test } from 'vitest'
import { accepted, decidedBy, onBehalfOf, refused, startTestshire } from '../kit/testshire.ts'
import type { Testshire } from '../kit/testshire.ts'

/* Stories 12, 16, 25, 33, 37 and 39: who decides, late entries, and decisions that were wrong. */

let testshire: Testshire
beforeAll(async () => {
  testshire = await startTestshire()
})
afterAll(() => testshire.stop())

const anItem = () => testshire.item('2023-10-02', 'by 31 December 2023')
const notYet = (category: '3' | '5') => ({ category, anticipatedCompletionDate: '2024-09-30', words: 'Half of the centres are open.' })
const gone = { reason: 'NO_LONGER_APPLICABLE', explanation: 'The centres were sold.' }
const trackedBy = 'trackedBy { committee tracking agreed }'
type Entry = { readonly id: string; readonly type: string; readonly logPosition: string; readonly void: boolean }
const history = async (id: string): Promise<readonly Entry[]> => {
  type History = { readonly history: { readonly edges: readonly { readonly node: Entry }[] } }
  const { history: told } = await testshire.read<History>(id, 'history(first: 50) { edges { node { id type logPosition void } } }')
  return told.edges.map(({ node }) => node)
}

test('12: two committees meet a week apart and are typed the wrong way round: each has its own view and its own end', async () => {
  const id = await anItem()
  await testshire.done(id, 'takeOnTracking', '2024-01-10', decidedBy('health-osc', '2024-01-10'))
  await testshire.done(id, 'makeCommitteeAssessment', '2024-03-10', { ...notYet('3'), ...decidedBy('children-osc', '2024-03-10') })
  await testshire.done(id, 'makeCommitteeAssessment', '2024-03-03', { ...notYet('5'), ...decidedBy('health-osc', '2024-03-03') })
  const whole = `${trackedBy} decidedLate position { tracking assessment { agreed differs } }`
  expect(await testshire.read(id, whole)).toEqual({
    trackedBy: [
      { committee: 'children-osc', tracking: 'OPEN', agreed: '3' },
      { committee: 'health-osc', tracking: 'OPEN', agreed: '5' },
    ],
    decidedLate: [],
    position: { tracking: 'OPEN', assessment: { agreed: null, differs: true } },
  })
  await testshire.done(id, 'concludeTracking', '2024-05-08', { ...gone, ...decidedBy('children-osc', '2024-05-08') })
  expect(await testshire.read(id, `${trackedBy} position { tracking }`)).toEqual({
    trackedBy: [
      { committee: 'children-osc', tracking: 'CONCLUDED', agreed: '3' },
      { committee: 'health-osc', tracking: 'OPEN', agreed: '5' },
    ],
    position: { tracking: 'OPEN' },
  })
  const follows = (committee: string, tracking: string) => testshire.listed({ trackedBy: committee, tracking })
  expect([await follows('health-osc', 'OPEN'), await follows('children-osc', 'CONCLUDED')]).toEqual([[id], [id]])
  const audit = decidedBy('audit', '2024-06-05')
  expect(await testshire.execute(id, 'concludeTracking', '2024-06-05', { ...gone, ...audit })).toEqual(
    refused(
      'decision.committee',
      'This committee does not track this recommendation, so it decides nothing about it: it is tracked by Children O&S Committee, Health O&S Committee.',
      'Record first that it took tracking on with takeOnTracking, or that it was handed over to it.',
    ),
  )
})

test('16: an update and a decision typed two years later are accepted, marked as late, and not shown as known before', async () => {
  const id = await anItem()
  const later = { ...notYet('5'), anticipatedCompletionDate: '2024-12-31' }
  await testshire.done(id, 'makeCommitteeAssessment', '2024-10-09', { ...later, ...decidedBy('children-osc', '2024-10-09') })
  const known = (await history(id)).at(-1)?.logPosition ?? ''
  await testshire.done(id, 'updateProgress', '2024-03-03', { words: 'Two centres are open.', claim: 'IN_PROGRESS' })
  await testshire.done(id, 'makeCommitteeAssessment', '2024-06-12', { ...notYet('3'), ...decidedBy('children-osc', '2024-06-12') })
  const late = 'position { delivery assessment { agreed } } updates { effectiveOn } decidedLate decidedBeforeLate'
  const [first, second] = (await history(id)).filter(({ type }) => type === 'CommitteeAssessmentMade')
  const now = {
    position: { delivery: 'IN_PROGRESS', assessment: { agreed: '5' } },
    updates: [{ effectiveOn: '2024-03-03' }],
    decidedLate: [second?.id],
    decidedBeforeLate: [first?.id],
  }
  expect(await testshire.read(id, late)).toEqual(now)
  // On the day of the late decision it was the newest.
  expect(await testshire.read(id, late, { asAt: '2024-06-12' })).toMatchObject({ position: { assessment: { agreed: '3' } } })
  expect(await testshire.read(id, late, { asKnownAt: known })).toEqual({
    position: { delivery: 'NOT_REPORTED', assessment: { agreed: '5' } },
    updates: [],
    decidedLate: [],
    decidedBeforeLate: [],
  })
  // Nothing of it was recorded in 2025.
  expect(await testshire.read(id, late, { asKnownAt: '2025-12-31' })).toBeNull()
  const log = `query ($stream: ID) { log(first: 20, filter: { stream: $stream, moreDaysLateThan: 365 }) { edges { node { type effectiveOn } } } }`
  const found = await testshire.officer.read<{ log: { edges: { node: object }[] } }>(log, { stream: id })
  expect(found.log.edges.map(({ node }) => node)).toEqual(
    expect.arrayContaining([
      { type: 'ProgressUpdated', effectiveOn: '2024-03-03' },
      { type: 'CommitteeAssessmentMade', effectiveOn: '2024-06-12' },
    ]),
  )
})

test('25: a conclusion of an inquorate meeting is made void: it is tracked again, and the history keeps both', async () => {
  const id = await anItem()
  await testshire.done(id, 'concludeTracking', '2024-06-12', { ...gone, ...decidedBy('children-osc', '2024-06-12') })
  const entry = (await history(id)).at(-1)
  await testshire.officer.done('correctEntry', {
    stream: id,
    entry: entry?.id,
    effectiveOn: '2024-07-10',
    reason: 'The meeting was not quorate.',
    change: { kind: 'VOID' },
  })
  const tracking = 'position { tracking schedule { state } } conclusions { reason }'
  expect(await testshire.read(id, tracking)).toEqual({ position: { tracking: 'OPEN', schedule: { state: 'OVERDUE' } }, conclusions: [] })
  expect(await testshire.read(id, tracking, { asKnownAt: entry?.logPosition ?? '' })).toMatchObject({ position: { tracking: 'CONCLUDED' } })
  expect((await history(id)).slice(-2)).toMatchObject([
    { type: 'TrackingConcluded', void: true },
    { type: 'EntryCorrected', void: false },
  ])
})

test('33: a decision typed by the member, a proposal by a lead officer and anything by a committee member is refused in words', async () => {
  const id = await anItem()
  const asked = async (role: 'responsible-member' | 'lead-officer' | 'committee-member', mutation: string, input: object) =>
    (await testshire.signedIn(role, `Test ${role}`)).execute(mutation, { recommendation: id, effectiveOn: '2024-03-10', ...input })
  const decision = { ...notYet('3'), ...decidedBy('children-osc', '2024-03-10') }
  const forbidden = (role: string, name: string) => ({
    kind: 'CommandForbidden',
    role,
    message: `Your role (${name}) cannot record this. Ask a scrutiny officer.`,
  })
  expect(await asked('responsible-member', 'makeCommitteeAssessment', decision)).toEqual(
    forbidden('RESPONSIBLE_MEMBER', 'responsible member'),
  )
  expect(await asked('lead-officer', 'proposeAssessment', notYet('3'))).toEqual(forbidden('LEAD_OFFICER', 'lead officer'))
  expect(await asked('committee-member', 'makeCommitteeAssessment', decision)).toEqual(forbidden('COMMITTEE_MEMBER', 'committee member'))
  expect(await asked('responsible-member', 'proposeAssessment', { ...notYet('3'), ...onBehalfOf(testshire.offices.children) })).toEqual(
    refused(
      'onBehalfOf',
      'Your role (responsible member) cannot record for an office that you do not hold. Ask a scrutiny officer.',
      'Record it for an office that you hold, or ask a scrutiny officer to record it.',
    ),
  )
})

test('37: the second of two clerks sees what the first recorded, and changes nothing', async () => {
  const id = await anItem()
  const other = await testshire.signedIn('officer', 'Otto Example')
  const { revision } = await testshire.read<{ revision: number }>(id, 'revision')
  const theme = (name: string) => ({ recommendation: id, effectiveOn: '2024-01-10', theme: name, expectedRevision: revision })
  expect(await testshire.officer.execute('assignTheme', theme('Youth'))).toEqual(accepted)
  expect(await other.execute('assignTheme', theme('Buildings'))).toEqual({
    kind: 'CommandConflict',
    id,
    expected: revision,
    actual: revision + 1,
    message: 'Since then one entry was recorded.',
    changes: [{ type: 'ThemeAssigned', revision: revision + 1 }],
  })
  expect(await testshire.read(id, 'themes')).toEqual({ themes: ['Youth'] })
})

test('39: a committee renamed keeps its slug: earlier decisions keep the old name, later ones state the new one', async () => {
  const id = await anItem()
  const renamed = { name: 'Children and Families O&S Committee', effectiveOn: '2025-05-20' }
  const asked = '{ committee(slug: "children-osc", authority: "testshire") { id name formerNames } }'
  const { committee } = await testshire.officer.read<{ committee: { id: string } }>(asked)
  await testshire.done(id, 'makeCommitteeAssessment', '2024-03-10', { ...notYet('5'), ...decidedBy('children-osc', '2024-03-10') })
  await testshire.officer.done('renameCommittee', { committee: committee.id, ...renamed })
  const later = (name?: string) => ({
    ...notYet('3'),
    anticipatedCompletionDate: '2025-12-31',
    ...decidedBy('children-osc', '2025-06-11', name),
  })
  expect(await testshire.execute(id, 'makeCommitteeAssessment', '2025-06-11', later())).toEqual(
    refused(
      'decision.committeeName',
      'The committee has another name on the day of the meeting: it is Children and Families O&S Committee.',
      'Enter the name that it had on that day.',
    ),
  )
  await testshire.done(id, 'makeCommitteeAssessment', '2025-06-11', later(renamed.name))
  expect(await testshire.read(id, 'assessments { decision { committee committeeName } }')).toEqual({
    assessments: [
      { decision: { committee: 'children-osc', committeeName: 'Children O&S Committee' } },
      { decision: { committee: 'children-osc', committeeName: renamed.name } },
    ],
  })
  expect(await testshire.officer.read(asked)).toMatchObject({
    committee: { name: renamed.name, formerNames: ['Children O&S Committee'] },
  })
  expect(await testshire.listed({ trackedBy: 'children-osc', tracking: 'OPEN' })).toContain(id)
})
