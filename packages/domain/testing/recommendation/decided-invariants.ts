import type { IsoDate } from '../../src/envelope.ts'
import type { RecommendationCommand } from '../../src/recommendation/commands.ts'
import type { RecommendationEvent, TrackingConcluded } from '../../src/recommendation/events.ts'
import type { AssessmentContent, DecisionRef } from '../../src/recommendation/event-parts.ts'
import type { RecommendationRecord, RecommendationState } from '../../src/recommendation/state.ts'

/**
 * The rules of the domain written independently of `decide`: the rules that an emitted event breaks on the state it was decided on.
 * The property tests hold the two against each other. Histories with corrections are left out: a correction may move what was decided on.
 */
export const rulesBroken = (fact: RecommendationEvent, command: RecommendationCommand, before: RecommendationState): readonly string[] =>
  [
    ...everyFact(fact, command, before),
    ...decisionRules(fact, command, before.record),
    ...(isAssessment(fact) ? assessmentRules(fact.data, command.effectiveOn, before) : []),
    ...(fact.type === 'TrackingConcluded' ? conclusionRules(fact, before.record, command) : []),
    ...carriedOn(fact, command, before.record),
    ...dutyAndDates(fact, before, command),
    ...owning(fact, before.record),
    ...keptFromThePublic(fact, before.record),
  ].flatMap(([holds, otherwise]) => (holds ? [] : [otherwise]))

type Line = readonly [holds: boolean, otherwise: string]
type Assessment = Extract<RecommendationEvent, { type: 'AssessmentProposed' | 'AssessmentAgreed' | 'CommitteeAssessmentMade' }>

const isAssessment = (fact: RecommendationEvent): fact is Assessment =>
  fact.type === 'AssessmentProposed' || fact.type === 'AssessmentAgreed' || fact.type === 'CommitteeAssessmentMade'

const baseline = (state: RecommendationState): IsoDate | null =>
  (state.kind === 'ISSUED' ? state.issued.originalCompletionDate : null) ??
  state.record.agreedDate?.date ??
  state.record.reopenings[0]?.newDate ??
  null

const everyFact = (fact: RecommendationEvent, { effectiveOn, today }: RecommendationCommand, before: RecommendationState): Line[] => [
  [effectiveOn <= today, 'of a day after today'],
  [
    before.kind !== 'NOT_ISSUED' || ['RecommendationIssued', 'RecommendationListed'].includes(fact.type),
    'of an item that is not on record',
  ],
  [before.kind !== 'ISSUED' || fact.type !== 'RecommendationIssued', 'issued twice'],
  [before.record.merged === null || !followed.test(fact.type), 'recorded of a duplicate that was merged'],
]

const followed = /^(Action|Progress|Evidence|Assessment|Completion|Theme|Response|VisitFinding)/

const decisionRules = (fact: RecommendationEvent, { actor, effectiveOn }: RecommendationCommand, record: RecommendationRecord): Line[] => {
  const { decision } = fact.data as { readonly decision?: DecisionRef }
  if (decision === undefined) return []
  const held: Line = [decision.meetingOn <= effectiveOn, 'before its meeting']
  if (fact.type === 'DissentRecorded') return [held]
  const own = followedBy(decision, record)
  const principal = actor.onBehalfOf
  const proposalId = replacedBy(fact)
  const proposal = record.proposals.find((proposed) => proposed.proposalId === proposalId)
  return [
    held,
    [principal?.kind === 'body' && principal.id === decision.committee, 'by another than the committee'],
    [proposalId === null || (proposal !== undefined && proposal.principal.id !== principal?.id), 'proposed and decided by one'],
    [proposalId === null || (proposal !== undefined && proposal.effectiveOn <= effectiveOn), 'decided before it was proposed'],
    [proposalId === null || openProposals(record).at(-1) === proposalId, 'decided on an older proposal, or one that was withdrawn'],
    [fact.type === 'TrackingTakenOn' ? own === undefined : own !== undefined, 'decided without tracking it'],
    [own?.tracking !== 'CONCLUDED' || !whileOpen.test(fact.type), 'decided once it had concluded'],
    [!fact.type.startsWith('CompletionDate') || record.dateSetBy === decision.committee, 'a date set by another committee'],
    [!/cabinet|executive/.test(decision.committee), 'decided by the executive'],
    [
      proposalId !== null || fact.type !== 'CommitteeAssessmentMade' || !hasOpenProposal(record, principal?.id),
      'proposed and decided by one',
    ],
  ]
}

