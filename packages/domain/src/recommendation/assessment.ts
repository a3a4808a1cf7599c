import { reject, type Decision } from '../decision.ts'
import { allToTheDay, precisionOf, type KnownTo } from '../dates/date-precision.ts'
import type { Actor, IsoDate } from '../envelope.ts'
import type { PolicyContent } from '../policy/events.ts'
import type { AgreeAssessment, MakeCommitteeAssessment, ProposeAssessment, WithdrawProposal } from './commands.ts'
import type { AssessmentProposed, RecommendationEvent } from './events.ts'
import type { AssessmentContent, DecisionRef } from './event-parts.ts'
import type { Entry, RecommendationRecord, RecommendationState } from './state.ts'
import { categoryRefusal, namedBy } from './categories.ts'
import { accepted } from './fact-of.ts'
import { baselineOn, isDecided, isSetAside, isWithdrawn, principalOf, openProposal } from './on-record.ts'
import type { Refusal } from '../kernel/rule-book.ts'
import { refuse } from './rules.ts'
import { notResponsible, withdrawalRefusal } from './responsible.ts'
import { secondPersonRefusal } from './same-person.ts'

type Outcome = Decision<RecommendationEvent>

export const proposeAssessment = (command: ProposeAssessment, state: RecommendationState): Outcome =>
  notResponsible(command, state.record) ?? ownWords(command, state)

/** Only the proposer can withdraw it, until a committee has decided on it. */
export const withdrawProposal = (command: WithdrawProposal, { record }: RecommendationState): Outcome => {
  const { proposalId } = command.data
  const proposal = record.proposals.find((proposed) => proposed.proposalId === proposalId)
  if (proposal === undefined) return refuse('proposalExists', 'proposalId')
  return openProposalRefusal('proposalId', proposalId, record, null) ?? withdrawalRefusal(command, proposal) ?? accepted(command)
}

/** What was proposed must still hold on the day of the meeting; where it does not, the committee makes its own assessment. */
export const agreeAssessment = (command: AgreeAssessment, state: RecommendationState): Outcome => {
  const { proposalId, policy } = command.data
  const refusal = proposalRefusal('proposalId', proposalId, command, state.record)
  const proposal = state.record.proposals.find((proposed) => proposed.proposalId === proposalId)
  if (refusal !== null || proposal === undefined) return refusal ?? refuse('proposalExists', 'proposalId')
  const broken = contentRefusal(proposal, policy, state, {
    assessedOn: command.effectiveOn,
    statedOn: proposal.effectiveOn,
    completedKnownTo: precisionOf(proposal.precisions, 'completedOn'),
  })
  return broken === null ? accepted(command, contentOf(proposal)) : notAsProposed(broken)
}

/** The committee cannot change a proposal, so the remedy is one of its own. */
const notAsProposed = ({ rejection: { rule, message } }: Refusal): Refusal =>
  reject(rule, 'proposalId', message, 'Record the committee’s own assessment instead, or ask those responsible for a new proposal.')

export const makeCommitteeAssessment = (command: MakeCommitteeAssessment, state: RecommendationState): Outcome => {
  const { insteadOf } = command.data
  const refusal =
    insteadOf === null ? ownProposalRefusal(command, state.record) : proposalRefusal('insteadOf', insteadOf, command, state.record)
  return refusal ?? ownWords(command, state)
}

const ownWords = (command: ProposeAssessment | MakeCommitteeAssessment, state: RecommendationState): Outcome => {
  const { data, effectiveOn } = command
  const named = namedBy(data.policy, data.category)
  if (named === null) return refuse('categoryInPolicy', 'category', data.policy.categories.map(({ code }) => code).join(', '))
  const completedKnownTo = precisionOf(command.precisions ?? allToTheDay, 'completedOn')
  const days = { assessedOn: effectiveOn, statedOn: effectiveOn, completedKnownTo }
  const refusal = contentRefusal({ ...data, ...named }, data.policy, state, days)
  return refusal ?? accepted(command, named)
}

type Days = { readonly assessedOn: IsoDate; readonly statedOn: IsoDate; readonly completedKnownTo: KnownTo }

/** Whether an assessment holds against the policy, the dates and the evidence on record. */
export const contentRefusal = (
  content: AssessmentContent,
  policy: Pick<PolicyContent, 'categories'>,
  state: RecommendationState,
  days: Days,
): Refusal | null =>
  namedBy(policy, content.category)?.meaning === content.meaning
    ? categoryRefusal(content, {
        ...days,
        baselineOn: baselineOn(state),
        evidenceOnRecord: state.record.evidence.map(({ evidenceId }) => evidenceId),
      })
    : refuse('categoryInPolicy', 'category')

type Deciding = {
  readonly actor: Actor
  readonly data: { readonly policy: PolicyContent; readonly decision: DecisionRef }
}

const proposalRefusal = (field: string, proposalId: string, { actor, data }: Deciding, record: RecommendationRecord): Refusal | null => {
  const proposal = record.proposals.find((proposed) => proposed.proposalId === proposalId)
  if (proposal === undefined) return refuse('proposalExists', field)
  const { committee } = data.decision
  const closed = openProposalRefusal(field, proposalId, record, committee)
  if (closed !== null) return closed
  if (openProposal(record, committee)?.proposalId !== proposalId) return refuse('newestProposal', field)
  if (proposal.principal.id === principalOf(actor).id) return refuse('proposerCannotDecide', 'onBehalfOf')
  return secondPersonRefusal({ actor, data }, proposal, field)
}

/** Whether a committee, or any, can still decide on it. */
const openProposalRefusal = (field: string, proposalId: string, record: RecommendationRecord, committee: string | null): Refusal | null => {
  if (isDecided(proposalId, record, committee)) return refuse('proposalOpen', field)
  if (isWithdrawn(proposalId, record)) return refuse('notWithdrawn', field)
  return isSetAside(proposalId, record, committee) ? refuse('proposedSinceReopening', field) : null
}

/** The proposer cannot decide by leaving the proposal unnamed either. */
const ownProposalRefusal = ({ actor, data }: Deciding, record: RecommendationRecord): Refusal | null => {
  const { id } = principalOf(actor)
  const open = record.proposals.filter(
    ({ proposalId }) => openProposalRefusal('insteadOf', proposalId, record, data.decision.committee) === null,
  )
  if (open.some(({ principal }) => principal.id === id)) return refuse('proposerCannotDecide', 'onBehalfOf')
  const typed = open.find(({ recordedBy }) => recordedBy === actor.id)
  return secondPersonRefusal({ actor, data }, typed, 'insteadOf')
}

const contentOf = (proposal: Entry<AssessmentProposed>): AssessmentContent => ({
  category: proposal.category,
  label: proposal.label,
  meaning: proposal.meaning,
  completedOn: proposal.completedOn,
  anticipatedCompletionDate: proposal.anticipatedCompletionDate,
  obstacle: proposal.obstacle,
  evidence: proposal.evidence,
  words: proposal.words,
})
