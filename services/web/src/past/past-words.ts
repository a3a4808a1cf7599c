import { longDate, longInstant } from '../words/dates.ts'
import { dayFrom } from '../words/dates.ts'
import type { RecordedFragment } from '../queries/queries.ts'
import type { Known, Past } from './past.ts'
import { knownFrom } from './past.ts'

export type PastWords = {
  /** "The position on 14 February 2018" */
  readonly heading: string
  /** What is in it and what is left out, in a sentence. */
  readonly detail: string
  /** For the page's title: "as it stood on 14 February 2018". */
  readonly short: string
}

/** Which past is shown; null for the present. */
export function pastWords(past: Past, recorded: RecordedFragment | null = null): PastWords | null {
  const [asAt, known] = [dayFrom(past.asAt), knownFrom(past.asKnownAt)]
  if (asAt === null && known === null) return null
  if (known === null)
    return {
      heading: `The position on ${longDate(asAt ?? '')}`,
      detail: 'What happened later is left out. What we learned later about the time before is in it: late entries and corrections.',
      short: `as it stood on ${longDate(asAt ?? '')}`,
    }
  const when = whenKnown(known, recorded)
  const leftOut = known.kind === 'DAY' ? 'Whatever was recorded after that day' : 'Whatever was recorded after that moment'
  if (asAt === null)
    return {
      heading: `What was known ${when}`,
      detail: `${leftOut} is left out: new entries, late entries and corrections.`,
      short: `as it was known ${when}`,
    }
  return {
    heading: `The position on ${longDate(asAt)}, as it was known ${when}`,
    detail: `What happened after ${longDate(asAt)} is left out, and whatever was recorded later: late entries and corrections too.`,
    short: `as it stood on ${longDate(asAt)}, as known ${when}`,
  }
}

function whenKnown({ kind, written }: Known, recorded: RecordedFragment | null): string {
  if (kind === 'DAY') return `at the end of ${longDate(written)}`
  if (kind === 'INSTANT') return `on ${longInstant(new Date(written).toISOString())}`
  const at = recorded?.recordedAt ?? null
  return at === null ? `at place ${written} of the log` : `on ${longInstant(at)}, at place ${written} of the log`
}

/** What to say where a past holds nothing because the register was not kept yet; null where it was. */
export function nothingRecorded(past: Past, { recordedAt, recordedFrom }: RecordedFragment): string | null {
  const known = knownFrom(past.asKnownAt)
  if (known === null || recordedAt !== null) return null
  const by = known.kind === 'PLACE' ? `at place ${known.written} of the log` : whenKnown(known, null)
  const since =
    recordedFrom === null
      ? 'Nothing is recorded in this register yet.'
      : `This register has been kept since ${longInstant(recordedFrom)}; what it holds of earlier years was entered then or later.`
  return `Nothing had been recorded yet ${by}. ${since}`
}
