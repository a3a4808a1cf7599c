import type { IsoDate } from '../envelope.ts'

export type TimescaleGrade = 'IMMEDIATE' | 'WITHIN_MONTHS' | 'LONGER_TERM' | 'BY_DATE' | 'NOT_GIVEN'

/** A timescale as the report prints it, and its grade. `months` only with WITHIN_MONTHS; `date` (a month's last day for MONTH) only with BY_DATE. */
export type Timescale = {
  readonly asPrinted: string | null
  readonly grade: TimescaleGrade
  readonly months: number | null
  readonly date: IsoDate | null
  readonly datePrecision: 'DAY' | 'MONTH' | null
}

/** How the original completion date came about; kept for ever with the event. */
export type DateDerivation = {
  readonly rule: string
  /** The date counted from (publication or adoption), null where none was used. */
  readonly from: IsoDate | null
  readonly fromIs: 'PUBLISHED' | 'ADOPTED' | null
  readonly words: string
}
