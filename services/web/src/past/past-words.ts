import { longDate, longInstant } from '@outstanding/wording'
import { dayFrom } from '@outstanding/wording'
import type { RecordedFragment } from '../queries/queries.ts'
import type { Known, Past } from './past.ts'
import { knownFrom } from './past.ts'

export type PastWords = {
  /** "Position on 14 February 2018" */
  readonly heading: string
  /** In the middle of a sentence: "14 February 2018". */
  readonly name: string
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
      heading: `Position on ${longDate(asAt ?? '')}`,
      name: longDate(asAt ?? ''),
      detail: 'Events after that day are not shown. Late entries and corrections about that period are included.',
      short: `position on ${longDate(asAt ?? '')}`,
    }
  const when = whenKnown(known, recorded)
  const leftOut = known.kind === 'DAY' ? 'Records made after that day are not shown' : 'Records made after that time are not shown'
  if (asAt === null)
    return {
      heading: `Using records made up to ${when}`,
      name: `records made up to ${when}`,
      detail: `${leftOut}, including late entries and corrections.`,
      short: `using records made up to ${when}`,
    }
  return {
    heading: `Position on ${longDate(asAt)}, using records made up to ${when}`,
    name: `${longDate(asAt)} (using records made up to ${when})`,
    detail: `Events after ${longDate(asAt)} are not shown. ${leftOut}, including late entries and corrections.`,
    short: `position on ${longDate(asAt)}, using records made up to ${when}`,
  }
}

function whenKnown({ kind, written }: Known, recorded: RecordedFragment | null): string {
  if (kind === 'DAY') return `the end of ${longDate(written)}`
  if (kind === 'INSTANT') return longInstant(new Date(written).toISOString())
  const at = recorded?.lastRecordedAt ?? null
  return at === null ? `log position ${written}` : `${longInstant(at)} (log position ${written})`
}

/** What to say where a past holds nothing because the register was not kept yet; null where it was. */
export function nothingRecorded(past: Past, { lastRecordedAt, firstRecordedAt }: RecordedFragment): string | null {
  const known = knownFrom(past.asKnownAt)
  if (known === null || lastRecordedAt !== null) return null
  const by = known.kind === 'PLACE' ? `log position ${known.written}` : whenKnown(known, null)
  const since =
    firstRecordedAt === null
      ? 'This register is empty.'
      : `This register started on ${longInstant(firstRecordedAt)}. Entries about earlier years were recorded then or later.`
  return `Nothing had been recorded by ${by}. ${since}`
}
