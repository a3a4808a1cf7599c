/** LRE, RLE, LRO, RLO begin and PDF ends them; LRI, RLI, FSI begin and PDI ends them (Unicode Standard Annex 9). */
const embeddings = '\u202A\u202B\u202D\u202E'
const isolates = '\u2066\u2067\u2068'
const [endOfEmbedding, endOfIsolate, firstStrongIsolate] = ['\u202C', '\u2069', '\u2068']

/** Direction marks, and letters that are written from right to left. Every other text reads the same wherever it stands. */
const hasDirection =
  /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u

/**
 * A text that somebody wrote, ready to stand among other words: its direction ends with it, as do unfinished direction marks. Marks that
 * end nothing are left out. A text that has nothing of the kind stays as it is, and one that is isolated already does too.
 */
export function isolated(text: string): string {
  if (!hasDirection.test(text)) return text
  const whole = balanced(text)
  return isOneIsolate(whole) ? whole : `${firstStrongIsolate}${whole}${endOfIsolate}`
}

/** Every text within a value: of an event's data, of an answer. Keys stay as they are, and what stands under one of `except`. */
export function isolatedWithin<Value>(value: Value, except: ReadonlySet<string> = new Set()): Value {
  return within(value, except) as Value
}

function within(value: unknown, except: ReadonlySet<string>): unknown {
  if (typeof value === 'string') return isolated(value)
  if (Array.isArray(value)) return value.map((item) => within(item, except))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, except.has(key) ? item : within(item, except)]))
}

/** Every mark that begins something ends, in the right order, and none ends what it did not begin. */
export function balanced(text: string): string {
  const open: string[] = []
  let whole = ''
  for (const letter of text) {
    if (embeddings.includes(letter) || isolates.includes(letter)) open.push(letter)
    else if (letter === endOfEmbedding && !endsEmbedding(open)) continue
    else if (letter === endOfIsolate && !endsIsolate(open)) continue
    whole += letter
  }
  return whole + open.toReversed().map(endOf).join('')
}

/** What begins with the first letter of a balanced text ends with its last. */
function isOneIsolate(text: string): boolean {
  if (!text.startsWith(firstStrongIsolate) || !text.endsWith(endOfIsolate)) return false
  let depth = 0
  for (const [index, letter] of Array.from(text.slice(0, -1)).entries()) {
    depth += isolates.includes(letter) ? 1 : letter === endOfIsolate ? -1 : 0
    if (depth === 0 && index > 0) return false
  }
  return true
}

const endOf = (opened: string): string => (isolates.includes(opened) ? endOfIsolate : endOfEmbedding)

function endsEmbedding(open: string[]): boolean {
  const last = open.at(-1)
  if (last === undefined || isolates.includes(last)) return false
  open.pop()
  return true
}

/** Ends the embeddings within the isolate too. */
function endsIsolate(open: string[]): boolean {
  const begun = open.findLastIndex((letter) => isolates.includes(letter))
  if (begun === -1) return false
  open.length = begun
  return true
}