const whileOpen = /^(Assessment|Committee|Completion|StillNeeded)/

const followedBy = ({ committee }: DecisionRef, { trackedBy }: RecommendationRecord) =>
  trackedBy.find((one) => one.committee === committee && one.handedTo === null)

const hasOpenProposal = ({ proposals, proposalsWithdrawn, assessments }: RecommendationRecord, id: string | undefined): boolean => {
  const closed = new Set([
    ...assessments.flatMap((made) => [made.proposalId, made.insteadOf]),
    ...proposalsWithdrawn.map(({ proposalId }) => proposalId),
  ])
  return proposals.some((proposed) => proposed.principal.id === id && !closed.has(proposed.proposalId))
}

const openProposals = ({ proposals, proposalsWithdrawn }: RecommendationRecord): readonly string[] =>
  proposals.map(({ proposalId }) => proposalId).filter((id) => !proposalsWithdrawn.some(({ proposalId }) => proposalId === id))

const replacedBy = (fact: RecommendationEvent): string | null => {
  if (fact.type === 'AssessmentAgreed') return fact.data.proposalId
  return fact.type === 'CommitteeAssessmentMade' ? fact.data.insteadOf : null
}

const assessmentRules = (content: AssessmentContent, on: IsoDate, before: RecommendationState): Line[] => {
  const { record } = before
  const place: Line = [before.kind === 'ISSUED' && record.merged === null, 'assessed out of place']
  const due = baseline(before)
  return [place, due === null ? undatedRule(content) : datedRule(content, on, due), ...supportRules(content, record)]
}

const undatedRule = ({ meaning }: AssessmentContent): Line => [
  ['ACHIEVED_ON_TIME', 'OBSTACLE', 'IN_PROGRESS'].includes(meaning),
  `undated and ${meaning}`,
]

const datedRule = ({ meaning, completedOn }: AssessmentContent, on: IsoDate, due: IsoDate): Line => {
  const holds = {
    ACHIEVED_ON_TIME: completedOn !== null && completedOn <= due,
    ACHIEVED_LATE: completedOn !== null && completedOn > due,
    PROGRESS_MADE: on > due,
    OBSTACLE: on > due,
    INSUFFICIENT_PROGRESS: on > due,
    IN_PROGRESS: on <= due,
  }
  return [holds[meaning], `${meaning} by the dates`]
}

const supportRules = (
  { meaning, evidence, obstacle, anticipatedCompletionDate }: AssessmentContent,
  record: RecommendationRecord,
): Line[] => [
  [!meaning.startsWith('ACHIEVED') || evidence.length > 0, 'achieved without evidence'],
  [evidence.every((id) => record.evidence.some(({ evidenceId }) => evidenceId === id)), 'evidence that is not there'],
  [meaning !== 'OBSTACLE' || obstacle !== null, 'an obstacle without its name'],
  [!meaning.includes('PROGRESS_MADE') || anticipatedCompletionDate !== null, '3 without an anticipated date'],
  [meaning !== 'INSUFFICIENT_PROGRESS' || anticipatedCompletionDate !== null, '5 without an anticipated date'],
]

const conclusionRules = (
  { data: { reason, supersededBy, partsLeftOpen, decision } }: TrackingConcluded,
  record: RecommendationRecord,
  { data }: RecommendationCommand,
): Line[] => {
  const open = 'openParts' in data ? data.openParts.map(({ id }) => id) : []
  const own = followedBy(decision, record)
  const inForce = own?.assessment?.meaning ?? 'NONE'
  return [
    [own?.tracking === 'OPEN', 'concluded twice, or by one that does not track it'],
    [open.toSorted().join() === partsLeftOpen.toSorted().join(), 'parts left open, unsaid'],
    [reason !== 'ACHIEVED' || inForce.startsWith('ACHIEVED'), 'achieved, not agreed'],
    [reason !== 'OBSTACLE' || inForce === 'OBSTACLE', 'obstacle, not agreed'],
    [(reason === 'SUPERSEDED') === (supersededBy !== null), 'superseded without a successor, or the other way round'],
    [reason !== 'RISK_ACCEPTED' || record.riskAccepted !== null, 'a risk that nobody accepted'],
    [reason !== 'NOT_ACCEPTED' || refusedByAll(record), 'not accepted, but not refused by every body'],
  ]
}

