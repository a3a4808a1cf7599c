import type { Decision } from '../decision.ts'
import type { IsoDate } from '../envelope.ts'
import type {
  AgreeCompletionDate,
  ApproveCompletionDateRevision,
  RefuseCompletionDateRevision,
  RequestCompletionDateRevision,
  WithdrawRevisionRequest,
} from './commands.ts'
import type { RecommendationEvent } from './events.ts'
import type { RecommendationState, CompletionDateRevisionOnRecord } from './state.ts'
import { accepted } from './fact-of.ts'
import { baselineOn, dueOn, principalOf } from './on-record.ts'
import type { Refusal } from '../kernel/rule-book.ts'
import { refuse } from './rules.ts'
import { notResponsible, withdrawalRefusal } from './responsible.ts'
import { secondPersonRefusal } from './same-person.ts'

type Outcome = Decision<RecommendationEvent>

export const agreeCompletionDate = (command: AgreeCompletionDate, state: RecommendationState): Outcome => {
  const baseline = baselineOn(state)
  return baseline === null ? accepted(command) : refuse('undatedOnly', 'date', `its date is ${baseline}`)
}

export const requestCompletionDateRevision = (command: RequestCompletionDateRevision, state: RecommendationState): Outcome =>
  baselineOn(state) === null
    ? refuse('datedOnly', 'date')
    : (notResponsible(command, state.record) ?? extensionRefusal(command.data.date, state) ?? passedRefusal(command) ?? accepted(command))

/** An extension leads on from the date in force on the day that it is asked for, or decided. */
const extensionRefusal = (date: IsoDate, state: RecommendationState): Refusal | null => {
  const inForce = dueOn(state)
  return inForce !== null && date <= inForce ? refuse('laterThanCurrentDate', 'date', `that is ${inForce}`) : null
}

const passedRefusal = ({ data, effectiveOn }: RequestCompletionDateRevision): Refusal | null =>
  data.date < effectiveOn ? refuse('dateNotPast', 'date', `that is ${effectiveOn}`) : null

/** The committee may approve another date than the one requested; the original date stays as it is. */
export const approveCompletionDateRevision = (command: ApproveCompletionDateRevision, state: RecommendationState): Outcome => {
  const requested = state.record.completionDateRevisions.find(({ requestId }) => requestId === command.data.requestId)?.requested
  const date = command.data.date ?? requested?.date
  const refusal = requestRefusal(command, state) ?? (date === undefined ? null : extensionRefusal(date, state))
  return refusal ?? accepted(command, { date })
}

export const refuseCompletionDateRevision = (command: RefuseCompletionDateRevision, state: RecommendationState): Outcome =>
  requestRefusal(command, state) ?? accepted(command)

/** Only the requester can withdraw it, until the committee has decided on it. */
export const withdrawRevisionRequest = (command: WithdrawRevisionRequest, { record }: RecommendationState): Outcome => {
  const revision = record.completionDateRevisions.find(({ requestId }) => requestId === command.data.requestId)
  if (!revision?.requested) return refuse('requestExists', 'requestId')
  return closedRefusal(revision) ?? withdrawalRefusal(command, revision.requested) ?? accepted(command)
}

const closedRefusal = ({ approved, refused, withdrawn }: CompletionDateRevisionOnRecord): Refusal | null => {
  if (approved !== null || refused !== null) return refuse('requestOpen', 'requestId')
  return withdrawn === null ? null : refuse('notWithdrawn', 'requestId')
}

const requestRefusal = (
  { actor, data }: ApproveCompletionDateRevision | RefuseCompletionDateRevision,
  { record }: RecommendationState,
): Refusal | null => {
  const revision = record.completionDateRevisions.find(({ requestId }) => requestId === data.requestId)
  if (!revision?.requested) return refuse('requestExists', 'requestId')
  const closed = closedRefusal(revision)
  if (closed !== null) return closed
  if (revision.requested.principal.id === principalOf(actor).id) return refuse('proposerCannotDecide', 'onBehalfOf')
  return secondPersonRefusal({ actor, data }, revision.requested, 'requestId')
}
