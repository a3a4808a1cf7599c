import type { Command } from '../decision.ts'
import type { IsoDate } from '../envelope.ts'
import type { EntryCorrected } from '../kernel/events/entry-corrected.ts'
import type { FindingLinked, VisitFindingRecorded, VisitRecorded } from './events.ts'

export type RecordVisit = Command<'RecordVisit', VisitRecorded['data']>
export type RecordVisitFinding = Command<'RecordVisitFinding', VisitFindingRecorded['data']>
/** A recommendation, by the reference that people know it by, as a finding can concern it. */
export type ItemOfFinding = {
  readonly id: string
  readonly reference: string
  /** The day on which it was issued or listed. */
  readonly since: IsoDate
  readonly isMerged: boolean
}
export type LinkFinding = Command<
  'LinkFinding',
  FindingLinked['data'] & { readonly ofItems: readonly ItemOfFinding[]; readonly reportPublished: boolean }
>
export type CorrectVisitEntry = Command<'CorrectEntry', EntryCorrected['data']>
export type VisitCommand = RecordVisit | RecordVisitFinding | LinkFinding | CorrectVisitEntry
