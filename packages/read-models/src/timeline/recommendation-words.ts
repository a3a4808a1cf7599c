import type { AssessmentContent, DecisionRef, IsoDate, RecommendationEvent } from '@outstanding/domain'
import { meanings, ownerRoles, responses } from './axis-words.ts'
import { longDate } from './long-date.ts'
import type { Words } from './event-words.ts'

const at = ({ committeeName, meetingOn, minuteReference }: DecisionRef): string =>
  `${committeeName}, ${longDate(meetingOn)} (${minuteReference})`
const due = (date: IsoDate | null): string => (date === null ? 'no completion date' : `due on ${longDate(date)}`)
const category = ({ category: code, meaning, completedOn, anticipatedCompletionDate, obstacle }: AssessmentContent): string =>
  [
    `category ${code}, ${meanings[meaning]}`,
    ...(completedOn === null ? [] : [`completed on ${longDate(completedOn)}`]),
    ...(anticipatedCompletionDate === null ? [] : [`expected by ${longDate(anticipatedCompletionDate)}`]),
    ...(obstacle === null ? [] : [`the obstacle: ${obstacle}`]),
  ].join('; ')
/** The sentence that it ends brings the full stop. */
const because = (reason: string | null): string => (reason === null ? '' : `: ${reason.replace(/\.$/, '')}`)

/** One sentence an event; what other people wrote comes last and as it was written. */
export const recommendationWords: Words<RecommendationEvent['type']> = {
  RecommendationIssued: ({ reference, localReference, title, timescale, originalCompletionDate }) =>
    `Issued as ${reference ?? localReference}, ${timescale.asPrinted === null ? 'without a timescale' : `"${timescale.asPrinted}"`}, ${due(originalCompletionDate)}: ${title}`,
  RecommendationListed: ({ reference, localReference, listedIn }) =>
    `Listed as ${reference ?? localReference} in ${listedIn.document}; its text is not to hand.`,
  RecommendationWithheld: ({ reason }) => `Withheld from the public register: ${reason}`,
  ThemeAssigned: ({ theme }) => `Theme: ${theme}.`,
  OwnerAssigned: ({ name, role }) => `Assigned to ${name} as ${ownerRoles[role]}.`,
  OwnerReleased: ({ reason }) => `An owner was released: ${reason}`,
  ResponseRequired: ({ dueOn }) => `A response is required by ${longDate(dueOn)}.`,
  ResponseGiven: ({ response, by, reasons }) => `Response of ${by}: ${responses[response]}${because(reasons)}.`,
  CompletionDateAgreed: ({ date, decision }) => `Completion date agreed: ${longDate(date)}. ${at(decision)}.`,
  CompletionDateRevisionRequested: ({ date, reason }) => `A later completion date was asked for, ${longDate(date)}: ${reason}`,
  CompletionDateRevisionApproved: ({ date, decision }) => `Completion date revised to ${longDate(date)}. ${at(decision)}.`,
  CompletionDateRevisionRefused: ({ reason, decision }) => `The revised completion date was refused. ${at(decision)}: ${reason}`,
  ActionPlanned: ({ description, dueOn }) => `Action planned, ${due(dueOn)}: ${description}`,
  ActionStarted: () => 'An action was started.',
  ActionProgressed: ({ words }) => `An action went on: ${words}`,
  ActionCompleted: ({ words }) => `An action was completed${because(words)}.`,
  ActionAbandoned: ({ reason }) => `An action was given up: ${reason}`,
  ProgressUpdated: ({ words, claim }) => `${claim === 'COMPLETE' ? 'Completion claimed' : 'Progress reported'}: ${words}`,
  EvidenceAttached: ({ name, words }) => `Evidence attached, ${name}: ${words}`,
  EvidenceTested: ({ by, found }) => `Evidence tested by ${by}: ${found}`,
  AssessmentProposed: (content) => `Assessment proposed: ${category(content)}.`,
  AssessmentAgreed: (content) => `The proposed assessment was agreed: ${category(content)}. ${at(content.decision)}.`,
  CommitteeAssessmentMade: (content) => `The committee made its own assessment: ${category(content)}. ${at(content.decision)}.`,
  IndependentFindingRecorded: ({ body, visit, direction, words }) => `${body}, ${visit}, found it ${direction.toLowerCase()}: ${words}`,
  StillNeededRecorded: ({ words, decision }) => `Still needed before it can be concluded. ${at(decision)}: ${words}`,
  EscalatedTo: ({ body, reason }) => `Escalated to ${body}: ${reason}`,
  TrackingConcluded: ({ reason, explanation, decision }) =>
    `Tracking concluded (${reason.toLowerCase().replaceAll('_', ' ')}). ${at(decision)}: ${explanation}`,
  TrackingReopened: ({ reason, decision }) => `Tracking reopened. ${at(decision)}: ${reason}`,
  RecommendationSuperseded: ({ reason }) => `Superseded by another recommendation: ${reason}`,
  DuplicateMerged: ({ reason }) => `Merged into the recommendation that it repeats: ${reason}`,
  RiskAccepted: ({ office, reason }) => `The risk was accepted by ${office}: ${reason}`,
  RecommendationLinked: ({ relation, target, words }) =>
    `It ${relation.toLowerCase().replaceAll('_', ' ')} a ${target.kind.toLowerCase().replaceAll('_', ' ')}${because(words)}.`,
  DissentRecorded: ({ by, words, decision }) => `Dissent of ${by}. ${at(decision)}: ${words}`,
  EntryCorrected: ({ reason, change }) => `An earlier entry was ${change.kind === 'VOID' ? 'declared void' : 'put right'}: ${reason}`,
}
