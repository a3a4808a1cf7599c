import type { Decision } from '../decision.ts'
import type { AbandonAction, ChangeAction, CompleteAction, ProgressAction, StartAction } from './commands.ts'
import type { RecommendationEvent } from './events.ts'
import type { RecommendationState } from './state.ts'
import { accepted } from './fact-of.ts'
import { actionDueOn, actionLead, actionStatus } from './on-record.ts'
import type { Refusal } from '../kernel/rule-book.ts'
import { refuse } from './rules.ts'

type Outcome = Decision<RecommendationEvent>
type Step = StartAction | ProgressAction | CompleteAction | AbandonAction | ChangeAction

export const startAction = (command: StartAction, state: RecommendationState): Outcome =>
  stepRefusal(command, state) ?? (actionNamed(command, state)?.started ? refuse('actionNotStarted', 'actionId') : accepted(command))

export const takeStep = (command: ProgressAction | CompleteAction | AbandonAction, state: RecommendationState): Outcome =>
  stepRefusal(command, state) ?? accepted(command)

export const changeAction = (command: ChangeAction, state: RecommendationState): Outcome => {
  const refusal = stepRefusal(command, state)
  if (refusal !== null) return refusal
  const { dueOn, lead } = command.data
  const action = actionNamed(command, state)
  const now = { dueOn: action === undefined ? null : actionDueOn(action), lead: action === undefined ? null : actionLead(action) }
  const isSame = (dueOn === null || dueOn === now.dueOn) && (lead === null || lead === now.lead)
  return isSame ? refuse('changeOfAction', 'dueOn') : accepted(command)
}

const stepRefusal = (command: Step, state: RecommendationState): Refusal | null => {
  const action = actionNamed(command, state)
  if (!action?.planned) return refuse('actionExists', 'actionId')
  const status = actionStatus(action)
  return status === 'COMPLETED' || status === 'ABANDONED' ? refuse('actionOpen', 'actionId', `it is ${status.toLowerCase()}`) : null
}

const actionNamed = ({ data }: Step, { record }: RecommendationState) => record.actions.find(({ actionId }) => actionId === data.actionId)
