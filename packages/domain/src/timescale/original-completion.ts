import type { IsoDate } from '../envelope.ts'
import type { PolicyContent } from '../policy/events.ts'
import type { PublicationFacts } from '../report/publication.ts'
import type { DateDerivation, DerivationRule, Timescale } from './timescale.ts'
import { furthestDay } from '../dates/furthest-day.ts'
import { addMonths } from '../dates/months.ts'
import { earliestPublication } from '../report/earliest-publication.ts'
import { countsFromAnotherEvent, readTimescale, unreadTimescale } from './read-timescale.ts'

export type CountedFrom = { readonly date: IsoDate; readonly is: 'PUBLISHED' | 'ADOPTED' }
export type OriginalCompletion = {
  readonly timescale: Timescale
  readonly originalCompletionDate: IsoDate | null
  readonly derivation: DateDerivation
}

/**
 * The day that the report's periods count from: for a scrutiny or other inquiry report the day on which it was adopted, if it was;
 * otherwise its publication, if that is known to the day. Never the date of a tracking report.
 */
export const countedFrom = (publication: PublicationFacts): CountedFrom | null => {
  const published: CountedFrom | null =
    publication.publishedOn !== null && publication.publishedPrecision === 'DAY' ? { date: publication.publishedOn, is: 'PUBLISHED' } : null
  const adopted: CountedFrom | null = publication.adoptedOn === null ? null : { date: publication.adoptedOn, is: 'ADOPTED' }
  return publication.kind === 'SCRUTINY' || publication.kind === 'INQUIRY' ? (adopted ?? published) : (published ?? adopted)
}

type Dated = { readonly date: IsoDate | null; readonly derivation: DateDerivation }

const undated = (rule: DerivationRule, words: string): Dated => ({ date: null, derivation: { rule, from: null, fromIs: null, words } })

const after = (rule: DerivationRule, months: number, start: CountedFrom): Dated => {
  const date = addMonths(start.date, months)
  const begin = `${start.is === 'ADOPTED' ? 'adoption' : 'publication'} on ${start.date}`
  // From the 31st of a month to a shorter one, the date is not the same.
  const day = date.slice(-2) === start.date.slice(-2) ? 'same date' : 'last day of the month'
  const words = months === 0 ? `due on the day of ${begin}` : `${day} ${months} ${months === 1 ? 'month' : 'months'} after ${begin}`
  return { date, derivation: { rule, from: start.date, fromIs: start.is, words } }
}

const counted = (timescale: Timescale, start: CountedFrom | null, policy: Pick<PolicyContent, 'clocks'>): Dated => {
  if (timescale.months !== null && countsFromAnotherEvent(timescale.asPrinted ?? ''))
    return undated('anotherStart', 'the period is printed as counted from another event: no date until a committee agrees one')
  if (start === null)
    return undated('noDayToCountFrom', 'neither publication nor adoption is known to the day: no date until a committee agrees one')
  return timescale.months === null
    ? after('immediate', policy.clocks.immediateMonths, start)
    : after('withinMonths', timescale.months, start)
}

const notRead = (asPrinted: string | null): Dated => {
  const unread = unreadTimescale(asPrinted)
  if (unread !== null) return undated(unread.rule, unread.words)
  return undated('notGiven', 'no timescale is printed that gives a date: no date until a committee agrees one')
}

const dated = (timescale: Timescale, start: CountedFrom | null, policy: Pick<PolicyContent, 'clocks'>): Dated => {
  switch (timescale.grade) {
    case 'IMMEDIATE':
    case 'WITHIN_MONTHS':
      return counted(timescale, start, policy)
    case 'BY_DATE':
      return {
        date: timescale.date,
        derivation: {
          rule: timescale.datePrecision === 'MONTH' ? 'byMonth' : 'byDate',
          from: null,
          fromIs: null,
          words: timescale.datePrecision === 'MONTH' ? 'the last day of the month printed' : 'the day printed',
        },
      }
    case 'LONGER_TERM':
      return undated('longerTerm', 'printed as longer term: no date until a committee agrees one')
    case 'NOT_GIVEN':
      return notRead(timescale.asPrinted)
  }
}

/** The original completion date of a timescale already read, with how it came about. */
export const originalCompletionDate = (timescale: Timescale, publication: PublicationFacts, policy: Pick<PolicyContent, 'clocks'>): Dated =>
  within(publication, dated(timescale, countedFrom(publication), policy))

/** A date that the report cannot have meant is not frozen into the item: it stays undated, and says why. */
const within = (publication: PublicationFacts, found: Dated): Dated => {
  const reported = earliestPublication(publication)
  if (found.date === null || reported === null) return found
  const put = `gives ${found.date}`
  if (found.date < reported)
    return undated('beforeReport', `what is printed ${put}, before the report: no date until a committee agrees one`)
  return found.date > furthestDay(reported)
    ? undated('tooFarAhead', `what is printed ${put}, more than 30 years ahead: no date until a committee agrees one`)
    : found
}

/**
 * The whole way, once, when a recommendation is issued: timescale as printed → grade → original completion date and its derivation.
 * `policy` is that of the day of the report (it says what "immediate" means).
 */
export const originalCompletion = (
  asPrinted: string | null,
  publication: PublicationFacts,
  policy: Pick<PolicyContent, 'clocks'>,
): OriginalCompletion => {
  const start = countedFrom(publication)
  const timescale = readTimescale(asPrinted, start?.date ?? null)
  const { date, derivation } = originalCompletionDate(timescale, publication, policy)
  const inDays = date !== null && timescale.grade === 'BY_DATE' && start !== null && readTimescale(asPrinted).grade === 'NOT_GIVEN'
  return {
    timescale,
    originalCompletionDate: date,
    derivation: inDays
      ? { rule: 'withinDays', from: start.date, fromIs: start.is, words: `days or weeks counted from ${start.date}` }
      : derivation,
  }
}
