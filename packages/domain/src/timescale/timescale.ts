import type { TypeOf } from '../kernel/fields/field.ts'
import { date, nullable, oneOf, objectOf, wholeNumber, words } from '../kernel/fields/declare.ts'

export const timescaleGrades = ['IMMEDIATE', 'WITHIN_MONTHS', 'LONGER_TERM', 'BY_DATE', 'NOT_GIVEN'] as const
export type TimescaleGrade = (typeof timescaleGrades)[number]

/** A hundred years: beyond that there is no calendar to count in. */
const maxMonths = 1_200

/** A timescale as the report prints it, and its grade. */
export const timescale = objectOf({
  asPrinted: nullable(words),
  grade: oneOf(timescaleGrades),
  /** With WITHIN_MONTHS only. */
  months: nullable(wholeNumber(1, maxMonths)),
  /** With BY_DATE only; the last day of a month where the precision is MONTH. */
  date: nullable(date),
  datePrecision: nullable(oneOf(['DAY', 'MONTH'])),
})
export type Timescale = TypeOf<typeof timescale>

/** How a printed timescale gives a date, and why others give none. */
export const derivationRules = [
  'immediate',
  'withinMonths',
  'withinDays',
  'byDate',
  'byMonth',
  'longerTerm',
  'notGiven',
  'anotherStart',
  'noDayToCountFrom',
  'beforeReport',
  'tooFarAhead',
  'revisedInPrint',
  'alreadyDone',
  'ongoing',
  'earliestDate',
  'notImmediate',
  'municipalYear',
  'kindOfYear',
  'shortYear',
  'endOfYear',
  'severalDates',
] as const
export type DerivationRule = (typeof derivationRules)[number]

/** How the original completion date was found; kept with the event. */
export const dateDerivation = objectOf({
  rule: oneOf(derivationRules),
  /** The date counted from (publication or adoption), null where none was used. */
  from: nullable(date),
  fromIs: nullable(oneOf(['PUBLISHED', 'ADOPTED'])),
  words,
})
export type DateDerivation = TypeOf<typeof dateDerivation>
