import type { AssessmentContent } from './event-parts.ts'
import type { CommitteeTracking, Entered, ExemptionOnRecord, RecommendationRecord, CompletionDateRevisionOnRecord } from './state.ts'
import { knownPart, precisionOf, withKnownParts } from '../dates/date-precision.ts'
import { actionDueOn, actionDuePrecision, actionLead, actionStatus, completionDateRevisionStatus } from './on-record.ts'

/*
 * What the values of a recommendation say that is made of several entries, or of a part of one.
 */

export const contentOf = (assessment: (AssessmentContent & Entered) | undefined): object | null => {
  if (assessment === undefined) return null
  const { category, label, meaning, completedOn, anticipatedCompletionDate, obstacle } = withKnownParts(assessment, assessment.precisions)
  return { category, label, meaning, completedOn, anticipatedCompletionDate, obstacle }
}

export const exemptionSaid = ({ parts, ground, publicInterest, reviewOn }: ExemptionOnRecord): object => ({
  parts,
  ground,
  publicInterest,
  reviewOn,
})

export const completionDateRevisionOf = (revision: CompletionDateRevisionOnRecord): object => ({
  status: completionDateRevisionStatus(revision),
  date: revisedTo(revision),
  reason: (revision.refused ?? revision.withdrawn ?? revision.requested)?.reason ?? null,
})

export const trackingValue = (
  { committeeName, tracking: state, handedTo, assessment, conclusion }: CommitteeTracking,
  setsDate: boolean,
): object => ({
  name: committeeName,
  tracking: state,
  handedTo,
  agreed: contentOf(assessment ?? undefined),
  reason: conclusion?.reason ?? null,
  setsDate,
})

const revisedTo = ({ approved, requested }: CompletionDateRevisionOnRecord): string | null => {
  const stated = approved ?? requested
  return stated && knownPart(stated.date, precisionOf(stated.precisions, 'date'))
}

type Action = RecommendationRecord['actions'][number]
export const actionOf = (action: Action): object => ({
  status: actionStatus(action),
  description: action.planned?.description ?? null,
  dueOn: dueKnown(action),
  lead: actionLead(action),
  words: wordsOf(action),
})
const dueKnown = (action: Action): string | null => {
  const dueOn = actionDueOn(action)
  return dueOn && knownPart(dueOn, actionDuePrecision(action))
}
const wordsOf = ({ abandoned, completed, progress }: Action): string | null =>
  abandoned?.reason ?? completed?.words ?? progress.at(-1)?.words ?? null
