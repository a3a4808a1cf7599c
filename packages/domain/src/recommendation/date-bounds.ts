import type { IsoDate } from '../envelope.ts'
import type { Refusal } from '../kernel/rule-book.ts'
import type { RecommendationEventType as EventType } from './events.ts'
import type { RecommendationState } from './state.ts'
import { furthestDay } from '../dates/furthest-day.ts'
import { earliestPublication } from '../report/earliest-publication.ts'
import { refuse } from './rules.ts'

/** The dates of a plan or of a completion: none lies before the recommendation was made, or further ahead than anybody plans. */
const bounded: { readonly [Type in EventType]?: readonly string[] } = {
  CompletionDateAgreed: ['date'],
  CompletionDateRevisionRequested: ['date'],
  CompletionDateRevisionApproved: ['date'],
  ExemptionMarked: ['reviewOn'],
  ExemptionReviewed: ['reviewOn'],
  ActionPlanned: ['dueOn'],
  ActionChanged: ['dueOn'],
  TrackingConcluded: ['lookAgainOn'],
  ProgressUpdated: ['completedOn'],
  AssessmentProposed: ['completedOn', 'anticipatedCompletionDate'],
  TrackingReopened: ['newDate'],
  CommitteeAssessmentMade: ['completedOn', 'anticipatedCompletionDate'],
}

/** What nobody can do about a recommendation before it was made. An action or its evidence may be older. */
const sinceMade: ReadonlySet<EventType> = new Set<EventType>([
  'ResponseRequired',
  'DraftPlanSent',
  'ResponseGiven',
  'ProgressUpdated',
  'EscalatedTo',
])

/** Whether the day and the dates of an entry can be of this recommendation. A date left out is not looked at. */
export const boundsRefusal = (
  type: EventType,
  data: Readonly<Record<string, unknown>>,
  effectiveOn: IsoDate,
  state: RecommendationState,
): Refusal | null => {
  const [from, to] = [madeOn(state), furthestDay(effectiveOn)]
  if (sinceMade.has(type) && from !== null && effectiveOn < from) return refuse('notBeforeIssue', 'effectiveOn', `that was on ${from}`)
  for (const field of bounded[type] ?? []) {
    const date = data[field]
    if (typeof date !== 'string') continue
    if (from !== null && date < from) return refuse('dateBeforeIssue', field, `that was on ${from}`)
    if (date > to) return refuse('dateTooFar', field, `the last day that can be entered is ${to}`)
  }
  return null
}

/** The day on which it was issued, or the report came out where that was earlier; of one without a text, what is known of its report. */
const madeOn = (state: RecommendationState): IsoDate | null => {
  if (state.kind === 'NOT_ISSUED') return null
  const { publication, effectiveOn } = state.kind === 'ISSUED' ? state.issued : { ...state.listed, effectiveOn: null }
  return [earliestPublication(publication), effectiveOn].filter((day) => day !== null).toSorted()[0] ?? null
}
