import { defineTable } from '../read-model/read-model.ts'

/** One row a parked stream: its first event that is not projected, and the act by which that is so. */
export type ParkedStreamRow = {
  stream: string
  revision: number
  /** The dense index of that event in the log. */
  index: string
  event_id: string
  type: string
  /** The store's time of the act. */
  parked_at: string
  /** The operator's words, for everybody. */
  note: string
}

export const parkedStreamTable = defineTable<ParkedStreamRow>({
  name: 'parked_stream',
  columns: {
    stream: 'text collate "C" not null',
    revision: 'int not null',
    index: 'bigint not null',
    event_id: 'uuid not null',
    type: 'text collate "C" not null',
    parked_at: 'timestamptz not null',
    note: 'text not null',
  },
  primaryKey: ['stream'],
  indexes: [],
})
