/** Measures time since something that this process did, by a clock that nobody can set. */
export type SinceDone = {
  done(): void
  /**
   * Milliseconds since it was done: in this process, or else since `recordedAt`, a time of the wall clock. A time in the future
   * says only that a clock stood wrong: infinitely long ago.
   */
  since(recordedAt: Date): number
}

export function sinceDone(now: () => number = Date.now, monotonicNow: () => number = () => performance.now()): SinceDone {
  let doneAt: number | null = null
  return {
    done: () => void (doneAt = monotonicNow()),
    since(recordedAt) {
      if (doneAt !== null) return monotonicNow() - doneAt
      const since = now() - recordedAt.getTime()
      return since < 0 ? Number.POSITIVE_INFINITY : since
    },
  }
}
