import type { EventMetadata, Fact, Recorded } from '@outstanding/domain'
import type { ClientBase } from 'pg'
import type { History, IndexedEvent, Row } from '../read-model/read-model.ts'
import type { Schemas } from '../database/schemas.ts'
import { placed } from '../database/schemas.ts'
import type { TimelineRow } from './table.ts'
import { timelineTable } from './table.ts'

export type Event = Recorded<Fact<string, unknown>>

export const timelineRow = ({ index, event }: IndexedEvent): Row => ({
  stream: event.stream,
  revision: event.revision,
  index,
  position: event.position,
  event_id: event.eventId,
  type: event.type,
  effective_on: event.metadata.effectiveOn,
  recorded_at: event.recordedAt,
  actor: event.metadata.actor.id,
  authority: event.metadata.authority,
  correlation_id: event.metadata.correlationId,
  causation_id: event.metadata.causationId === event.metadata.commandId ? null : event.metadata.causationId,
  data: event.data as object,
  metadata: event.metadata,
})

export const eventOf = (row: TimelineRow): Event => ({
  type: row.type,
  data: row.data,
  eventId: row.event_id,
  stream: row.stream,
  revision: row.revision,
  position: row.position,
  recordedAt: row.recorded_at,
  metadata: row.metadata,
})

/** Puts entries in the place of those of the same revision: their texts were removed. */
export async function rewriteEntries(client: ClientBase, schemas: Schemas, events: readonly Event[]): Promise<void> {
  for (const { stream, revision, data, metadata } of events)
    await client.query(`update ${placed(schemas, timelineTable)} set data = $3, metadata = $4 where stream = $1 and revision = $2`, [
      stream,
      revision,
      JSON.stringify(data),
      JSON.stringify(metadata),
    ])
}

/** What is selected to give an event back; with its cells by name, the same takes notably longer. */
const entryColumns = 'stream, revision, index, position, event_id, type, recorded_at, data, metadata'
type EntryCells = [string, number, string, string, string, string, string, unknown, EventMetadata]

const indexedEventOf = ([stream, revision, index, position, eventId, type, recordedAt, data, metadata]: EntryCells): IndexedEvent => ({
  index: Number(index),
  event: { type, data, eventId, stream, revision, position, recordedAt, metadata },
})

/** The whole histories of some streams, from the rows of this transaction, in the order given. */
export async function readHistories(client: ClientBase, schemas: Schemas, streams: readonly string[]): Promise<History[]> {
  if (streams.length === 0) return []
  const { rows } = await client.query<EntryCells>({
    text: `select ${entryColumns} from ${placed(schemas, timelineTable)} where stream = any ($1::text[])`,
    values: [streams],
    rowMode: 'array',
  })
  // Few rows a stream, and most in order already: sorted here sooner than by the server.
  const byStream = Map.groupBy(rows.map(indexedEventOf), ({ event }) => event.stream)
  return streams.flatMap((stream) => {
    const events = byStream.get(stream)
    return events ? [{ stream, events: events.sort((a, b) => a.index - b.index) }] : []
  })
}

/** Entries of some types in the order of the log, from a place on. */
export async function readEntriesOf(
  client: ClientBase,
  schemas: Schemas,
  { types, from, maxCount }: { readonly types: readonly string[]; readonly from: number; readonly maxCount: number },
): Promise<readonly IndexedEvent[]> {
  const { rows } = await client.query<EntryCells>({
    text: `select ${entryColumns} from ${placed(schemas, timelineTable)} where type = any ($1::text[]) and index >= $2 order by index limit $3`,
    values: [types, from, maxCount],
    rowMode: 'array',
  })
  return rows.map(indexedEventOf)
}

/** Every type of which there is an entry. */
export async function typesOfEntries(client: ClientBase, schemas: Schemas): Promise<readonly string[]> {
  const { rows } = await client.query<{ type: string }>(`select distinct type from ${placed(schemas, timelineTable)} order by type`)
  return rows.map(({ type }) => type)
}