/** Every body that was asked or that answered has refused, by its last answer, since it was last asked. */
const refusedByAll = ({ responsesRequired, responses }: RecommendationRecord): boolean => {
  const bodies = new Set([...responsesRequired, ...responses].map(({ body }) => body))
  const refused = (body: string) => {
    const last = responses.findLast((answer) => answer.body === body)
    const isOpen = responsesRequired.some((notice) => notice.body === body && notice.noticeOn > (last?.effectiveOn ?? ''))
    return !isOpen && ['NOT_ACCEPTED', 'DECLINED'].includes(last?.response ?? 'NONE')
  }
  return bodies.size > 0 && [...bodies].every(refused)
}

const owning = (fact: RecommendationEvent, { owners, merged }: RecommendationRecord): Line[] => {
  const accountable = owners.filter(({ role }) => role !== 'DELIVERING_BODY').map(({ owner }) => owner)
  const isAccountable = (owner: string) => accountable.includes(owner)
  return [
    [
      fact.type !== 'OwnerReleased' || merged !== null || accountable.some((owner) => owner !== fact.data.owner),
      'nobody is accountable any more',
    ],
    [fact.type !== 'OwnerAssigned' || fact.data.role !== 'DELIVERING_BODY' || accountable.length > 0, 'delivered, and nobody accountable'],
    [
      fact.type !== 'OwnerTransferred' || fact.data.role === 'DELIVERING_BODY' || isAccountable(fact.data.from),
      'transferred from somebody else',
    ],
  ]
}

const keptFromThePublic = (fact: RecommendationEvent, { exemption, withheld }: RecommendationRecord): Line[] => {
  if (fact.type === 'ExemptionMarked')
    return [
      [exemption === null, 'exempt twice'],
      [(fact.data.ground === 'CONFIDENTIAL') === (fact.data.publicInterest === null), 'a public-interest test out of place'],
    ]
  const isOfExemption = fact.type === 'ExemptionReviewed' || fact.type === 'ExemptionEnded'
  return [
    [!isOfExemption || exemption !== null, 'no exemption to review or end'],
    [fact.type !== 'RecommendationPublished' || withheld !== null, 'published, but not withheld'],
  ]
}

const dutyAndDates = (fact: RecommendationEvent, before: RecommendationState, command: RecommendationCommand): Line[] => {
  const { effectiveOn, actor, data: stated } = command
  const isOfExecutive = 'principalOfficeKind' in stated && stated.principalOfficeKind === 'EXECUTIVE_MEMBER'
  return [
    [
      fact.type !== 'ResponseRequired' || (before.kind === 'ISSUED' && ['SCRUTINY', 'INSPECTION'].includes(before.issued.publication.kind)),
      'a duty without a report that has one',
    ],
    [fact.type !== 'ResponseGiven' || actor.onBehalfOf?.id === fact.data.body || isOfExecutive, 'answered for another body'],
    [fact.type !== 'CompletionDateAgreed' || baseline(before) === null, 'a first date where there is one'],
    [fact.type !== 'CompletionDateRevisionRequested' || baseline(before) !== null, 'a revision of no date'],
    [fact.type !== 'TrackingReopened' || followedBy(fact.data.decision, before.record)?.tracking === 'CONCLUDED', 'reopened while open'],
    [
      fact.type !== 'TrackingReopened' || fact.data.newDate === null || fact.data.newDate >= effectiveOn,
      'reopened to a day that had passed',
    ],
  ]
}

const carriedOn = (fact: RecommendationEvent, { data }: RecommendationCommand, { stream }: RecommendationRecord): Line[] => {
  if (!('targetSuccessors' in data)) return []
  const { targetExists, targetSuccessors } = data
  const named = Object.entries(fact.data).flatMap(([field, value]) =>
    ['by', 'into', 'supersededBy'].includes(field) && value ? [value] : [],
  )
  return [
    [named.length === 0 || targetExists, 'carried on in one that is not there'],
    [named.length === 0 || ![...named, ...targetSuccessors].includes(stream), 'carried on in a circle'],
    [fact.type !== 'DuplicateMerged' || targetSuccessors.length === 0, 'merged into one that is not carried on'],
  ]
}
