import { allToTheDay } from '../dates/date-precision.ts'
import type { IsoDate } from '../envelope.ts'
import type { DecisionStated, RecommendationCommand } from './commands.ts'
import type { RecommendationRecord, RecommendationState } from './state.ts'
import { formRefusal } from '../kernel/commands/command-form.ts'
import { firstRefusal, type Refusal } from '../kernel/rule-book.ts'
import { committeeRefusal } from './committee-refusal.ts'
import { incoherence } from './coherence.ts'
import { boundsRefusal } from './date-bounds.ts'
import { commandTable, type CommandRow } from './command-table.ts'
import { recommendationEvents } from './events.ts'
import { namesExecutive } from './executive-body.ts'
import { idsOnRecord, principalOf } from './on-record.ts'
import { trackingRefusal } from './take-tracking.ts'
import { trackingOf } from './tracking.ts'
import { refuse } from './rules.ts'

/**
 * What every command is held to, by its row of the table: form, day, place in the life of the recommendation, and who decides. `now` is
 * all that is on record, `state` what it is decided on.
 */
export const preconditionRefusal = (
  command: RecommendationCommand,
  state: RecommendationState,
  now: RecommendationState,
): Refusal | null => {
  const row = commandTable[command.type]
  return firstRefusal([
    () => formRefusal(recommendationEvents, row, command),
    () => incoherence(row.event, command.data, command.effectiveOn, command.precisions ?? allToTheDay),
    () => placeRefusal(command, row, now) ?? lifeRefusal(row, state),
    () => boundsRefusal(row.event, command.data, command.effectiveOn, state),
    () => idRefusal(command, row, state),
    () => (row.decision ? (decisionRefusal(command as DecidingCommand, row, state) ?? earlyRefusal(command, now)) : null),
  ])
}

type DecidingCommand = Extract<RecommendationCommand, { data: DecisionStated }>

const placeRefusal = (command: RecommendationCommand, row: CommandRow, state: RecommendationState): Refusal | null => {
  if (row.needs === 'ANY') return null
  if (state.kind === 'NOT_ISSUED') return refuse('onRegister', row.field)
  if (row.needs === 'TEXT' && state.kind === 'LISTED') return refuse('textHeld', row.field)
  return row.whileOpen || row.decision ? beforeIssue(command.effectiveOn, state) : null
}

const lifeRefusal = ({ whileOpen, unmerged, decision, field }: CommandRow, { record }: RecommendationState): Refusal | null => {
  if (whileOpen && !decision && trackingOf(record) === 'CONCLUDED') return refuse('onlyWhileOpen', field)
  return (whileOpen || unmerged) && record.merged !== null ? refuse('mergedIntoAnother', field, `in ${record.merged.into}`) : null
}

const beforeIssue = (effectiveOn: IsoDate, state: RecommendationState): Refusal | null => {
  const since = state.kind === 'ISSUED' ? state.issued.effectiveOn : null
  return since !== null && effectiveOn < since ? refuse('notBeforeIssue', 'effectiveOn', `that was on ${since}`) : null
}

const idRefusal = (command: RecommendationCommand, { newId }: CommandRow, state: RecommendationState): Refusal | null => {
  if (newId === undefined) return null
  const given = (command.data as Readonly<Record<string, unknown>>)[newId]
  return idsOnRecord(state.record).some((id) => id === given) ? refuse('uniqueId', newId) : null
}

const decisionRefusal = (command: DecidingCommand, row: CommandRow, { record }: RecommendationState): Refusal | null => {
  if (isOfExecutive(command, record)) return refuse('executiveCannotDecide', 'onBehalfOf')
  const named = executiveIn(command)
  if (named !== null) return refuse('executiveCannotDecide', `decision.${named}`)
  const principal = principalOf(command.actor)
  const { committee, committeeName } = command.data.decision
  if (principal.kind !== 'body' || principal.id !== committee) return refuse('decidedByCommittee', 'onBehalfOf', committeeName)
  return committeeRefusal(command.data.decision, command.data) ?? trackingRefusal(command, row, record)
}

/** What a decision is about is on record by its day; of what was proposed or asked for later it says so. */
const earlyRefusal = ({ data, effectiveOn }: RecommendationCommand, { record }: RecommendationState): Refusal | null => {
  const { proposalId, insteadOf, requestId } = data as Readonly<Record<string, unknown>>
  const proposal = record.proposals.find((one) => one.proposalId === (proposalId ?? insteadOf))
  const about = proposal ?? record.completionDateRevisions.find((one) => one.requestId === requestId)?.requested
  return about != null && effectiveOn < about.effectiveOn
    ? refuse('decisionAfterProposal', 'effectiveOn', `that was on ${about.effectiveOn}`)
    : null
}

/** The field of the decision that names the executive itself as its committee. */
const executiveIn = ({ data: { decision, policy } }: DecidingCommand): 'committee' | 'committeeName' | null => {
  if (!policy.hasExecutive) return null
  return (['committee', 'committeeName'] as const).find((field) => namesExecutive(decision[field])) ?? null
}

/**
 * By the kind of the office that the act is done for, by its being the responsible member's on record, or by the role of a member who
 * types it in person. The committee system has no executive.
 */
const isOfExecutive = ({ actor, data: { policy, principalOfficeKind } }: DecidingCommand, { owners }: RecommendationRecord): boolean => {
  const { id } = principalOf(actor)
  const responsible = owners.some(({ owner, role }) => role === 'RESPONSIBLE_MEMBER' && owner === id)
  return policy.hasExecutive && (principalOfficeKind === 'EXECUTIVE_MEMBER' || responsible || actor.role === 'responsible-member')
}
