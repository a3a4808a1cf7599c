import type { ObjectOf, TypeOf } from '../kernel/fields/field.ts'
import {
  code,
  date,
  derived,
  fixed,
  id,
  line,
  listOf,
  name,
  nullable,
  oneOf,
  objectOf,
  variantsOf,
  wholeNumber,
  words,
} from '../kernel/fields/declare.ts'
import { dueDateCalculation } from '../clocks/due-date-calculation.ts'
import { categoryMeanings } from '../policy/events.ts'

/** A decision of a committee. The minute reference is "date and item" until the confirmed number is known. */
export const decision = objectOf({
  /** The slug of the committee, which it keeps whatever it is called; the principal of the command must be this body. */
  committee: fixed(id),
  committeeName: name,
  meetingOn: date,
  minuteReference: name,
})
export type DecisionRef = TypeOf<typeof decision>

/** How it is identified in its report. */
export const identified = {
  report: fixed(id),
  /** As printed, or null where none is printed. */
  reference: nullable(name),
  /** Ours, unique within the report, shown as ours: "JAR2007-03". */
  localReference: name,
  /** From 1, the place in the report's list (children: within the parent). */
  ordinal: wholeNumber(1),
  title: line,
} as const

export const place = objectOf({ document: name, page: nullable(name), paragraph: nullable(name), heading: nullable(name) })
export type Place = TypeOf<typeof place>

/** What an assessment says, with the category's name and meaning under the policy of its day. */
export const assessment = {
  /** The policy's code: "1" to "6" in the default policy. */
  category: code,
  /** What the policy of its day calls the category. */
  label: derived(name),
  meaning: derived(oneOf(categoryMeanings)),
  completedOn: nullable(date),
  anticipatedCompletionDate: nullable(date),
  obstacle: nullable(words),
  evidence: listOf(id),
  words,
} as const
export type AssessmentContent = ObjectOf<typeof assessment>

/** What a link leads to. */
export const linkTarget = fixed(
  variantsOf({ RECOMMENDATION: { id }, FINDING: { report: id, id }, PLAN_PRIORITY: { id }, INDICATOR: { id } }),
)
export type LinkTarget = TypeOf<typeof linkTarget>

/**
 * REPEATS and CONTINUES lead back in time, to an earlier recommendation or finding. SAME_MATTER: both are about it, and no document says
 * that one follows from the other.
 */
export const linkRelations = ['REPEATS', 'CONTINUES', 'CONTRIBUTES_TO', 'CONTRADICTS', 'SAME_MATTER'] as const
export type LinkRelation = (typeof linkRelations)[number]

/** A DELIVERING_BODY does the work beside the accountable owner; every other role is accountable. */
export const ownerRoles = ['RESPONSIBLE_MEMBER', 'LEAD_OFFICER', 'PARTNER', 'RESPONSIBLE_BODY', 'DELIVERING_BODY'] as const
export type OwnerRole = (typeof ownerRoles)[number]

/** An early draft of an action plan, which is due before the plan itself. */
export const draftPlan = objectOf({ dueOn: date, clock: dueDateCalculation })
export type DraftPlan = TypeOf<typeof draftPlan>

/** Under which instrument a body has to respond: each has a clock of its own. */
export const responseDuties = ['EXECUTIVE', 'HEALTH_BODY', 'CRIME_AND_DISORDER', 'CORONER', 'INSPECTION_ACTION_PLAN', 'AREA_SEND'] as const
export type ResponseDuty = (typeof responseDuties)[number]
/** What a body can owe: its response under one of the duties, or the early draft of an action plan. */
export const dutiesAwaited = [...responseDuties, 'INSPECTION_ACTION_PLAN_DRAFT'] as const
export type DutyAwaited = (typeof dutiesAwaited)[number]

export const conclusionReasons = ['ACHIEVED', 'OBSTACLE', 'SUPERSEDED', 'NO_LONGER_APPLICABLE', 'RISK_ACCEPTED', 'NOT_ACCEPTED'] as const
/** There is no bare "closed". ACHIEVED needs an agreed 1 or 2; OBSTACLE an agreed 4. */
export type ConclusionReason = (typeof conclusionReasons)[number]

/** What of a recommendation can be exempt: TEXT is its title and words and everything recorded of it in words. */
export const exemptParts = ['TEXT', 'EVIDENCE', 'APPENDIX'] as const
export type ExemptPart = (typeof exemptParts)[number]

/**
 * Local Government Act 1972: the paragraphs of Part 1 of Schedule 12A, for which the public interest is weighed, and confidential
 * information under section 100A(3), for which it is not.
 */
export const exemptionGrounds = [
  'SCHEDULE_12A_1',
  'SCHEDULE_12A_2',
  'SCHEDULE_12A_3',
  'SCHEDULE_12A_4',
  'SCHEDULE_12A_5',
  'SCHEDULE_12A_6',
  'SCHEDULE_12A_7',
  'CONFIDENTIAL',
] as const
export type ExemptionGround = (typeof exemptionGrounds)[number]

export const exemption = {
  parts: listOf(oneOf(exemptParts), { min: 1, max: exemptParts.length }),
  ground: oneOf(exemptionGrounds),
  publicInterest: nullable(words),
  reviewOn: date,
} as const

/** What a report calls its gravest recommendations. */
export const gravities = ['PRIORITY_ACTION', 'STATUTORY_REQUIREMENT', 'AREA_FOR_IMPROVEMENT'] as const
export type Gravity = (typeof gravities)[number]

export const claims = ['NOT_STARTED', 'IN_PROGRESS', 'COMPLETE'] as const
/** CONTEXT: it shows neither that something was done nor that it worked. */
export const evidenceKinds = ['OUTPUT', 'OUTCOME', 'ASSURANCE', 'USER_VOICE', 'CONTEXT'] as const
/** What the evidence is: a FILE or the APPENDIX of a paper, a VISIT, an ORAL_REPORT, or a WEB_PAGE. */
export const evidenceForms = ['FILE', 'APPENDIX', 'VISIT', 'ORAL_REPORT', 'WEB_PAGE'] as const
export type EvidenceForm = (typeof evidenceForms)[number]
