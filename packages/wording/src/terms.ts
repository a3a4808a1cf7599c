import type {
  FindingRelation,
  ActionStatus,
  CategoryMeaning,
  CommitteeKind,
  CommitteeTracking,
  ConclusionReason,
  DeliveryPosition,
  GradeMeaning,
  Gravity,
  LinkRelation,
  LinkTarget,
  OfficeKind,
  OwnerRole,
  ProgressUpdated,
  PublishedPrecision,
  ReportKind,
  DutyAwaited,
  ResponsePosition,
  ScheduleState,
  TimescaleGrade,
  TrackingPosition,
} from '@outstanding/domain'

/*
 * The words of every closed list, once, as they stand in the middle of a sentence. `labelOf` gives the same words as a label.
 * A value without words does not compile.
 */

export type Terms<Value extends string> = Readonly<Record<Value, string>>

export const responses: Terms<ResponsePosition> = {
  NOT_REQUIRED: 'no response requested',
  AWAITED: 'awaited',
  ACCEPTED: 'accepted',
  ACCEPTED_WITH_AMENDED_WORDING: 'accepted with amended wording',
  ACCEPTED_IN_PART: 'accepted in part',
  NOT_ACCEPTED: 'not accepted',
  ACTION_STATEMENT: 'action statement given',
  ADOPTED: 'adopted',
  ADAPTED: 'adapted',
  DECLINED: 'declined',
  MIXED: 'bodies responded differently',
}
/** Whose duty it is, for "response due". */
export const responseDuties: Terms<DutyAwaited> = {
  EXECUTIVE: 'response of the executive',
  HEALTH_BODY: 'response of a health body',
  CRIME_AND_DISORDER: 'response of a crime and disorder partner',
  CORONER: 'response to a coroner’s report',
  INSPECTION_ACTION_PLAN: 'action plan after an inspection',
  INSPECTION_ACTION_PLAN_DRAFT: 'early draft of the action plan after an inspection',
  AREA_SEND: 'action plan for special educational needs and disabilities',
}
export const deliveries: Terms<DeliveryPosition> = {
  NOT_REPORTED: 'no update received',
  REPORTED_NOT_STATED: 'update received, progress not stated',
  NOT_STARTED: 'not started',
  IN_PROGRESS: 'in progress',
  CLAIMED_COMPLETE: 'reported complete (not yet assessed)',
}
export const claims: Terms<NonNullable<ProgressUpdated['data']['claim']>> = {
  NOT_STARTED: 'not started',
  IN_PROGRESS: 'in progress',
  COMPLETE: 'complete',
}
export const schedules: Terms<ScheduleState> = {
  OVERDUE: 'overdue',
  DUE_SOON: 'due soon',
  NOT_DUE: 'not due yet',
  UNDATED: 'no date set',
  MET_ON_TIME: 'completed on time',
  MET_LATE: 'completed late',
  ENDED: 'closed without completion',
}
export const trackings: Terms<TrackingPosition> = {
  NOT_TRACKED: 'not tracked by a committee',
  OPEN: 'open',
  CONCLUDED: 'concluded',
}
export const committeeTrackings: Terms<CommitteeTracking['tracking']> = {
  OPEN: 'open',
  CONCLUDED: 'concluded',
  HANDED_OVER: 'handed over',
}
export const meanings: Terms<CategoryMeaning> = {
  ACHIEVED_ON_TIME: 'achieved on time',
  ACHIEVED_LATE: 'achieved late',
  PROGRESS_MADE: 'not achieved, progress made',
  OBSTACLE: 'not achieved, because of an obstacle',
  INSUFFICIENT_PROGRESS: 'not achieved, insufficient progress',
  IN_PROGRESS: 'in progress',
}
export const conclusions: Terms<ConclusionReason> = {
  ACHIEVED: 'achieved',
  OBSTACLE: 'not achieved, because of an obstacle',
  SUPERSEDED: 'replaced by another recommendation',
  NO_LONGER_APPLICABLE: 'no longer applicable',
  RISK_ACCEPTED: 'risk accepted',
  NOT_ACCEPTED: 'not accepted',
}
export const ownerRoles: Terms<OwnerRole> = {
  RESPONSIBLE_MEMBER: 'responsible member',
  LEAD_OFFICER: 'lead officer',
  PARTNER: 'partner',
  RESPONSIBLE_BODY: 'responsible body',
  DELIVERING_BODY: 'delivering body',
}
export const timescaleGrades: Terms<TimescaleGrade> = {
  IMMEDIATE: 'for immediate action',
  WITHIN_MONTHS: 'within a number of months',
  LONGER_TERM: 'longer term',
  BY_DATE: 'by a date',
  NOT_GIVEN: 'not given',
}
/** What a report calls it. */
export const gravities: Terms<Gravity> = {
  PRIORITY_ACTION: 'priority action',
  STATUTORY_REQUIREMENT: 'statutory requirement',
  AREA_FOR_IMPROVEMENT: 'area for improvement',
}
export const actionStatuses: Terms<ActionStatus> = {
  PLANNED: 'planned',
  STARTED: 'started',
  COMPLETED: 'completed',
  ABANDONED: 'abandoned',
}
/** How another item refers to this one, as this one's page says it. */
export const linkedFromRelations: Terms<LinkRelation | FindingRelation | 'SUPERSEDED_BY' | 'MERGED_INTO'> = {
  REPEATS: 'repeated by',
  CONTINUES: 'continued by',
  CONTRIBUTES_TO: 'helped by',
  CONTRADICTS: 'contradicted by',
  SAME_MATTER: 'same matter as',
  IMPROVES_ON: 'found better in',
  SUPERSEDED_BY: 'replaces',
  MERGED_INTO: 'includes the duplicate',
}
export const relations: Terms<LinkRelation | FindingRelation> = {
  REPEATS: 'repeats',
  CONTINUES: 'continues',
  CONTRIBUTES_TO: 'contributes to',
  CONTRADICTS: 'contradicts',
  SAME_MATTER: 'same matter as',
  IMPROVES_ON: 'better than at the time of',
}
export const linkTargets: Terms<LinkTarget['kind']> = {
  RECOMMENDATION: 'a recommendation',
  FINDING: 'a finding',
  PLAN_PRIORITY: 'a priority of a plan',
  INDICATOR: 'an indicator',
}
export const equivalentGrades: Terms<GradeMeaning> = {
  OUTSTANDING: 'outstanding',
  GOOD: 'good',
  ADEQUATE: 'adequate',
  INADEQUATE: 'inadequate',
}
export const reportKinds: Terms<ReportKind> = {
  INSPECTION: 'inspection',
  SCRUTINY: 'scrutiny inquiry',
  NATIONAL: 'national review',
  AUDIT: 'audit',
  INQUIRY: 'public inquiry',
  CORONER: 'coroner’s report',
  OTHER: 'other',
}
export const precisions: Terms<PublishedPrecision> = {
  DAY: 'the exact day',
  MONTH: 'the month only',
  NOT_AFTER: 'the latest possible day',
  UNKNOWN: 'not known',
}
export const officeKinds: Terms<OfficeKind> = {
  EXECUTIVE_MEMBER: 'executive member',
  MEMBER: 'member',
  OFFICER: 'officer',
  PARTNER: 'partner',
  BODY: 'body',
}
export const committeeKinds: Terms<CommitteeKind> = {
  OVERVIEW_AND_SCRUTINY: 'overview and scrutiny committee',
  AUDIT: 'audit committee',
  POLICY: 'policy committee',
  REGULATORY: 'regulatory committee',
  JOINT: 'joint committee',
  COUNCIL: 'council',
}

/** The first letter as a capital. */
export const capital = (words: string): string => words.replace(/^./, (letter) => letter.toUpperCase())

/** A name of ours made readable: "NOT_DUE" is "not due". */
export const readable = (name: string): string => name.toLowerCase().replaceAll('_', ' ')

/** The words of a value, for sentences; a value that a newer API knows and we do not is made readable. */
export const termOf = <Value extends string>(terms: Terms<Value>, value: NoInfer<Value>): string =>
  Object.hasOwn(terms, value) ? terms[value] : readable(value)

/** The words of a value as a label: "Not due yet". */
export const labelOf = <Value extends string>(terms: Terms<Value>, value: NoInfer<Value>): string => capital(termOf(terms, value))

/** Every value with its label, in the order of the list. */
export const labelsOf = <Value extends string>(terms: Terms<Value>): Terms<Value> =>
  Object.fromEntries(Object.entries<string>(terms).map(([value, words]) => [value, capital(words)])) as Terms<Value>
