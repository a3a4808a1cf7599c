export type TimeLimits = {
  /** Aborted when the client has gone or the time is over. */
  readonly signal: AbortSignal
  /** Whether it was the time. */
  isOver(): boolean
  /** Listens no more. */
  end(): void
}

/** What ends a request from outside: its client, and the clock. */
export function limitsOf(client: AbortSignal, maxMs: number): TimeLimits {
  const ending = new AbortController()
  let over = false
  const goes = (): void => ending.abort(new Error('the client has gone'))
  const timer = setTimeout(() => {
    over = true
    ending.abort(new Error('the time is over'))
  }, maxMs)
  if (client.aborted) goes()
  else client.addEventListener('abort', goes)
  return {
    signal: ending.signal,
    isOver: () => over,
    end: () => {
      clearTimeout(timer)
      client.removeEventListener('abort', goes)
    },
  }
}
