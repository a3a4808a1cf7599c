import { setTimeout as sleep } from 'node:timers/promises'
import { NoAnswerInTime } from './failures.ts'

/** 50, 100, 200 ... ms, at most `cap`. */
export const backoffMs = (attempt: number, cap = 5000): number => Math.min(cap, 50 * 2 ** Math.min(attempt, 20))

/** The promise's outcome, or `NoAnswerInTime`. A late outcome is swallowed: nobody waits for it any more. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NoAnswerInTime(ms)), ms)
  })
  work.catch(() => {})
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

/** Waits, but not after the signal. */
export async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  await sleep(ms, undefined, signal ? { signal } : {}).catch(() => {})
}
