import type { AssessmentContent, DecisionRef, IsoDate, RecommendationAttribute, RecommendationEvent } from '@outstanding/domain'
import { longDate } from '../dates.ts'
import type { NounWords } from './noun-words.ts'
import { recommendationAttributeWords } from './recommendation-attributes.ts'
import { evidenceForms, exemptionGrounds, exemptParts } from '../evidence-terms.ts'
import { capital, conclusions, linkTargets, ownerRoles, relations, responses } from '../terms.ts'
import { directions } from '../finding-terms.ts'

const at = ({ committeeName, meetingOn, minuteReference }: DecisionRef): string =>
  `${committeeName}, ${longDate(meetingOn)}, minute ${minuteReference}`
const due = (date: IsoDate | null): string => (date === null ? 'no completion date' : `due ${longDate(date)}`)
const category = ({ category: code, label, completedOn, anticipatedCompletionDate, obstacle }: AssessmentContent): string =>
  [
    `category ${code}: ${label}`,
    ...(completedOn === null ? [] : [`completed on ${longDate(completedOn)}`]),
    ...(anticipatedCompletionDate === null ? [] : [`expected by ${longDate(anticipatedCompletionDate)}`]),
    ...(obstacle === null ? [] : [`obstacle: ${obstacle}`]),
  ].join('; ')
/** The sentence that it ends brings the full stop. */
const because = (reason: string | null): string => (reason === null ? '' : `: ${reason.replace(/\.$/, '')}`)

const leftOpen = (parts: readonly string[]): string =>
  parts.length === 0 ? '' : `, ${parts.length === 1 ? 'one part' : `${parts.length} parts`} left open`

const lookAgain = (on: IsoDate | null): string => (on === null ? '' : `, to be looked at again on ${longDate(on)}`)

