import { parseStream, removalIn } from '@outstanding/domain'
import { setTimeout as sleep } from 'node:timers/promises'
import type { EventBatch, EventStore } from '@outstanding/event-store'
import { EventStoreError, comparePositions } from '@outstanding/event-store'
import { CannotBeUndoneError } from '../../commands/undo-entry.ts'
import type { ErasuresFinished, PersonKeys } from '@outstanding/identity'

export type Erasing = {
  readonly store: EventStore
  readonly keys: PersonKeys
  readonly texts: { destroy(entries: readonly string[]): Promise<void>; destroyAgain(): Promise<number> }
  readonly finished: ErasuresFinished
  /** What else is finished from the log alone, event by event: doing it again changes nothing. */
  settle(event: EventBatch['events'][number]): Promise<void>
  /** Ends it. */
  readonly signal: AbortSignal
  report(line: string, error?: unknown): void
}

const eventsAtOnce = 1_000
const retryMs = 5_000

/**
 * Follows the log and deletes the key of everybody whose erasure it contains, and of every entry whose texts it removes, even if the program that recorded it
 * ended: the event alone decides. Goes on from where the keys themselves say that it came, so that keys which a backup brought
 * back are deleted again. Never rejects: what fails is reported and tried again until the signal.
 */
export async function finishErasures(erasing: Erasing): Promise<void> {
  const { keys, texts, signal, report } = erasing
  while (!signal.aborted) {
    try {
      const again = await keys.eraseAgain()
      if (again > 0) report(`${again} keys of erased persons had come back, and were deleted again`)
      const texted = await texts.destroyAgain()
      if (texted > 0) report(`${texted} keys of removed texts had come back, and were destroyed again`)
      await follow(erasing)
    } catch (error) {
      report('erasures could not be finished yet', error)
      await sleep(retryMs, undefined, { signal }).catch(() => {})
    }
  }
}

async function follow({ store, keys, texts, finished, settle, signal, report }: Erasing): Promise<void> {
  const after = await startOf(store, finished)
  let unkept = 0
  let isComplete = true
  for await (const batch of store.subscribeToAll({ after, signal, maxBatch: eventsAtOnce })) {
    const erased = erasedIn(batch)
    const removed = batch.events.flatMap((event) => removalIn(event)?.entry ?? [])
    // First, so that nobody's erasure waits for what cannot be settled.
    for (const person of erased) await keys.erase(person)
    await texts.destroy(removed)
    for (const event of batch.events)
      await settle(event).catch((error: unknown) => {
        if (error instanceof CannotBeUndoneError) {
          // Trying again would not help.
          report('an entry that the order of the log forbids stays as it is', error)
        } else if (isUnreadable(error)) {
          // The next start tries again from before it: a later release may read it.
          isComplete = false
          report(`what follows from the entry ${event.eventId} of ${event.stream} waits for a release that can read its items`, error)
        } else throw error
      })
    unkept += batch.events.length
    if (!isComplete || batch.through === null || (erased.length + removed.length === 0 && unkept < eventsAtOnce)) continue
    await finished.keep(batch.through)
    unkept = 0
  }
}

const isUnreadable = (error: unknown): boolean => error instanceof EventStoreError && error.kind === 'invalid'

/** After the log was restored to an earlier state, it is read again. */
async function startOf(store: EventStore, finished: ErasuresFinished): Promise<string | undefined> {
  const [done, head] = [await finished.upTo(), await store.head()]
  if (done === null) return undefined
  if (head !== null && comparePositions(head, done) >= 0) return done
  await finished.keep('0', true)
  return undefined
}

const erasedIn = ({ events }: EventBatch): readonly string[] =>
  events.flatMap(({ type, stream }) => {
    const parsed = type === 'PersonErased' ? parseStream(stream) : null
    return parsed?.aggregate === 'person' ? [parsed.id] : []
  })
