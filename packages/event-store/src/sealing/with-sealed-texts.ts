import type { EntryCorrected, Registry } from '@outstanding/domain'
import type { EventStore, NewEvent } from '../port.ts'
import type { EntryKeys } from './entry-keys.ts'
import { openEvents } from './open-events.ts'
import { sealEvent } from './sealed-event.ts'

type Declared = Pick<Registry, 'declarations' | 'isFactType'>

/**
 * The same log for who has the keys: what is appended is sealed under a key of its own for each entry, what is read is opened. Proofs and
 * exports read the log without it, because a leaf is of the event as stored.
 */
export function withSealedTexts(store: EventStore, keys: EntryKeys, registry: Declared): EventStore {
  /** The types of what a correction corrects: of the entry named, and so on while that is a correction too. */
  async function correctedBy(stream: string, event: NewEvent): Promise<readonly string[]> {
    if (event.type !== 'EntryCorrected') return []
    const events = new Map((await store.readStream(stream)).map((stored) => [stored.eventId, stored]))
    const types: string[] = []
    let next = events.get(entryOf(event.data))
    while (next !== undefined && types.length < events.size) {
      types.push(next.type)
      next = next.type === 'EntryCorrected' ? events.get(entryOf(next.data)) : undefined
    }
    return types
  }

  async function sealed(stream: string, events: readonly NewEvent[]): Promise<readonly NewEvent[]> {
    const ours = events.filter(({ type }) => registry.isFactType(type))
    if (ours.length === 0) return events
    const made = await keys.make(ours.map(({ eventId }) => eventId))
    const keyOf = new Map(ours.map(({ eventId }, index) => [eventId, made[index]]))
    const result: NewEvent[] = []
    for (const event of events) {
      const key = keyOf.get(event.eventId)
      const corrected = await correctedBy(stream, event)
      result.push(key === undefined ? event : sealEvent(stream, event, { registry, corrected, key }))
    }
    return result
  }

  return {
    append: async (stream, expected, events, options) => store.append(stream, expected, await sealed(stream, events), options),
    readStream: async (stream, options) => openEvents(keys, await store.readStream(stream, options)),
    async readAll(options) {
      const page = await store.readAll(options)
      return { ...page, events: await openEvents(keys, page.events) }
    },
    head: (options) => store.head(options),
    async *subscribeToAll(options) {
      for await (const batch of store.subscribeToAll(options)) yield { ...batch, events: await openEvents(keys, batch.events) }
    },
    close: () => store.close(),
  }
}

/** An id is plain: it is not free text. */
const entryOf = (data: unknown): string => String((data as Partial<EntryCorrected['data']> | null)?.entry)
