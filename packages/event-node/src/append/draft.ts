import type { LiveEvent } from '../live/live-feed.ts'
import type { LogEnd, NewStream, StoredEvent } from '../log/event-log.ts'
import { parseMetadata } from '../log/stream-metadata.ts'
import type { StreamMetadata } from '../log/stream-metadata.ts'
import type { Stream } from '../log/streams.ts'
import { digestOf } from '../log/streams.ts'
import { LONG_MAX } from '../wire/protobuf-writer.ts'
import { encodeFrame } from '../wire/recorded-event.ts'
import type { StreamStanding } from './judge-append.ts'
import type { RecentIds } from './recent-ids.ts'
import type { Seeding } from '../log/seeding.ts'
import type { NewEvent } from './write-request.ts'

/** A stream as it will be once the draft is committed. */
export type DraftStream = {
  readonly stream: Stream
  readonly id: number
  last: number
  tombstoned: boolean
  metadata: StreamMetadata
  hasMetadata: boolean
  /** Events of this draft, by id. */
  readonly ids: Map<string, { revision: number; position: number }>
  /** Events of this draft, in order of revision from `stream.last` + 1. */
  readonly events: { id: string; revision: number; position: number }[]
}

/** What one commit will write. Nothing outside it changes before the commit; `applyDraft` then makes it so. */
export type Draft = {
  nextPosition: number
  nextStreamId: number
  seeding: Seeding
  readonly newStreams: NewStream[]
  readonly stored: StoredEvent[]
  readonly live: LiveEvent[]
  readonly streams: Map<Stream, DraftStream>
}

/** The nearest a number comes to a tombstone's revision, 2^63-1. */
export const TOMBSTONE_REVISION = Number(LONG_MAX)

export function startDraft(end: LogEnd): Draft {
  const { nextPosition, nextStreamId, seeding } = end
  return { nextPosition, nextStreamId, seeding, newStreams: [], stored: [], live: [], streams: new Map() }
}

/** The stream as the draft has it so far. */
export function inDraft(draft: Draft, stream: Stream): DraftStream {
  const known = draft.streams.get(stream)
  if (known !== undefined) return known
  const id = stream.id ?? draft.nextStreamId++
  const { last, tombstoned, metadata, hasMetadata } = stream
  const drafted: DraftStream = { stream, id, last, tombstoned, metadata, hasMetadata, ids: new Map(), events: [] }
  draft.streams.set(stream, drafted)
  return drafted
}

export function standingOf({ last, tombstoned, metadata, hasMetadata }: DraftStream): StreamStanding {
  return { last, tombstoned, softDeleted: metadata.truncateBefore === 'deleted', hasMetadata }
}

/** Adds events to a stream; gives the last one's place. `created` is in 100 ns since 1970. */
export function addEvents(
  draft: Draft,
  target: DraftStream,
  events: readonly NewEvent[],
  created: string,
): { revision: number; position: number } {
  if (target.stream.id === undefined && target.events.length === 0) noteNewStream(draft, target)
  let place = { revision: target.last, position: draft.nextPosition }
  for (const event of events) {
    place = { revision: target.last + 1, position: draft.nextPosition }
    add(draft, target, { ...event, stream: target.stream.name, revision: place.revision, created }, place)
    target.last = place.revision
    target.ids.set(event.id, place)
    target.events.push({ id: event.id, ...place })
  }
  return place
}

export function addTombstone(draft: Draft, target: DraftStream, event: NewEvent, created: string): number {
  if (target.stream.id === undefined && target.events.length === 0) noteNewStream(draft, target)
  const position = draft.nextPosition
  add(draft, target, { ...event, stream: target.stream.name, revision: 'tombstone', created }, { revision: TOMBSTONE_REVISION, position })
  target.tombstoned = true
  return position
}

/** After events were added to a metastream: lets the stream it speaks of have them. */
export function adoptMetadata(draft: Draft, original: DraftStream): void {
  original.metadata = parseMetadata((draft.live.at(-1) as LiveEvent).frame)
  original.hasMetadata = true
}

/** Applies the draft to the committed streams. */
export function applyDraft(draft: Draft, recent: RecentIds): void {
  for (const drafted of draft.streams.values()) {
    const { stream, events } = drafted
    stream.last = drafted.last
    stream.tombstoned = drafted.tombstoned
    stream.metadata = drafted.metadata
    stream.hasMetadata = drafted.hasMetadata
    if (events.length === 0 && !drafted.tombstoned) continue
    stream.id = drafted.id
    for (const { id, revision, position } of events) recent.note(id, { streamId: drafted.id, revision, position })
  }
}

function add(
  draft: Draft,
  target: DraftStream,
  event: Parameters<typeof encodeFrame>[0],
  place: { revision: number; position: number },
): void {
  const frame = encodeFrame(event, place.position)
  const revision = event.revision === 'tombstone' ? LONG_MAX : event.revision
  draft.stored.push({ position: place.position, streamId: target.id, revision, id: event.id, frame })
  draft.live.push({ position: place.position, streamId: target.id, revision: place.revision, frame })
  draft.nextPosition += frame.length
}

function noteNewStream(draft: Draft, { id, stream }: DraftStream): void {
  draft.newStreams.push({ id, digest: digestOf(stream.name), name: stream.name })
}
