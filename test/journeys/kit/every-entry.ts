import { randomUUID } from 'node:crypto'
import type { Client } from './client.ts'
import { aCommittee, aRecommendation, aReport, committee, decision } from './examples.ts'
import { establishCommittee, liveOneLife, publishedReport, tracked } from './whole-life.ts'

const day = '2026-02-02'
const asCommittee = (effectiveOn = day) => ({ effectiveOn, onBehalfOf: committee, decision: decision(effectiveOn) })

export type Everything = { readonly streams: readonly string[]; readonly authority: string }

/**
 * At least one entry of every type there is, in an authority of its own, given by an administrator. Gives the streams whose
 * histories hold them.
 */
export async function recordEveryEntry(administrator: Client): Promise<Everything> {
  const authority = `borough-${randomUUID().slice(0, 8)}`
  const give = async (mutation: string, input: object): Promise<string> =>
    (await administrator.done(mutation, { effectiveOn: day, ...input })).id
  const policy = await give('adoptPolicy', { authority, ...policyContent })
  await establishCommittee(administrator, authority)
  const office = (name: string) => give('createOffice', { authority, kind: 'OFFICER', name, effectiveOn: '2025-05-20', illustrative: true })
  const [care, leaving, heir] = [await office('Head of care'), await office('Head of leaving care'), await office('Head of everything')]
  const person = await give('registerPerson', { name: 'Bo Example' })
  await give('renamePerson', { person, name: 'Bo Otherwise' })
  await give('refuseErasure', { person, reason: 'Acted publicly' })
  const slug = `committee-${randomUUID().slice(0, 8)}`
  const body = await give('establishCommittee', {
    authority,
    slug,
    name: 'People Committee',
    kind: 'POLICY',
    quorum: 3,
    illustrative: true,
  })
  await give('renameCommittee', { committee: body, name: 'Committee for People' })
  await give('abolishCommittee', { committee: body, successors: [committee.id], resolution: 'Council' })
  await give('appointHolder', { office: care, holder: person, effectiveOn: '2025-05-21' })
  await give('renameOffice', { office: care, name: 'Head of children in care', effectiveOn: '2025-06-01' })
  await give('changePortfolio', { office: care, portfolio: 'Children in care', effectiveOn: '2025-06-01' })
  await give('releaseHolder', { office: care, holder: person, effectiveOn: '2025-09-01' })

  const life = await liveOneLife(administrator, { authority })
  const mentioned = await give('registerMentionedReport', { ...mention, authority })
  const listed = await give('registerListedRecommendation', { ...listedItem, report: mentioned })
  const inspection = await give('registerReport', aReport({ authority, kind: 'INSPECTION', effectiveOn: '2026-01-05' }))
  await give('recordJudgement', { ...judgement, report: inspection })
  await give('recordFinding', { ...finding, report: inspection })
  const earlier = await give('issueRecommendation', aRecommendation(mentioned, { effectiveOn: '2026-01-05' }))
  await give('linkReportFinding', { report: inspection, findingId: 'f', relation: 'IMPROVES_ON', recommendation: earlier })
  await give('withholdReport', { report: inspection, reason: 'A pre-election period' })
  await give('withdrawReport', { report: inspection, reason: 'Replaced' })

  const report = await publishedReport(administrator, { authority })
  const issue = (reference: string, over: object = {}) =>
    give(
      'issueRecommendation',
      aRecommendation(report, { effectiveOn: '2026-01-06', reference, ordinal: Number(reference.slice(1)), ...over }),
    )
  const items = [await issue('R1'), await issue('R2', { timescale: { asPrinted: 'Longer term' } }), await issue('R3'), await issue('R4')]
  const [first = '', undated = '', third = '', fourth = ''] = items
  for (const item of items) await tracked(administrator, item, day)
  const redated = await give('registerReport', aReport({ authority }))
  const dated = await give('issueRecommendation', aRecommendation(redated, { effectiveOn: '2026-01-06' }))
  await give('correctEntry', {
    stream: redated,
    entry: await entryOf(administrator, redated, 'ReportRegistered'),
    reason: 'Dated later',
    change: { kind: 'REPLACE', fields: { publishedOn: '2026-01-12' } },
  })
  await give('applyReportDates', { report: redated, items: [dated], reason: 'Dated later' })
  const of = (recommendation: string) => (mutation: string, input: object) => give(mutation, { recommendation, ...input })
  await of(undated)('agreeCompletionDate', { date: '2030-01-31', ...asCommittee() })
  await of(undated)('requestCompletionDateRevision', { requestId: 'later', date: '2031-01-31', reason: 'More time' })
  await of(undated)('refuseCompletionDateRevision', { requestId: 'later', reason: 'No case made', ...asCommittee() })
  await of(undated)('requestCompletionDateRevision', { requestId: 'more', date: '2032-01-31', reason: 'More time' })
  await of(undated)('withdrawRevisionRequest', { requestId: 'more', reason: 'Not needed' })
  await of(undated)('proposeAssessment', { proposalId: 'p', category: '6', words: 'Under way' })
  await of(undated)('withdrawProposal', { proposalId: 'p', reason: 'A team was forgotten' })
  await of(first)('planAction', { actionId: 'a', description: 'Something' })
  await of(first)('changeAction', { actionId: 'a', dueOn: '2026-06-30', reason: 'Nobody applied' })
  await of(first)('abandonAction', { actionId: 'a', reason: 'Not useful' })
  for (const owner of [care, leaving, heir]) await of(first)('assignOwner', { owner, role: 'LEAD_OFFICER' })
  const letter = await publishedReport(administrator, { authority })
  const visit = await give('recordVisit', { ...visited, report: letter })
  await give('recordVisitFinding', { ...found, visit })
  await give('linkFinding', { visit, ref: found.ref, items: [first, third] })
  await of(first)('escalate', { body: 'Full Council', reason: 'Nothing moved' })
  await of(first)('linkRecommendation', { linkId: 'l', relation: 'REPEATS', target: { kind: 'RECOMMENDATION', id: third } })
  await of(first)('linkRecommendation', { linkId: 'f', relation: 'SAME_MATTER', target: { kind: 'FINDING', id: 'f', report: inspection } })
  await of(first)('acceptRisk', { person, office: 'Chief executive', reason: 'Cost' })
  await give('transferService', { office: care, service: 'Care', to: leaving, items: [first], deliveringBody: 'A trust' })
  await of(first)('releaseOwner', { owner: leaving, reason: 'Not theirs' })
  await of(third)('assignOwner', { owner: leaving, role: 'LEAD_OFFICER' })
  await give('abolishOffice', { office: leaving, reason: 'Merged', successor: heir })
  await of(first)('supersedeRecommendation', { by: third, reason: 'Said better there' })
  await of(first)('concludeTracking', { reason: 'SUPERSEDED', explanation: 'See the other', supersededBy: third, ...asCommittee() })
  await of(first)('recordDissent', { words: 'Two disagreed', by: 'Minority group', ...asCommittee() })
  const other = await give('establishCommittee', { ...aCommittee, authority, slug: `second-${slug}`, name: 'Second Committee' })
  await of(fourth)('handOverTracking', { to: `second-${slug}`, reason: 'Its field', ...asCommittee() })
  await of(fourth)('mergeDuplicate', { into: third, reason: 'The same' })
  await of(fourth)('withholdRecommendation', { reason: 'Exempt' })
  await of(fourth)('publishRecommendation', { reason: 'The case has ended' })
  await of(fourth)('withholdRecommendation', { reason: 'Exempt' })
  await of(third)('amendWording', { wording: 'Visit within three days.', reason: 'As it was accepted' })
  await of(third)('markExempt', { parts: ['EVIDENCE'], ground: 'CONFIDENTIAL', reviewOn: '2026-06-01' })
  await of(third)('reviewExemption', { found: 'Still confidential', reviewOn: '2026-12-01' })
  await of(third)('endExemption', { reason: 'Published elsewhere' })
  const urgent = await give('registerReport', aReport({ authority, kind: 'INSPECTION' }))
  const plan = await give('issueRecommendation', aRecommendation(urgent, { gravity: 'PRIORITY_ACTION' }))
  const itself = { body: 'cabinet', bodyName: 'Cabinet', onBehalfOf: { kind: 'BODY', id: 'cabinet' } }
  await of(plan)('requireResponse', { ...itself, receivedOn: day, noticeOn: day })
  await of(plan)('sendDraftPlan', itself)
  await give('respondToReport', { ...itself, report: urgent, responses: [{ item: plan, response: 'ACTION_STATEMENT' }] })
  const hushed = await give('registerReport', aReport({ authority }))
  await give('embargoReport', { report: hushed, until: '2999-01-01T09:00:00Z' })
  await give('removePersonalData', { entry: await entryOf(administrator, listed, 'RecommendationListed'), reason: 'A name' })
  const gone = await give('registerPerson', { name: 'Cy Example' })
  await give('erasePerson', { person: gone, reason: 'Asked for' })
  return {
    authority,
    streams: [
      policy,
      urgent,
      plan,
      care,
      leaving,
      heir,
      person,
      gone,
      body,
      other,
      life.report,
      life.recommendation,
      life.member,
      mentioned,
      listed,
      inspection,
      earlier,
      report,
      redated,
      dated,
      hushed,
      letter,
      visit,
      ...items,
    ],
  }
}

