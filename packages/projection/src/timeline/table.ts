import type { EventMetadata } from '@outstanding/domain'
import { defineTable } from '../read-model/read-model.ts'

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
  /** What the log is searched by, out of the metadata: who typed it, for which authority, in which request, because of which entry. */
  actor: string
  authority: string
  correlation_id: string
  /** Null where nothing but its own command caused it. */
  causation_id: string | null
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
    actor: 'text collate "C" not null',
    authority: 'text collate "C" not null',
    correlation_id: 'text collate "C" not null',
    causation_id: 'text collate "C"',
    data: 'json not null',
    metadata: 'json not null',
  },
  primaryKey: ['stream', 'revision'],
  // Each way to search the log gives its entries in the log's order, so that a page is read and no more.
  earlyIndexes: ['(recorded_at, index)', '(index) include (effective_on)', '(position)'],
  indexes: [
    '(event_id)',
    '(type, index)',
    '(authority, index)',
    '(actor, index)',
    '(effective_on, index)',
    '(correlation_id, index)',
    '(causation_id, index) where causation_id is not null',
  ],
})

export type StreamRevisionRow = { stream: string; revision: number }

/** The last revision of every stream of the log, ours or not: what continuity is checked against. */
export const streamRevisionTable = defineTable<StreamRevisionRow>({
  name: 'stream_revision',
  columns: { stream: 'text collate "C" not null', revision: 'int not null' },
  primaryKey: ['stream'],
  indexes: [],
})
