import { scheduleStates } from '@outstanding/read-models'
import type { DeliveryState, ResponseState, TrackingState } from '@outstanding/read-models'
import { builder } from '../builder.ts'

export const TimescaleGrade = builder.enumType('TimescaleGrade', {
  description: 'How soon, as the report means it.',
  values: {
    IMMEDIATE: { description: 'For immediate action: due on the day of publication unless the policy says otherwise.' },
    WITHIN_MONTHS: { description: 'Within a number of months of publication (`months`).' },
    LONGER_TERM: { description: 'No date until a committee agrees one.' },
    BY_DATE: { description: 'By the day printed, or by the last day of the month printed.' },
    NOT_GIVEN: { description: 'None printed that gives a date.' },
  } as const,
})

export const ResponseAxis = builder.enumType('ResponseAxis', {
  description: 'What the executive (or the body addressed) answered. Only a written notice makes an answer awaited.',
  values: [
    'NOT_REQUIRED',
    'AWAITED',
    'ACCEPTED',
    'ACCEPTED_WITH_AMENDED_WORDING',
    'ACCEPTED_IN_PART',
    'NOT_ACCEPTED',
    'ACTION_STATEMENT',
    'ADOPTED',
    'ADAPTED',
    'DECLINED',
  ] as const satisfies readonly ResponseState[],
})

export const DeliveryAxis = builder.enumType('DeliveryAxis', {
  description: 'A claim, from actions and progress updates: never what a committee found.',
  values: ['NOT_STARTED', 'IN_PROGRESS', 'CLAIMED_COMPLETE'] as const satisfies readonly DeliveryState[],
})

export const ScheduleState = builder.enumType('ScheduleState', {
  description: 'Computed for a day, never entered. ENDED: concluded without having been achieved.',
  values: scheduleStates,
})

export const Tracking = builder.enumType('Tracking', {
  description: 'Open or concluded, by decision of the committee.',
  values: ['OPEN', 'CONCLUDED'] as const satisfies readonly TrackingState[],
})

export const CategoryMeaning = builder.enumType('CategoryMeaning', {
  description: 'What an assessment category means, whatever its label in the policy of the day.',
  values: ['ACHIEVED_ON_TIME', 'ACHIEVED_LATE', 'PROGRESS_MADE', 'OBSTACLE', 'INSUFFICIENT_PROGRESS', 'IN_PROGRESS'] as const,
})

export const OwnerRole = builder.enumType('OwnerRole', {
  values: ['RESPONSIBLE_MEMBER', 'LEAD_OFFICER', 'PARTNER', 'RESPONSIBLE_BODY'] as const,
})

export const ConclusionReason = builder.enumType('ConclusionReason', {
  description: 'There is no bare "closed". ACHIEVED needs an agreed 1 or 2; OBSTACLE an agreed 4.',
  values: ['ACHIEVED', 'OBSTACLE', 'SUPERSEDED', 'NO_LONGER_APPLICABLE', 'RISK_ACCEPTED', 'NOT_ACCEPTED'] as const,
})

export const LinkRelation = builder.enumType('LinkRelation', {
  values: ['REPEATS', 'CONTINUES', 'CONTRIBUTES_TO', 'CONTRADICTS'] as const,
})
export const LinkTargetKind = builder.enumType('LinkTargetKind', {
  values: ['RECOMMENDATION', 'FINDING', 'PLAN_PRIORITY', 'INDICATOR'] as const,
})
export const EvidenceShows = builder.enumType('EvidenceShows', {
  description: 'What evidence shows: that something was done, that it worked, that it was checked, or what users say.',
  values: ['OUTPUT', 'OUTCOME', 'ASSURANCE', 'USER_VOICE'] as const,
})
export const ResponseKind = builder.enumType('ResponseKind', {
  values: [
    'ACCEPTED',
    'ACCEPTED_WITH_AMENDED_WORDING',
    'ACCEPTED_IN_PART',
    'NOT_ACCEPTED',
    'ACTION_STATEMENT',
    'ADOPTED',
    'ADAPTED',
    'DECLINED',
  ] as const,
})
export const ProgressClaim = builder.enumType('ProgressClaim', { values: ['NOT_STARTED', 'IN_PROGRESS', 'COMPLETE'] as const })
export const FindingDirection = builder.enumType('FindingDirection', { values: ['IMPROVED', 'UNCHANGED', 'WORSE'] as const })
export const DatePrecision = builder.enumType('DatePrecision', { values: ['DAY', 'MONTH'] as const })
export const ActionStatus = builder.enumType('ActionStatus', { values: ['PLANNED', 'STARTED', 'COMPLETED', 'ABANDONED'] as const })
export const RevisionOutcome = builder.enumType('RevisionOutcome', { values: ['PENDING', 'APPROVED', 'REFUSED'] as const })
export const CommitteeAssessmentKind = builder.enumType('CommitteeAssessmentKind', { values: ['AGREED', 'OWN'] as const })
