import type { IsoDate } from '../envelope.ts'
import { lastDayOfMonth } from '../dates/months.ts'
import { firstRefusal, type Refusal } from '../kernel/rule-book.ts'
import type { VisitRecorded } from './events.ts'
import { refuse } from './rules.ts'

type Visit = VisitRecorded['data']

const days = ({ from, to, datePrecision }: Visit, effectiveOn: IsoDate): Refusal | null => {
  if (to < from) return refuse('visitEndsAfterItBegins', 'to', `it began on ${from}`)
  if (datePrecision === 'MONTH' && !from.endsWith('-01')) return refuse('wholeMonths', 'from')
  if (datePrecision === 'MONTH' && to !== lastDayOfMonth(to)) return refuse('wholeMonths', 'to', lastDayOfMonth(to))
  return from > effectiveOn ? refuse('visitWasMade', 'effectiveOn', `it began on ${from}`) : null
}

const letter = ({ knownFrom, letterOn, to, from, datePrecision }: Visit): Refusal | null => {
  if ((knownFrom === 'LETTER') !== (letterOn !== null)) return refuse('letterWithItsDate', 'letterOn')
  const ended = datePrecision === 'DAY' ? to : from
  return letterOn !== null && letterOn < ended ? refuse('letterAfterVisit', 'letterOn', `that was on ${ended}`) : null
}

/** What the fields of the entry of a visit say against each other, or against its day: the same for a command and for a corrected entry. */
export const visitIncoherence = (visit: Visit, effectiveOn: IsoDate): Refusal | null =>
  firstRefusal([() => days(visit, effectiveOn), () => letter(visit)])
