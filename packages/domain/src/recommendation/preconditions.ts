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
import { refuse } from './rules.ts'

/** What every command is held to, by its row of the table: form, day, place in the life of the recommendation, and who decides. */
export const preconditionRefusal = (command: RecommendationCommand, state: RecommendationState): Refusal | null => {
  const row = commandTable[command.type]
  return firstRefusal([
    () => formRefusal(recommendationEvents, row, command),
    () => incoherence(row.event, command.data, command.effectiveOn),
    () => placeRefusal(command, row, state),
    () => boundsRefusal(row.event, command.data, command.effectiveOn, state),
    () => idRefusal(command, row, state),
    () => (row.decision === undefined ? null : decisionRefusal(command as DecidingCommand, row, state)),
  ])
}

type DecidingCommand = Extract<RecommendationCommand, { data: DecisionStated }>

const placeRefusal = (command: RecommendationCommand, row: CommandRow, state: RecommendationState): Refusal | null => {
  if (row.needs === 'ANY') return null
  if (state.kind === 'NOT_ISSUED') return refuse('onRecord', row.field)
  if (row.needs === 'TEXT' && state.kind === 'LISTED') return refuse('textToHand', row.field)
  if (row.whileOpen && state.record.tracking === 'CONCLUDED') return refuse('onlyWhileOpen', row.field)
  if ((row.whileOpen || row.unmerged) && state.record.merged !== null)
    return refuse('mergedElsewhere', row.field, `in ${state.record.merged.into}`)
  return row.whileOpen || row.decision ? beforeIssue(command.effectiveOn, state) : null
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
  if (isOfExecutive(command, record)) return refuse('executiveIsNotCommittee', 'onBehalfOf')
  const named = executiveIn(command)
  if (named !== null) return refuse('executiveIsNotCommittee', `decision.${named}`)
  const principal = principalOf(command.actor)
  const { committee, committeeName } = command.data.decision
  if (principal.kind !== 'body' || principal.id !== committee) return refuse('decidedByCommittee', 'onBehalfOf', committeeName)
  const unknown = committeeRefusal(command.data.decision, command.data)
  if (unknown !== null) return unknown
  const last = record.lastDecision?.effectiveOn ?? null
  return row.decision === 'ORDERED' && last !== null && command.effectiveOn < last
    ? refuse('decisionOrder', 'effectiveOn', `the last took effect on ${last}`)
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
