import type { Fact, Recorded } from '@outstanding/domain'
import type { ClientBase } from 'pg'
import type { History, Row } from '../read-model.ts'
import { qualified } from '../schema/quote.ts'
import type { TimelineRow } from './table.ts'
import { streamRevisionTable, timelineTable } from './table.ts'

export type Event = Recorded<Fact<string, unknown>>
/** An event with its place in the whole log and the time at which it is taken as recorded. */
export type IndexedEvent = { readonly index: number; readonly event: Event }

export const timelineRow = ({ index, event }: IndexedEvent): Row => ({
  stream: event.stream,
  revision: event.revision,
  index,
  position: event.position,
  event_id: event.eventId,
  type: event.type,
  effective_on: event.metadata.effectiveOn,
  recorded_at: event.recordedAt,
  data: event.data as object,
  metadata: event.metadata,
})

/** What the timeline selects to give an event back. */
const entryColumns = 'stream, revision, position, event_id, type, effective_on, recorded_at, data, metadata'

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

/** The whole histories of some streams, from the rows of this transaction. */
export async function readHistories(client: ClientBase, schema: string, streams: readonly string[]): Promise<History[]> {
  if (streams.length === 0) return []
  const { rows } = await client.query<TimelineRow>(
    `select ${entryColumns} from ${qualified(schema, timelineTable.name)} where stream = any ($1::text[]) order by stream, revision`,
    [streams],
  )
  return historiesOf(rows)
}

/** The same of the first so many streams after a name and before another, by their names. */
export async function readHistoriesBetween(
  client: ClientBase,
  schema: string,
  { from, to, streams }: { readonly from: string; readonly to: string; readonly streams: number },
): Promise<History[]> {
  const { rows } = await client.query<TimelineRow>(
    `select ${entryColumns} from ${qualified(schema, timelineTable.name)} where stream in (
       select stream from ${qualified(schema, streamRevisionTable.name)} where stream > $1 and stream < $2 order by stream limit $3
     ) order by stream, revision`,
    [from, to, streams],
  )
  return historiesOf(rows)
}

const historiesOf = (rows: readonly TimelineRow[]): History[] =>
  [...Map.groupBy(rows, ({ stream }) => stream)].map(([stream, ofStream]) => ({ stream, events: ofStream.map(eventOf) }))
