import type { CommitteeTracking } from '@outstanding/domain'
import { exemptionGrounds } from '@outstanding/domain'
import { scheduleStates } from '@outstanding/read-models'
import type { DeliveryState, FindingLinkedFrom, LinkedFrom, ResponseState, TrackingState } from '@outstanding/read-models'
import {
  actionStatuses,
  claims,
  committeeTrackings,
  conclusions,
  deliveries,
  evidenceForms,
  evidenceKinds,
  exemptionGrounds as exemptionGroundWords,
  linkTargets,
  meanings,
  ownerRoles,
  relations,
  responses,
  linkedFromRelations,
  schedules,
  termOf,
  trackings,
} from '@outstanding/wording'
import { builder } from '../graphql/builder.ts'
import { describedValues } from '../graphql/described-values.ts'

/** The responses that a body can give. */
const kindsOfResponse = [
  'ACCEPTED',
  'ACCEPTED_WITH_AMENDED_WORDING',
  'ACCEPTED_IN_PART',
  'NOT_ACCEPTED',
  'ACTION_STATEMENT',
  'ADOPTED',
  'ADAPTED',
  'DECLINED',
] as const satisfies readonly ResponseState[]
const whatResponsesMean = {
  ACTION_STATEMENT: 'The response to an inspection: what will be done.',
  ADOPTED: 'The response to a national recommendation: adopted unchanged.',
  ADAPTED: 'The response to a national recommendation: adopted with changes.',
  DECLINED: 'The response to a national recommendation: not adopted.',
}

export const EvidenceFormType = builder.enumType('EvidenceForm', {
  description: 'What evidence is.',
  values: describedValues(['FILE', 'APPENDIX', 'VISIT', 'ORAL_REPORT', 'WEB_PAGE'], (value) => termOf(evidenceForms, value)),
})

export const ExemptPartType = builder.enumType('ExemptPart', {
  description: 'A part of a recommendation that can be exempt.',
  values: {
    TEXT: { description: 'Its title, its text and everything recorded about it in words.' },
    EVIDENCE: { description: 'All evidence.' },
    APPENDIX: { description: 'Evidence that is an appendix of a paper.' },
  } as const,
})

export const ExemptionGroundType = builder.enumType('ExemptionGround', {
  description: 'Why information is kept from the public, under the Local Government Act 1972.',
  values: describedValues(exemptionGrounds, (ground) => termOf(exemptionGroundWords, ground)),
})

export const TimescaleGrade = builder.enumType('TimescaleGrade', {
  description: 'How soon the report asks for it.',
  values: {
    IMMEDIATE: { description: 'For immediate action: due on the day of publication unless the policy says otherwise.' },
    WITHIN_MONTHS: { description: 'Within a number of months of publication (`months`).' },
    LONGER_TERM: { description: 'No date until a committee agrees one.' },
    BY_DATE: { description: 'By the day printed, or by the last day of the month printed.' },
    NOT_GIVEN: { description: 'The report gives no timescale from which a date can be worked out.' },
  } as const,
})

export const ResponseAxis = builder.enumType('ResponseAxis', {
  description: 'The response of the executive (or the body addressed). A response is awaited only after a written notice.',
  values: describedValues(['NOT_REQUIRED', 'AWAITED', ...kindsOfResponse, 'MIXED'], (value) => termOf(responses, value), {
    ...whatResponsesMean,
    AWAITED: 'A written notice asked for a response, and at least one body that was asked has not responded.',
    MIXED: 'Several bodies have responded, and not all alike: see `answers`.',
  }),
})

export const DeliveryAxis = builder.enumType('DeliveryAxis', {
  description: "The progress claimed in actions and progress updates, not a committee's assessment.",
  values: describedValues<DeliveryState>(
    ['NOT_REPORTED', 'REPORTED_NOT_STATED', 'NOT_STARTED', 'IN_PROGRESS', 'CLAIMED_COMPLETE'],
    (value) => termOf(deliveries, value),
  ),
})

export const ScheduleState = builder.enumType('ScheduleState', {
  description: 'Calculated for a day, never entered. ENDED: concluded without being achieved.',
  values: describedValues(scheduleStates, (value) => termOf(schedules, value), {
    DUE_SOON: 'The due date is today or within the number of days that the policy sets.',
    OVERDUE: 'The due date has passed, and it is neither assessed as achieved nor concluded.',
    NOT_DUE: 'The due date is later than what the policy counts as soon.',
    UNDATED: 'There is no completion date, so whether it is or was late cannot be computed.',
    MET_ON_TIME: 'It was assessed as achieved, on or before the original date or the date first agreed.',
    MET_LATE: 'It was assessed as achieved, after the original date or the date first agreed.',
  }),
})

export const Tracking = builder.enumType('Tracking', {
  description: 'Open while any committee tracks it, else concluded where any has concluded it, else not tracked.',
  values: describedValues<TrackingState>(['NOT_TRACKED', 'OPEN', 'CONCLUDED'], (value) => termOf(trackings, value)),
})

