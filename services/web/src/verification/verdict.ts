import { longInstant } from '../words/dates.ts'
import type { VerificationPageQuery } from '../queries/queries.ts'

/** What the register found when it last read its own log again. */
export type Verdict = {
  readonly kind: 'good' | 'bad' | 'none'
  readonly heading: string
  readonly words: readonly string[]
}

export function verdictOf({ selfCheck, checkpoint }: VerificationPageQuery['verification']): Verdict {
  if (selfCheck === null)
    return {
      kind: 'none',
      heading: 'Not checked yet',
      words: ['The register checks itself within a minute of its first start.'],
    }
  const when = longInstant(selfCheck.checkedAt)
  const took = `It took ${duration(selfCheck.tookMs)}.`
  if (selfCheck.good)
    return {
      kind: 'good',
      heading: 'Nothing was found altered, added or taken away',
      words: [
        `The register last read its whole log again on ${when}: ${events(selfCheck.events)}, each the one that was recorded${checkpoint === null ? '' : ', and the newest checkpoint of then was signed for these very events'}. ${took}`,
      ],
    }
  return {
    kind: 'bad',
    heading: 'The log is not what was recorded',
    words: [
      `The register last read its whole log again on ${when}, and found a fault: ${selfCheck.problem ?? 'it is not named'}.`,
      selfCheck.differsAt === null
        ? 'The events themselves are the ones that were recorded.'
        : `The first ${events(selfCheck.differsAt)} are the ones that were recorded; the next one is not. ${took}`,
    ],
  }
}

export const events = (count: number): string => `${count.toLocaleString('en-GB')} ${count === 1 ? 'event' : 'events'}`

const duration = (ms: number): string =>
  ms < 1_000
    ? 'less than a second'
    : `${Math.round(ms / 1_000).toLocaleString('en-GB')} ${Math.round(ms / 1_000) === 1 ? 'second' : 'seconds'}`
