const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?'
const YEAR = '((?:19|20)\\d{2})'
const TO = '\\s*(?:–|-|—|to|and)\\s*'

const FULL = new RegExp(`\\b${DAY} ${MONTH}\\.?,? ${YEAR}\\b`, 'i')
const AMERICAN = new RegExp(`\\b${MONTH} ${DAY}, ${YEAR}\\b`, 'i')
const MONTH_YEAR = new RegExp(`\\b${MONTH} ${YEAR}\\b`, 'i')
const ISO = /\b((?:19|20)\d{2})-(\d{2})-(\d{2})\b/
const NUMERIC = /\b(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)\d{2})\b/

const month = (name: string | undefined) => MONTHS.findIndex((m) => m.startsWith((name ?? '').toLowerCase().slice(0, 3))) + 1
const two = (n: number | string) => String(n).padStart(2, '0')
const iso = (year: string | undefined, m: number, day: string | undefined) =>
  year && m && day && Number(day) <= 31 ? `${year}-${two(m)}-${two(day)}` : null

/** The first date of a text, ISO, as exact as printed: a day, or a month ("2007-04"). British order where it is in figures. */
export function dateIn(text: string): string | null {
  const found = [
    at(FULL.exec(text), (m) => iso(m[3], month(m[2]), m[1])),
    at(AMERICAN.exec(text), (m) => iso(m[3], month(m[1]), m[2])),
    at(ISO.exec(text), (m) => m[0] ?? null),
    at(NUMERIC.exec(text), (m) => (Number(m[2]) <= 12 ? iso(m[3], Number(m[2]), m[1]) : null)),
  ].filter((d) => d !== null)
  const first = found.sort((a, b) => a.index - b.index)[0]
  if (first) return first.date
  const loose = MONTH_YEAR.exec(text)
  return loose?.[2] ? `${loose[2]}-${two(month(loose[1]))}` : null
}

function at(match: RegExpExecArray | null, read: (m: RegExpExecArray) => string | null): { index: number; date: string } | null {
  const date = match ? read(match) : null
  return match && date ? { index: match.index, date } : null
}

const SPANS: { pattern: RegExp; read: (m: RegExpExecArray) => [string | null, string | null] }[] = [
  // "16 September 2014 – 8 October 2014", "23 September to 27 September 2024", "7-18 June 2010".
  {
    pattern: new RegExp(`${DAY} ${MONTH} ${YEAR}${TO}${DAY} ${MONTH} ${YEAR}`, 'i'),
    read: (m) => [iso(m[3], month(m[2]), m[1]), iso(m[6], month(m[5]), m[4])],
  },
  {
    pattern: new RegExp(`${DAY} ${MONTH}${TO}${DAY} ${MONTH} ${YEAR}`, 'i'),
    read: (m) => [iso(m[5], month(m[2]), m[1]), iso(m[5], month(m[4]), m[3])],
  },
  {
    pattern: new RegExp(`${DAY}${TO}${DAY} ${MONTH} ${YEAR}`, 'i'),
    read: (m) => [iso(m[4], month(m[3]), m[1]), iso(m[4], month(m[3]), m[2])],
  },
]

/** "7-18 June 2010": first and last day. A single day is both. */
export function spanIn(text: string): [string, string] | null {
  for (const { pattern, read } of SPANS) {
    const match = pattern.exec(text)
    const [from, to] = match ? read(match) : [null, null]
    if (from && to) return [from, to]
  }
  const day = dateIn(text)
  return day && day.length === 10 ? [day, day] : null
}

/** "Between 20 and 24 June" with the year elsewhere: completed from a date of the same document. */
export function spanWithoutYear(text: string, year: string | null): [string, string] | null {
  const match = year ? new RegExp(`\\b${DAY}(?: ${MONTH})?${TO}${DAY} ${MONTH}\\b(?! \\d{4})`, 'i').exec(text) : null
  if (!match || !year) return null
  const from = iso(year, month(match[2] ?? match[4]), match[1])
  const to = iso(year, month(match[4]), match[3])
  return from && to ? [from, to] : null
}
