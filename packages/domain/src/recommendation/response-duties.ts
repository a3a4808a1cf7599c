import type { IsoDate } from '../envelope.ts'
import type { PolicyContent } from '../policy/events.ts'
import type { ReportKind } from '../report/publication.ts'
import { clockRules, type ClockRule } from '../clocks/clock-rules.ts'
import { executiveResponseClock, calculateDueDate, type ClockResult } from '../clocks/calculate-due-date.ts'
import type { Gravity, ResponseDuty } from './event-parts.ts'

/** The duties to respond that can follow from a report of a kind; the first is the one that the kind implies. */
export const dutiesOf: Readonly<Record<ReportKind, readonly ResponseDuty[]>> = {
  SCRUTINY: ['EXECUTIVE', 'HEALTH_BODY', 'CRIME_AND_DISORDER'],
  INSPECTION: ['INSPECTION_ACTION_PLAN', 'AREA_SEND'],
  CORONER: ['CORONER'],
  NATIONAL: [],
  AUDIT: [],
  INQUIRY: [],
  OTHER: [],
}

type Days = { readonly receivedOn: IsoDate; readonly noticeOn: IsoDate; readonly printedDueOn: IsoDate | null }
type Policy = Pick<PolicyContent, 'clocks'>

/** The due date of a duty. An inspection's clocks start with receipt of the report, the others with the notice or the request. */
export const clockOfDuty = (of: ResponseDuty, days: Days, policy: Policy): ClockResult => {
  const { receivedOn, noticeOn, printedDueOn } = days
  switch (of) {
    case 'EXECUTIVE':
      return { ok: true, calculation: executiveResponseClock(days, policy) }
    case 'INSPECTION_ACTION_PLAN':
      return calculateDueDate(inspectionRule(policy), { startedOn: receivedOn, printedDueOn })
    case 'AREA_SEND':
      return calculateDueDate(clockRules.sendPriorityActionPlan, { startedOn: receivedOn, printedDueOn })
    case 'CORONER':
      return calculateDueDate(clockRules.coronerResponse, { startedOn: noticeOn, printedDueOn })
    case 'HEALTH_BODY':
      return calculateDueDate(clockRules.healthBodyResponse, { startedOn: noticeOn, printedDueOn })
    case 'CRIME_AND_DISORDER':
      return calculateDueDate(clockRules.crimeAndDisorderResponse, { startedOn: noticeOn, printedDueOn })
  }
}

/**
 * The due date of the early draft of an action plan: an inspectorate that asks for priority action sees it before the plan. Null where no
 * draft is due.
 */
export const clockOfDraft = (
  of: ResponseDuty,
  gravity: Gravity | null,
  { receivedOn, printedDraftDueOn }: { readonly receivedOn: IsoDate; readonly printedDraftDueOn: IsoDate | null },
): ClockResult | null =>
  of === 'INSPECTION_ACTION_PLAN' && (gravity === 'PRIORITY_ACTION' || printedDraftDueOn !== null)
    ? calculateDueDate(clockRules.inspectionActionPlanDraft, { startedOn: receivedOn, printedDueOn: printedDraftDueOn })
    : null

const inspectionRule = ({ clocks }: Policy): ClockRule => ({
  ...clockRules.inspectionActionPlan,
  period: { ...clockRules.inspectionActionPlan.period, count: clocks.inspectionActionPlanWorkingDays },
})
