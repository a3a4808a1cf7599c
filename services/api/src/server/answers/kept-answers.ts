import type { Stamp } from '@outstanding/projection'
import { createWeighedCache } from '../limits/weighed-cache.ts'

/** An answer as it was sent. */
export type KeptAnswer = { readonly contentType: string; readonly body: string }

/** What an answer holds for: these rows, and no longer than until `until` (of `performance.now()`), when the clock changes what is public. */
export type HoldsFor = { readonly stamp: Stamp; readonly until: number }

/** Answers to the public, each kept for as long as what it was read from stands. */
export type KeptAnswers = {
  /** By the stamp of what is current: those of any other are forgotten. */
  find(key: string, stamp: Stamp, now: number): KeptAnswer | undefined
  keep(key: string, answer: KeptAnswer, holdsFor: HoldsFor): void
  weight(): number
}

type Kept = KeptAnswer & { readonly until: number }

const bytesOfEntry = 300

export function createKeptAnswers(maxBytes: number): KeptAnswers {
  const answers = createWeighedCache<Kept>(maxBytes, (key, { body }) => bytesOfEntry + 2 * (key.length + body.length))
  let current: Stamp | null = null
  const moveTo = (stamp: Stamp): void => {
    if (stamp === current) return
    answers.clear()
    current = stamp
  }
  return {
    find(key, stamp, now) {
      moveTo(stamp)
      const found = answers.get(key)
      return found && now < found.until ? found : undefined
    },
    keep(key, answer, { stamp, until }) {
      // Read from a view that is older or newer than what was last looked at: the next request reads it afresh.
      if (stamp === current) answers.keep(key, { ...answer, until })
    },
    weight: () => answers.weight(),
  }
}
