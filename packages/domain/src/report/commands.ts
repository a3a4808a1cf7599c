import type { Command } from '../decision.ts'
import type { IsoDate } from '../envelope.ts'
import type { EntryCorrected } from '../kernel/events/entry-corrected.ts'
import type * as Events from './events.ts'

/** `publishedOn` with MONTH is that month's last day, with NOT_AFTER the latest day it can be, with UNKNOWN null. */
export type RegisterReport = Command<'RegisterReport', Events.ReportRegistered['data']>
export type RegisterMentionedReport = Command<'RegisterMentionedReport', Events.ReportListed['data']>
/** The day of adoption is the command's `effectiveOn`. */
export type AdoptReport = Command<'AdoptReport', Events.ReportAdopted['data']>
export type PublishReport = Command<'PublishReport', Record<string, never>>
/** A day before today is no embargo: the instant is of the command's day or later. */
export type EmbargoReport = Command<'EmbargoReport', Events.ReportEmbargoed['data']>
export type WithholdReport = Command<'WithholdReport', Events.ReportWithheld['data']>
/** `meaning` null: read from the grade's own word or its scale. A meaning that the scale contradicts is refused. */
export type RecordJudgement = Command<'RecordJudgement', Omit<Events.JudgementRecorded['data'], 'meaningDerived'>>
export type RecordFinding = Command<'RecordFinding', Events.FindingRecorded['data']>
/** `targetOn` is the day of the recommendation, null where it is not known. */
export type LinkReportFinding = Command<
  'LinkReportFinding',
  Events.ReportFindingLinked['data'] & { readonly targetExists: boolean; readonly targetOn: IsoDate | null }
>
export type WithdrawReport = Command<'WithdrawReport', Events.ReportWithdrawn['data']>
/** A recommendation, by the reference that people know it by; whether it is of this report, and its date is in doubt. */
export type ItemOfReport = { readonly id: string; readonly reference: string; readonly isOfReport: boolean; readonly isInDoubt: boolean }
export type ApplyReportDates = Command<
  'ApplyReportDates',
  Omit<Events.ReportDatesApplied['data'], 'publication'> & { readonly ofItems: readonly ItemOfReport[] }
>
/** A recommendation that a letter responds to; `refusal`: why the rules of its own history refuse the response, in a sentence, else null. */
export type ItemRespondedTo = {
  readonly id: string
  readonly reference: string
  readonly isOfReport: boolean
  readonly refusal: string | null
}
/** The principal of the command must be the body that responds, as for each response. `letter` is the commandId. */
export type RespondToReport = Command<
  'RespondToReport',
  Events.ReportRespondedTo['data'] & { readonly ofItems: readonly ItemRespondedTo[] }
>
export type CorrectReportEntry = Command<'CorrectEntry', EntryCorrected['data']>

export type ReportCommand =
  | RegisterReport
  | RegisterMentionedReport
  | AdoptReport
  | PublishReport
  | EmbargoReport
  | WithholdReport
  | RecordJudgement
  | RecordFinding
  | LinkReportFinding
  | WithdrawReport
  | ApplyReportDates
  | RespondToReport
  | CorrectReportEntry