async function entryOf(client: Client, stream: string, type: string): Promise<string | undefined> {
  const { node } = await client.read<{ node: Pick<Registered, 'history'> }>(histories, { id: stream })
  return node.history.edges.find((each) => each.node.type === type)?.node.id
}

type Registered = { readonly history: { readonly edges: readonly { readonly node: { readonly id: string; readonly type: string } }[] } }

const histories = 'query ($id: ID!) { node(id: $id) { ... on EventSourced { history(first: 9) { edges { node { id type } } } } } }'

const policyContent = {
  categories: [
    { code: '1', label: 'Done', meaning: 'ACHIEVED_ON_TIME' },
    { code: '2', label: 'Done late', meaning: 'ACHIEVED_LATE' },
    { code: '3', label: 'Some progress', meaning: 'PROGRESS_MADE' },
    { code: '5', label: 'Too little', meaning: 'INSUFFICIENT_PROGRESS' },
    { code: '6', label: 'Under way', meaning: 'IN_PROGRESS' },
  ],
  mapping: [{ code: '1', shownAs: 'Green' }],
  clocks: { dueSoonDays: 10, immediateMonths: 1, executiveResponseMonths: 2, inspectionActionPlanWorkingDays: 70 },
  hasExecutive: true,
  policySource: 'Constitution, part 4',
  illustrative: true,
  effectiveOn: '2025-01-01',
}
const mention = {
  title: 'Known by mention',
  publisher: 'Somebody',
  authorityName: 'Example Borough',
  seenIn: 'A pack',
  illustrative: true,
}
const listedItem = { reference: 'R7', ordinal: 7, title: 'Seventh', listedIn: { document: 'A pack' } }
const judgement = {
  effectiveOn: '2026-01-05',
  judgementId: 'j',
  subject: 'Leadership',
  grade: '2',
  scale: '1 outstanding, 2 good, 3 adequate, 4 inadequate',
  printedIn: 'TABLE',
}
const finding = { effectiveOn: '2026-01-05', findingId: 'f', subject: 'Leadership', words: 'Sound', direction: 'STRENGTH' }
const visited = { body: 'Inspectorate', ordinal: 1, from: '2026-01-28', to: '2026-01-29', knownFrom: 'LETTER', letterOn: day }
const found = { ref: 'F1', area: 'Visits to children', words: 'No better', direction: 'UNCHANGED' }
