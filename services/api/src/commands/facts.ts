import type { IsoDate } from '@outstanding/domain'
import { isIsoDate, parseStream } from '@outstanding/domain'
import type { EventStore, StoredEvent } from '@outstanding/event-store'
import type { View } from '../as-of/read-session.ts'
import type { Context } from '../server/context.ts'
import type { Envelope } from './envelope-input.ts'

/**
 * What a command needs to know of other streams, read from the log itself when it is given: the domain stays pure. Each noun has
 * functions over these for what is asked of its own streams.
 */
export type Facts = Pick<Envelope, 'effectiveOn' | 'onBehalfOf'> & {
  readonly store: EventStore
  readonly today: IsoDate
  /** The read models, for what no single stream says: the parts of an item. */
  view(): Promise<View>
  /** Whether a stream is there, and whether what it holds is made up for illustration. */
  stream(id: string): Promise<Existing | null>
  /** An entry as first recorded; undefined where there is no such entry. */
  entry(stream: string, entry: string): Promise<RecordedEntry | undefined>
}

/** `corrects` is the type of the entry that is corrected in the end, where this is a correction, else its own. */
export type RecordedEntry = { readonly effectiveOn: IsoDate | undefined; readonly corrects: string }

export type Existing = { readonly authority: string; readonly illustrative: boolean }

export const factsFor = ({ store, today, readSession }: Context, { effectiveOn, onBehalfOf }: Envelope): Facts => ({
  store,
  today,
  effectiveOn,
  onBehalfOf,
  view: () => readSession.view(),
  stream: async (id) => {
    const authority = parseStream(id)?.authority
    const [first] = authority ? await store.readStream(id, { maxCount: 1 }) : []
    return authority && first ? { authority, illustrative: isIllustrative(first.metadata) } : null
  },
  entry: async (id, named) => {
    const events = await store.readStream(id)
    const entry = events.find(({ eventId }) => eventId === named)
    return entry && { effectiveOn: dayIn(entry.metadata), corrects: typeCorrected(events, entry) }
  },
})

/** An entry names only earlier ones, so this ends. */
const typeCorrected = (events: readonly StoredEvent[], entry: StoredEvent): string => {
  const named = entry.type === 'EntryCorrected' ? (entry.data as { readonly entry?: unknown }).entry : undefined
  const earlier = events.find(({ eventId, revision }) => eventId === named && revision < entry.revision)
  return earlier === undefined ? entry.type : typeCorrected(events, earlier)
}

const dayIn = (metadata: unknown): IsoDate | undefined =>
  typeof metadata === 'object' && metadata !== null && 'effectiveOn' in metadata && isIsoDate(metadata.effectiveOn)
    ? metadata.effectiveOn
    : undefined

const isIllustrative = (metadata: unknown): boolean =>
  typeof metadata === 'object' && metadata !== null && 'illustrative' in metadata && metadata.illustrative === true
