import { parkedStreamTable } from '../parking/table.ts'
import type { ParkedStreamRow } from '../parking/table.ts'
import type { Table } from '../read-model.ts'
import { streamRevisionTable, timelineTable } from './timeline-table.ts'
import type { StreamRevisionRow, TimelineRow } from './timeline-table.ts'

/** What is kept of the log itself: loaded in its order, before anything is derived from it. */
export const logTables: readonly Table[] = [timelineTable, streamRevisionTable, parkedStreamTable]

/** The tables that hold every event once, by name, as a query sees them. */
export type LogTables = {
  timeline: TimelineRow
  stream_revision: StreamRevisionRow
  parked_stream: ParkedStreamRow
}