export const CommitteeTrackingState = builder.enumType('CommitteeTrackingState', {
  description: 'Whether one committee still tracks the recommendation.',
  values: describedValues<CommitteeTracking['tracking']>(['OPEN', 'CONCLUDED', 'HANDED_OVER'], (value) =>
    termOf(committeeTrackings, value),
  ),
})

export const CategoryMeaning = builder.enumType('CategoryMeaning', {
  description: 'What an assessment category means, independent of its label in the policy.',
  values: describedValues(
    ['ACHIEVED_ON_TIME', 'ACHIEVED_LATE', 'PROGRESS_MADE', 'OBSTACLE', 'INSUFFICIENT_PROGRESS', 'IN_PROGRESS'],
    (value) => termOf(meanings, value),
  ),
})

export const OwnerRole = builder.enumType('OwnerRole', {
  description: 'The role of an owner of a recommendation.',
  values: describedValues(['RESPONSIBLE_MEMBER', 'LEAD_OFFICER', 'PARTNER', 'RESPONSIBLE_BODY', 'DELIVERING_BODY'], (value) =>
    termOf(ownerRoles, value),
  ),
})

export const ConclusionReason = builder.enumType('ConclusionReason', {
  description: 'Why tracking was concluded. ACHIEVED needs an agreed category 1 or 2; OBSTACLE needs an agreed category 4.',
  values: describedValues(['ACHIEVED', 'OBSTACLE', 'SUPERSEDED', 'NO_LONGER_APPLICABLE', 'RISK_ACCEPTED', 'NOT_ACCEPTED'], (value) =>
    termOf(conclusions, value),
  ),
})

export const LinkedFromRelation = builder.enumType('LinkedFromRelation', {
  description: 'How another item refers to this one.',
  values: describedValues<LinkedFrom['relation'] | FindingLinkedFrom['relation']>(
    ['REPEATS', 'CONTINUES', 'CONTRIBUTES_TO', 'CONTRADICTS', 'SAME_MATTER', 'IMPROVES_ON', 'SUPERSEDED_BY', 'MERGED_INTO'],
    (value) => termOf(linkedFromRelations, value),
  ),
})

export const LinkRelation = builder.enumType('LinkRelation', {
  description: 'How a recommendation is related to what it is linked to.',
  values: describedValues(['REPEATS', 'CONTINUES', 'CONTRIBUTES_TO', 'CONTRADICTS', 'SAME_MATTER'], (value) => termOf(relations, value), {
    REPEATS: 'The target is the earlier one.',
    CONTINUES: 'The target is the earlier one, and no improvement or strength.',
    SAME_MATTER: 'No document says that one follows from the other.',
  }),
})
export const LinkTargetKind = builder.enumType('LinkTargetKind', {
  description: 'What a recommendation can be linked to.',
  values: describedValues(['RECOMMENDATION', 'FINDING', 'PLAN_PRIORITY', 'INDICATOR'], (value) => termOf(linkTargets, value)),
})
export const EvidenceShows = builder.enumType('EvidenceShows', {
  description: 'What evidence shows: that something was done, that it worked, that it was checked, the views of users, or none of these.',
  values: describedValues(['OUTPUT', 'OUTCOME', 'ASSURANCE', 'USER_VOICE', 'CONTEXT'], (value) => termOf(evidenceKinds, value)),
})
export const ResponseKind = builder.enumType('ResponseKind', {
  description: 'A response that the executive or the body addressed can give.',
  values: describedValues(kindsOfResponse, (value) => termOf(responses, value), whatResponsesMean),
})
export const ProgressClaim = builder.enumType('ProgressClaim', {
  description: 'What a progress update claims. A claim is not an assessment by a committee.',
  values: describedValues(['NOT_STARTED', 'IN_PROGRESS', 'COMPLETE'], (value) => termOf(claims, value)),
})
export const ActionStatus = builder.enumType('ActionStatus', {
  description: 'The status of an action, as reported by those responsible.',
  values: describedValues(['PLANNED', 'STARTED', 'COMPLETED', 'ABANDONED'], (value) => termOf(actionStatuses, value)),
})
export const CompletionDateRevisionOutcome = builder.enumType('CompletionDateRevisionOutcome', {
  description: 'The outcome of a requested extension.',
  values: {
    PENDING: { description: 'No decision has been recorded.' },
    APPROVED: { description: 'The committee approved a revised date.' },
    REFUSED: { description: 'The committee refused it.' },
    WITHDRAWN: { description: 'The request was withdrawn by the person or body that made it.' },
  } as const,
})
export const CommitteeAssessmentKind = builder.enumType('CommitteeAssessmentKind', {
  description: 'How a committee came to its assessment.',
  values: {
    AGREED: { description: "It agreed the responsible member's proposal." },
    OWN: { description: 'It made an assessment of its own.' },
  } as const,
})
