import type { IsoDate } from '../envelope.ts'

/** How a statutory or agreed due date was computed: kept with the event that started the clock. */
export type ClockReading = {
  /** The clock's name: "executiveResponse", "inspectionActionPlan", "coronerResponse" ... */
  readonly clock: string
  /** The instrument that sets it, with its version; "as printed in the letter" where a printed date won. */
  readonly instrument: string
  readonly startedOn: IsoDate
  readonly startedBy: string
  readonly calendar: 'CALENDAR' | 'WORKING_DAYS_ENGLAND_AND_WALES'
  readonly dueOn: IsoDate
  readonly words: string
}
