import type { Client } from './client.ts'
import { aCommittee, aRecommendation, aReport, committee, decision } from './examples.ts'

const cabinet = { body: 'cabinet', bodyName: 'Cabinet' }
const evidenceDigest = `sha256:${'5e'.repeat(32)}`

export type Life = {
  readonly report: string
  readonly recommendation: string
  readonly member: string
  readonly lead: string
  /** The types of the recommendation's entries in the order in which they were recorded. */
  readonly types: readonly string[]
  /** The log position of the first conclusion. */
  readonly concludedAt: string
  /** The entry that was corrected. */
  readonly corrected: string
}

/** One recommendation from its report to its conclusion, its reopening and a correction: through the API and nothing else. */
export async function liveOneLife(officer: Client, over: object = {}): Promise<Life> {
  const report = await publishedReport(officer, over)
  const { member, lead } = await offices(officer)
  const { id: recommendation } = await officer.done('issueRecommendation', aRecommendation(report, { effectiveOn: '2026-01-06' }))
  const execute = (mutation: string, effectiveOn: string, input: object) =>
    officer.done(mutation, { recommendation, effectiveOn, ...input })
  const asCommittee = (mutation: string, day: string, input: object) =>
    execute(mutation, day, { onBehalfOf: committee, decision: decision(day), ...input })
  const asMember = { onBehalfOf: { kind: 'OFFICE', id: member } }

  await tracked(officer, recommendation)
  await execute('assignTheme', '2026-01-07', { theme: 'Care leavers' })
  await execute('assignOwner', '2026-01-07', { owner: member, name: 'Cabinet member for children', role: 'RESPONSIBLE_MEMBER' })
  await execute('assignOwner', '2026-01-07', { owner: lead, name: 'Director of children’s services', role: 'LEAD_OFFICER' })
  await execute('requireResponse', '2026-01-08', { ...cabinet, receivedOn: '2026-01-07', noticeOn: '2026-01-08' })
  await execute('giveResponse', '2026-02-10', { ...cabinet, response: 'ACCEPTED', ...asMember })
  await execute('planAction', '2026-02-11', {
    actionId: 'calls',
    description: 'Call every care leaver',
    dueOn: '2026-03-31',
    lead: 'Leaving care team',
  })
  await execute('startAction', '2026-02-16', { actionId: 'calls' })
  await execute('progressAction', '2026-03-10', { actionId: 'calls', words: 'Two thirds have been called.' })
  await execute('requestCompletionDateRevision', '2026-03-16', {
    requestId: 'later',
    date: '2026-05-31',
    reason: 'Addresses were out of date.',
  })
  await asCommittee('approveCompletionDateRevision', '2026-03-18', { requestId: 'later' })
  await execute('proposeAssessment', '2026-04-20', {
    ...asMember,
    proposalId: 'first',
    category: '3',
    anticipatedCompletionDate: '2026-05-31',
    words: 'Most have been reached.',
  })
  await asCommittee('makeCommitteeAssessment', '2026-04-22', {
    insteadOf: 'first',
    category: '5',
    anticipatedCompletionDate: '2026-05-31',
    words: 'Not enough has been done.',
  })
  await asCommittee('recordStillNeeded', '2026-04-22', { words: 'The share of care leavers in touch, by team.' })
  await execute('completeAction', '2026-05-15', { actionId: 'calls', words: 'All have been called.' })
  await execute('updateProgress', '2026-05-18', {
    updateId: 'done',
    words: 'Everyone is in touch.',
    claim: 'COMPLETE',
    completedOn: '2026-05-15',
    reportedTo: 'Committee',
  })
  await execute('attachEvidence', '2026-05-18', {
    evidenceId: 'list',
    digest: evidenceDigest,
    mediaType: 'text/csv',
    name: 'Contacts by team',
    location: 'Committee papers',
    shows: 'OUTCOME',
    words: 'Every care leaver has a contact in the last eight weeks.',
  })
  await execute('testEvidence', '2026-05-20', {
    evidenceId: 'list',
    by: 'Internal audit',
    found: 'Twenty of twenty sampled contacts took place.',
  })
  await execute('proposeAssessment', '2026-06-10', {
    ...asMember,
    proposalId: 'second',
    category: '2',
    completedOn: '2026-05-15',
    evidence: ['list'],
    words: 'Achieved, late.',
  })
  const agreed = await asCommittee('agreeAssessment', '2026-06-17', { proposalId: 'second' })
  const concluded = await asCommittee('concludeTracking', '2026-06-17', {
    expectedRevision: agreed.revision,
    reason: 'ACHIEVED',
    explanation: 'Achieved, late; the evidence was tested.',
  })
  await asCommittee('reopenTracking', '2026-09-16', { reason: 'Contacts have fallen again.', newDate: '2026-12-31' })
  const corrected = await entryOfType(officer, recommendation, 'ProgressUpdated')
  await officer.done('correctEntry', {
    stream: recommendation,
    effectiveOn: '2026-09-17',
    entry: corrected,
    reason: 'The update was given a day later.',
    change: { kind: 'REPLACE', fields: { words: 'Everyone is in touch but two.' }, effectiveOn: '2026-05-19' },
  })
  return { report, recommendation, member, lead, types, concludedAt: concluded.logPosition, corrected }
}

