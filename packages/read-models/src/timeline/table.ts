import type { EventMetadata } from '@outstanding/domain'
import { defineTable } from '../read-model.ts'

/** One row an event of our own types. `json` and not `jsonb`: it keeps what the log says, letter by letter. */
export type TimelineRow = {
  stream: string
  revision: number
  /** The dense index of the log. */
  index: string
  position: string
  event_id: string
  type: string
  effective_on: string
  /** The running maximum of the store's times. */
  recorded_at: string
  data: unknown
  metadata: EventMetadata
}

export const timelineTable = defineTable<TimelineRow>({
  name: 'timeline',
  columns: {
    stream: 'text collate "C" not null',
    revision: 'int not null',
    index: 'bigint not null',
    position: 'bigint not null',
    event_id: 'uuid not null',
    type: 'text collate "C" not null',
    effective_on: 'date not null',
    recorded_at: 'timestamptz not null',
    data: 'json not null',
    metadata: 'json not null',
  },
  primaryKey: ['stream', 'revision'],
  indexes: ['(recorded_at, index)', '(position)'],
})

export type StreamRevisionRow = { stream: string; revision: number }

/** The last revision of every stream of the log, ours or not: what continuity is checked against. */
export const streamRevisionTable = defineTable<StreamRevisionRow>({
  name: 'stream_revision',
  columns: { stream: 'text collate "C" not null', revision: 'int not null' },
  primaryKey: ['stream'],
  indexes: [],
})