export const recommendationWords: NounWords<RecommendationEvent, RecommendationAttribute> = {
  titles: {
    RecommendationIssued: 'Recommendation issued',
    RecommendationListed: 'Recommendation listed',
    RecommendationWithheld: 'Recommendation withheld',
    WordingAmended: 'Wording amended',
    RecommendationPublished: 'Recommendation published again',
    ExemptionMarked: 'Marked exempt',
    ExemptionReviewed: 'Exemption reviewed',
    ExemptionEnded: 'Exemption ended',
    ThemeAssigned: 'Theme assigned',
    OwnerAssigned: 'Owner assigned',
    OwnerTransferred: 'Owner changed with a transfer',
    OwnerReleased: 'Owner removed',
    ResponseRequired: 'Response requested',
    DraftPlanSent: 'Draft action plan sent',
    ResponseGiven: 'Response given',
    CompletionDateAgreed: 'Completion date agreed',
    CompletionDateRevisionRequested: 'Extension requested',
    CompletionDateRevisionApproved: 'Extension approved',
    CompletionDateRevisionRefused: 'Extension refused',
    RevisionRequestWithdrawn: 'Extension request withdrawn',
    ActionPlanned: 'Action planned',
    ActionChanged: 'Action changed',
    ActionStarted: 'Action started',
    ActionProgressed: 'Progress on action',
    ActionCompleted: 'Action completed',
    ActionAbandoned: 'Action abandoned',
    ProgressUpdated: 'Progress update',
    EvidenceAttached: 'Evidence attached',
    EvidenceTested: 'Evidence tested',
    AssessmentProposed: 'Assessment proposed',
    ProposalWithdrawn: 'Proposal withdrawn',
    AssessmentAgreed: 'Assessment agreed',
    CommitteeAssessmentMade: 'Committee’s own assessment',
    VisitFindingLinked: 'Independent finding linked',
    StillNeededRecorded: 'Still needed',
    EscalatedTo: 'Escalated',
    TrackingTakenOn: 'Tracking taken on',
    TrackingHandedOver: 'Tracking handed over',
    TrackingConcluded: 'Tracking concluded',
    TrackingReopened: 'Tracking reopened',
    RecommendationSuperseded: 'Recommendation replaced',
    DuplicateMerged: 'Duplicate merged',
    RiskAccepted: 'Risk accepted',
    RecommendationLinked: 'Link recorded',
    DissentRecorded: 'Dissent recorded',
  },
  sentences: {
    RecommendationIssued: ({ reference, localReference, title, timescale, originalCompletionDate }) =>
      `Issued as ${reference ?? localReference}, ${timescale.asPrinted === null ? 'no timescale printed' : `"${timescale.asPrinted}"`}, ${due(originalCompletionDate)}: ${title}`,
    RecommendationListed: ({ reference, localReference, listedIn }) =>
      `Listed as ${reference ?? localReference} in ${listedIn.document}. Text not available.`,
    RecommendationWithheld: ({ reason }) => `Withheld from the public register: ${reason}`,
    WordingAmended: ({ wording, reason }) => `Wording amended${because(reason)}. It now reads: ${wording}`,
    RecommendationPublished: ({ reason }) => `Published again on the public register: ${reason}`,
    ExemptionMarked: ({ parts, ground, publicInterest, reviewOn }) =>
      `Exempt: ${parts.map((part) => exemptParts[part]).join(', ')}. ${capital(exemptionGrounds[ground])}${because(publicInterest)}. Review by ${longDate(reviewOn)}.`,
    ExemptionReviewed: ({ found, reviewOn }) => `Exemption continues${because(found)}. Next review by ${longDate(reviewOn)}.`,
    ExemptionEnded: ({ reason }) => `Exemption ended: ${reason}`,
    ThemeAssigned: ({ theme }) => `Theme: ${theme}.`,
    OwnerAssigned: ({ name, role }) => `Assigned to ${name} as ${ownerRoles[role]}.`,
    OwnerTransferred: ({ fromName, toName, role, service }) =>
      role === 'DELIVERING_BODY'
        ? `${toName} is the ${ownerRoles[role]} from now on${service === null ? '' : ` (service: ${service})`}.`
        : `Transferred from ${fromName} to ${toName} as ${ownerRoles[role]}${service === null ? '' : ` with the service ${service}`}.`,
    OwnerReleased: ({ reason }) => `Owner removed: ${reason}`,
    ResponseRequired: ({ bodyName, dueOn, draft }) =>
      `Response requested from ${bodyName} by ${longDate(dueOn)}${draft === null ? '' : `, with a draft by ${longDate(draft.dueOn)}`}.`,
    DraftPlanSent: ({ bodyName, words }) => `Draft action plan of ${bodyName} sent${because(words)}.`,
    ResponseGiven: ({ response, bodyName, reasons }) => `Response of ${bodyName}: ${responses[response]}${because(reasons)}.`,
    CompletionDateAgreed: ({ date, decision }) => `Completion date agreed: ${longDate(date)}. ${at(decision)}.`,
    CompletionDateRevisionRequested: ({ date, reason }) => `Extension requested to ${longDate(date)}: ${reason}`,
    CompletionDateRevisionApproved: ({ date, decision }) => `Extension approved: completion date now ${longDate(date)}. ${at(decision)}.`,
    CompletionDateRevisionRefused: ({ reason, decision }) => `Extension refused. ${at(decision)}: ${reason}`,
    RevisionRequestWithdrawn: ({ reason }) => `Extension request withdrawn: ${reason}`,
    ActionPlanned: ({ description, dueOn }) => `Action planned, ${due(dueOn)}: ${description}`,
    ActionChanged: ({ dueOn, lead, reason }) =>
      `Action changed${dueOn === null ? '' : `, now due ${longDate(dueOn)}`}${lead === null ? '' : `, led by ${lead}`}: ${reason}`,
    ActionStarted: () => 'Action started.',
    ActionProgressed: ({ words }) => `Progress on action: ${words}`,
    ActionCompleted: ({ words }) => `Action completed${because(words)}.`,
    ActionAbandoned: ({ reason }) => `Action abandoned: ${reason}`,
    ProgressUpdated: ({ words, claim }) => `${claim === 'COMPLETE' ? 'Reported complete' : 'Progress update'}: ${words}`,
    EvidenceAttached: ({ form, name, words }) => `Evidence attached, ${form === 'FILE' ? '' : `${evidenceForms[form]}: `}${name}: ${words}`,
    EvidenceTested: ({ by, found }) => `Evidence tested by ${by}: ${found}`,
    AssessmentProposed: (content) => `Assessment proposed: ${category(content)}.`,
    ProposalWithdrawn: ({ reason }) => `Proposed assessment withdrawn: ${reason}`,
    AssessmentAgreed: (content) => `Proposed assessment agreed: ${category(content)}. ${at(content.decision)}.`,
    CommitteeAssessmentMade: (content) => `Committee’s own assessment: ${category(content)}. ${at(content.decision)}.`,
    VisitFindingLinked: ({ ref, body, visitedOn, area, direction }) =>
      `Finding ${ref} of the visit by ${body} that ended on ${longDate(visitedOn)}: ${directions[direction]}. ${area}`,
    StillNeededRecorded: ({ words, decision }) => `Still needed before it can be concluded. ${at(decision)}: ${words}`,
    EscalatedTo: ({ body, reason }) => `Escalated to ${body}: ${reason}`,
    TrackingTakenOn: ({ decision }) => `Tracked by ${decision.committeeName} from now on. ${at(decision)}.`,
    TrackingHandedOver: ({ toName, reason, decision }) => `Tracking handed over to ${toName}. ${at(decision)}: ${reason}`,
    TrackingConcluded: ({ reason, explanation, partsLeftOpen, lookAgainOn, decision }) =>
      `Tracking concluded (${conclusions[reason]}${leftOpen(partsLeftOpen)}${lookAgain(lookAgainOn)}). ${at(decision)}: ${explanation}`,
    TrackingReopened: ({ reason, newDate, decision }) =>
      `Tracking reopened${newDate === null ? '' : `, now due ${longDate(newDate)}`}. ${at(decision)}: ${reason}`,
    RecommendationSuperseded: ({ reason }) => `Replaced by another recommendation: ${reason}`,
    DuplicateMerged: ({ reason }) => `Merged with the recommendation it duplicates: ${reason}`,
    RiskAccepted: ({ office, reason }) => `Risk accepted by ${office}: ${reason}`,
    RecommendationLinked: ({ relation, target, words }) => `Link: ${relations[relation]} ${linkTargets[target.kind]}${because(words)}.`,
    DissentRecorded: ({ by, words, decision }) => `Dissent of ${by}. ${at(decision)}: ${words}`,
  },
  attributes: recommendationAttributeWords,
}