const types = [
  'RecommendationIssued',
  'TrackingTakenOn',
  'ThemeAssigned',
  'OwnerAssigned',
  'OwnerAssigned',
  'ResponseRequired',
  'ResponseGiven',
  'ActionPlanned',
  'ActionStarted',
  'ActionProgressed',
  'CompletionDateRevisionRequested',
  'CompletionDateRevisionApproved',
  'AssessmentProposed',
  'CommitteeAssessmentMade',
  'StillNeededRecorded',
  'ActionCompleted',
  'ProgressUpdated',
  'EvidenceAttached',
  'EvidenceTested',
  'AssessmentProposed',
  'AssessmentAgreed',
  'TrackingConcluded',
  'TrackingReopened',
  'EntryCorrected',
]

/** The committee that the examples decide as. Once it is there this changes nothing. */
export const establishCommittee = (officer: Client, authority = aCommittee.authority): Promise<unknown> =>
  officer.execute('establishCommittee', { ...aCommittee, authority })

/** The committee of the examples tracks a recommendation from that day on; its id. */
export async function tracked(officer: Client, recommendation: string, day = '2026-01-06'): Promise<string> {
  await officer.done('takeOnTracking', { recommendation, effectiveOn: day, onBehalfOf: committee, decision: decision(day) })
  return recommendation
}

/** A published report, and the committee whose decisions the examples record. */
export async function publishedReport(officer: Client, over: object = {}): Promise<string> {
  await establishCommittee(officer)
  const { id: report } = await officer.done('registerReport', aReport(over))
  await officer.done('adoptReport', { report, effectiveOn: '2026-01-06', body: 'Full Council', resolution: null })
  await officer.done('publishReport', { report, effectiveOn: '2026-01-06' })
  return report
}

async function offices(officer: Client): Promise<{ member: string; lead: string }> {
  const office = { effectiveOn: '2025-05-20', authority: 'example-borough', illustrative: true }
  const member = await officer.done('createOffice', { ...office, name: 'Cabinet member for children', kind: 'EXECUTIVE_MEMBER' })
  const lead = await officer.done('createOffice', { ...office, name: 'Director of children’s services', kind: 'OFFICER' })
  return { member: member.id, lead: lead.id }
}

export type HistoryNode = {
  readonly id: string
  readonly type: string
  readonly effectiveOn: string
  readonly recordedAt: string
  readonly logPosition: string
  readonly correctedBy: readonly string[]
  readonly actor: { readonly name: string | null; readonly role: string; readonly id: string | null }
}

/** The whole history, page by page. */
export async function historyOf(client: Client, id: string, first = 7): Promise<readonly HistoryNode[]> {
  const nodes: HistoryNode[] = []
  for (let after: string | null = null; ;) {
    const page: Page = await client.read<Page>(history, { id, first, after })
    const { edges, pageInfo } = page.node.history
    nodes.push(...edges.map(({ node }) => node))
    if (!pageInfo.hasNextPage) return nodes
    after = pageInfo.endCursor
  }
}

type Page = {
  readonly node: {
    readonly history: {
      readonly edges: readonly { readonly node: HistoryNode }[]
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
    }
  }
}

const history = `query ($id: ID!, $first: Int, $after: String) {
  node(id: $id) { ... on EventSourced { history(first: $first, after: $after) {
    totalCount
    edges { node { id type effectiveOn recordedAt logPosition correctedBy actor { id name role } } }
    pageInfo { hasNextPage endCursor }
  } } }
}`

async function entryOfType(client: Client, id: string, type: string): Promise<string> {
  const entry = (await historyOf(client, id, 100)).find((one) => one.type === type)
  if (!entry) throw new Error(`${id} has no ${type}`)
  return entry.id
}

/** A recommendation for priority action after an inspection: a notice, the draft of the plan, and a letter that responds. Its id. */
export async function respondedByLetter(client: Client, effectiveOn: string): Promise<string> {
  const { id: report } = await client.done('registerReport', aReport({ kind: 'INSPECTION' }))
  const { id } = await client.done('issueRecommendation', aRecommendation(report, { gravity: 'PRIORITY_ACTION' }))
  const itself = { ...cabinet, onBehalfOf: { kind: 'BODY', id: 'cabinet' }, effectiveOn }
  await client.done('requireResponse', { ...itself, recommendation: id, receivedOn: effectiveOn, noticeOn: effectiveOn })
  await client.done('sendDraftPlan', { ...itself, recommendation: id })
  await client.done('respondToReport', { ...itself, report, responses: [{ item: id, response: 'ACTION_STATEMENT' }] })
  return id
}
