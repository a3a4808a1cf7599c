import type { AllStreamSubscription, ResolvedEvent, StreamSubscription } from '@eventstore/db-client'

/** A subscription that is opened again, from the last event seen, whenever it ends with an error; how a program is to use any server. */
export type Resuming = {
  readonly events: ResolvedEvent[]
  /** What ended it so far. */
  readonly errors: (Error & { readonly type?: string; readonly code?: number })[]
  readonly current: () => StreamSubscription | AllStreamSubscription
  stop(): Promise<void>
}

/** `open` is given the last event seen, undefined at first. */
export function resuming(
  open: (last: ResolvedEvent | undefined) => StreamSubscription | AllStreamSubscription,
  isWanted: (event: ResolvedEvent) => boolean = () => true,
): Resuming {
  const [events, errors]: [ResolvedEvent[], Resuming['errors']] = [[], []]
  let last: ResolvedEvent | undefined
  let isOver = false
  let current: StreamSubscription | AllStreamSubscription
  const begin = (): void => {
    current = open(last)
    current.on('data', (event: ResolvedEvent) => {
      last = event
      if (isWanted(event)) events.push(event)
    })
    current.on('error', (error: Error) => {
      errors.push(error)
      if (!isOver) begin()
    })
  }
  begin()
  return {
    events,
    errors,
    current: () => current,
    async stop() {
      isOver = true
      await current.unsubscribe()
    },
  }
}
