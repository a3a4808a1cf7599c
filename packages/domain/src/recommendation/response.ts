import type { Decision } from '../decision.ts'
import type { GiveResponse, RequireResponse } from './commands.ts'
import type { RecommendationEvent } from './events.ts'
import type { ResponseKind } from './event-parts.ts'
import type { ReportKind } from '../report/publication.ts'
import type { RecommendationState } from './state.ts'
import { executiveResponseClock } from '../clocks/read-clock.ts'
import { accepted } from './fact-of.ts'
import { refuse } from './rules.ts'

type Outcome = Decision<RecommendationEvent>

/** The executive's months begin with the later of receipt and notice; a due date that the letter prints wins. */
export const requireResponse = (command: RequireResponse, state: RecommendationState): Outcome => {
  if (reportKind(state) !== 'SCRUTINY') return refuse('noticeStartsClock', 'noticeOn')
  if (state.record.responseRequired !== null) return refuse('requiredOnce', 'noticeOn')
  const clock = executiveResponseClock(command.data, command.data.policy)
  return accepted(command, { dueOn: clock.dueOn, clock })
}

export const giveResponse = (command: GiveResponse, state: RecommendationState): Outcome => {
  const kind = reportKind(state)
  const offered = kind === null ? [] : responsesTo[kind]
  return offered.includes(command.data.response) ? accepted(command) : refuse('responseOfKind', 'response', offered.join(', '))
}

const reportKind = (state: RecommendationState): ReportKind | null => (state.kind === 'ISSUED' ? state.issued.publication.kind : null)

const executive: readonly ResponseKind[] = ['ACCEPTED', 'ACCEPTED_WITH_AMENDED_WORDING', 'ACCEPTED_IN_PART', 'NOT_ACCEPTED']
const responsesTo: Readonly<Record<ReportKind, readonly ResponseKind[]>> = {
  SCRUTINY: executive,
  INSPECTION: ['ACTION_STATEMENT'],
  NATIONAL: ['ADOPTED', 'ADAPTED', 'DECLINED'],
  AUDIT: [...executive, 'ACTION_STATEMENT'],
  INQUIRY: [...executive, 'ACTION_STATEMENT'],
  CORONER: [...executive, 'ACTION_STATEMENT'],
  OTHER: [...executive, 'ACTION_STATEMENT', 'ADOPTED', 'ADAPTED', 'DECLINED'],
}
