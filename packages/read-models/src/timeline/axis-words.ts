import type {
  CategoryMeaning,
  ConclusionReason,
  DeliveryPosition,
  IndependentFindingRecorded,
  LinkRelation,
  OwnerRole,
  ResponsePosition,
  ScheduleState,
  TimescaleGrade,
} from '@outstanding/domain'

/* The words of the domain's own terms, for sentences: in lower case. */

export const responses: Readonly<Record<ResponsePosition, string>> = {
  NOT_REQUIRED: 'not required',
  AWAITED: 'awaited',
  ACCEPTED: 'accepted',
  ACCEPTED_WITH_AMENDED_WORDING: 'accepted with amended wording',
  ACCEPTED_IN_PART: 'accepted in part',
  NOT_ACCEPTED: 'not accepted',
  ACTION_STATEMENT: 'answered with an action statement',
  ADOPTED: 'adopted',
  ADAPTED: 'adapted',
  DECLINED: 'declined',
}
export const meanings: Readonly<Record<CategoryMeaning, string>> = {
  ACHIEVED_ON_TIME: 'achieved on time',
  ACHIEVED_LATE: 'achieved late',
  PROGRESS_MADE: 'not achieved, progress made',
  OBSTACLE: 'not achieved for an obstacle',
  INSUFFICIENT_PROGRESS: 'not achieved, too little progress',
  IN_PROGRESS: 'in progress',
}
export const ownerRoles: Readonly<Record<OwnerRole, string>> = {
  RESPONSIBLE_MEMBER: 'responsible member',
  LEAD_OFFICER: 'lead officer',
  PARTNER: 'partner',
  RESPONSIBLE_BODY: 'responsible body',
}
export const deliveries: Readonly<Record<DeliveryPosition, string>> = {
  NOT_STARTED: 'not started',
  IN_PROGRESS: 'in progress',
  CLAIMED_COMPLETE: 'claimed complete',
}
export const schedules: Readonly<Record<ScheduleState, string>> = {
  UNDATED: 'undated',
  NOT_DUE: 'not due yet',
  DUE_SOON: 'due soon',
  OVERDUE: 'overdue',
  MET_ON_TIME: 'met on time',
  MET_LATE: 'met late',
  ENDED: 'ended',
}
export const conclusions: Readonly<Record<ConclusionReason, string>> = {
  ACHIEVED: 'achieved',
  OBSTACLE: 'an obstacle',
  SUPERSEDED: 'superseded',
  NO_LONGER_APPLICABLE: 'no longer applicable',
  RISK_ACCEPTED: 'risk accepted',
  NOT_ACCEPTED: 'not accepted',
}
export const directions: Readonly<Record<IndependentFindingRecorded['data']['direction'], string>> = {
  IMPROVED: 'improved',
  UNCHANGED: 'unchanged',
  WORSE: 'worse',
}
export const relations: Readonly<Record<LinkRelation, string>> = {
  REPEATS: 'repeats',
  CONTINUES: 'continues',
  CONTRIBUTES_TO: 'contributes to',
  CONTRADICTS: 'contradicts',
}
export const grades: Readonly<Record<TimescaleGrade, string>> = {
  IMMEDIATE: 'for immediate action',
  WITHIN_MONTHS: 'within a number of months',
  LONGER_TERM: 'in the longer term',
  BY_DATE: 'by a date',
  NOT_GIVEN: 'not given',
}
