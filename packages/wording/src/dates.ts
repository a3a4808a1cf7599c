const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const short = months.map((name) => name.slice(0, 3).toLowerCase())

/** `2026-06-04` as "4 June 2026"; of a date that is not known to the day what is known, `2026-06` as "June 2026" and `2026` as "2026". */
export function longDate(iso: string): string {
  const { year, month, day } = partsOf(iso)
  if (/^\d{4}$/.test(iso)) return String(year)
  if (/^\d{4}-\d\d$/.test(iso)) return `${months[month - 1]} ${year}`
  return `${day} ${months[month - 1]} ${year}`
}

/** A date as exactly as it is known: with MONTH the month and with YEAR the year, of which it is the last day. */
export const dateWords = (iso: string, precision: 'DAY' | 'MONTH' | 'YEAR'): string => longDate(iso.slice(0, shownLength[precision] ?? 10))

const shownLength: Readonly<Record<string, number>> = { MONTH: 7, YEAR: 4 }

/** A sentence whose dates are written as ISO, with its dates as people write them. */
export const withLongDates = (words: string): string => words.replace(/\b\d{4}-\d\d-\d\d\b/g, longDate)

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h12',
  day: 'numeric',
  month: 'numeric',
  year: 'numeric',
})

/** An instant as a London reader says it: "4 June 2026 at 9:32am". */
export function longInstant(iso: string): string {
  const parts = Object.fromEntries(clock.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]))
  const hour = Number(parts['hour']) % 12 || 12
  const half = (parts['dayPeriod'] ?? '').toLowerCase().replaceAll('.', '').replaceAll(' ', '')
  return `${Number(parts['day'])} ${months[Number(parts['month']) - 1]} ${parts['year']} at ${hour}:${parts['minute']}${half}`
}

/** The day so many days before another, as ISO. */
export const daysBefore = (iso: string, count: number): string =>
  new Date(Date.parse(iso) - count * millisecondsInDay).toISOString().slice(0, 10)

/** "1 day", "290 days". */
export const daysWords = (count: number): string => counted(count, 'day')

const counted = (count: number, unit: string): string => `${count.toLocaleString('en-GB')} ${unit}${count === 1 ? '' : 's'}`

/**
 * How long it is from one day to a later one: "290 days", and from a year on in whole years and months, "19 years 11 months". The days
 * are ISO.
 */
export function elapsedWords(from: string, to: string): string {
  const [start, end] = [partsOf(from), partsOf(to)]
  const whole = (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day ? 1 : 0)
  if (whole < 12) return daysWords(Math.round((Date.parse(to) - Date.parse(from)) / millisecondsInDay))
  const [years, rest] = [Math.floor(whole / 12), whole % 12]
  return rest === 0 ? counted(years, 'year') : `${counted(years, 'year')} ${counted(rest, 'month')}`
}

const millisecondsInDay = 86_400_000

function partsOf(iso: string): { readonly year: number; readonly month: number; readonly day: number } {
  const [year = 0, month = 1, day = 1] = iso.slice(0, 10).split('-').map(Number)
  return { year, month, day }
}

/** A day as people type it (`31/3/2018`, `31.3.2018`, `31 March 2018`, `2018-03-31`) as ISO; null where there is no such day. */
export function dayFrom(typed: string): string | null {
  const text = typed.trim().toLowerCase()
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  if (iso) return existing(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const british = /^(\d{1,2})[/.\s-]+(\d{1,2})[/.\s-]+(\d{4})$/.exec(text)
  if (british) return existing(Number(british[3]), Number(british[2]), Number(british[1]))
  const named = /^(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4})$/.exec(text)
  const month = named ? months.findIndex((name, n) => name.toLowerCase() === named[2] || short[n] === named[2]) + 1 : 0
  return named && month > 0 ? existing(Number(named[3]), month, Number(named[1])) : null
}

function existing(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  if (year < 1900 || year > 2200 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  return date.toISOString().slice(0, 10)
}
