import { longInstant } from '@outstanding/wording'
import type { VerificationPageQuery } from '../queries/queries.ts'

/** What the register found when it last read its own log again. */
export type Verdict = {
  readonly kind: 'good' | 'bad' | 'none'
  readonly heading: string
  readonly words: readonly string[]
}

export function verdictOf({ selfCheck, checkpoint, events }: VerificationPageQuery['verification']): Verdict {
  if (selfCheck === null)
    return { kind: 'none', heading: 'Not checked yet', words: ['The register checks itself within a minute of its first start.'] }
  const when = longInstant(selfCheck.checkedAt)
  const since = Math.max(0, events - selfCheck.events)
  if (!selfCheck.good) return failed(selfCheck)
  return {
    kind: 'good',
    heading: since === 0 ? 'No alteration found' : `No alteration found in the ${entriesWords(selfCheck.events)} checked`,
    words: [
      `${since === 0 ? `All ${entriesWords(selfCheck.events)} match` : `The first ${entriesWords(selfCheck.events)} match`} the record${checkpoint === null ? '' : ' as signed at that time'}. The register last checked itself on ${when}; this took ${duration(selfCheck.tookMs)}.`,
      ...(since === 0
        ? []
        : [
            `The log now has ${entriesWords(events)}. ${since === 1 ? '1 entry has' : `${since.toLocaleString('en-GB')} entries have`} been recorded since that check and ${since === 1 ? 'is' : 'are'} not covered by it.`,
          ]),
    ],
  }
}

function failed(check: NonNullable<VerificationPageQuery['verification']['selfCheck']>): Verdict {
  const found = `The register checked itself on ${longInstant(check.checkedAt)} and found a fault: ${check.problem ?? 'no reason given'}.`
  return {
    kind: 'bad',
    heading: 'The log has been altered or damaged',
    words: [
      found,
      check.differsAt === null
        ? 'The entries themselves match what was recorded.'
        : `The first ${entriesWords(check.differsAt)} match what was recorded; the next one does not.`,
    ],
  }
}

export const entriesWords = (count: number): string => `${count.toLocaleString('en-GB')} ${count === 1 ? 'entry' : 'entries'}`

const duration = (ms: number): string =>
  ms < 1_000
    ? 'less than a second'
    : `${Math.round(ms / 1_000).toLocaleString('en-GB')} ${Math.round(ms / 1_000) === 1 ? 'second' : 'seconds'}`
