export { rowsIn } from './bitemporal/rows-in.ts'
export { versionTableName, versionsTableOf } from './bitemporal/tables.ts'
export type { Event } from './log-tables/entries.ts'
export { eventOf } from './log-tables/entries.ts'
export type { StreamRevisionRow, TimelineRow } from './log-tables/timeline-table.ts'
export { streamRevisionTable, timelineTable } from './log-tables/timeline-table.ts'
export type { Parked, Parking } from './parking/parking.ts'
export type { ParkedStream } from './parking/queries.ts'
export { listParked, parkedByStream } from './parking/queries.ts'
export type { ParkedStreamRow } from './parking/table.ts'
export { parkedStreamTable } from './parking/table.ts'
export type { SwitchOptions, Switched } from './position/build.ts'
export {
  beginBuild,
  beginEmpty,
  countByStreams,
  dropOutdated,
  forget,
  lockBuilds,
  placeBuild,
  recordDigests,
  switchTo,
  unlockBuilds,
} from './position/build.ts'
export type { Current, Halt, Poison, Progress } from './position/progress.ts'
export { readCurrent, recordHalt, takeEpoch } from './position/progress.ts'
export { ensureStableSchema, namesCollation } from './position/stable-schema.ts'
export type { BulkLoad } from './projection/load-in-bulk.ts'
export { loadInBulk } from './projection/load-in-bulk.ts'
export type { LogBatch, LogEvent } from './projection/log-event.ts'
export type { Keep, Projected } from './projection/project-batch.ts'
export { projectBatch } from './projection/project-batch.ts'
export type { ReadModel, Table } from './read-model.ts'
export { defineReadModel, defineTable } from './read-model.ts'
export { connectionConfig } from './reading/connection.ts'
export type { OpenSnapshot, ProjectionStatus, ReadModels } from './reading/open-read-models.ts'
export { NotProjectedError, openReadModels } from './reading/open-read-models.ts'
export type { KeyShape, Keys, Page, PageRequest, PageResult } from './reading/page.ts'
export { readWindow, toPage } from './reading/page.ts'
export { OverloadedError } from './reading/places.ts'
export { ReadingEndedError } from './reading/session.ts'
export type { Snapshot } from './reading/snapshot.ts'
export { asKnownAt, asKnownNow } from './reading/snapshot.ts'
export type { QueryResult } from './replayed/query-replayed.ts'
export { queryReplayed } from './replayed/query-replayed.ts'
export type { Reader } from './replayed/reader-role.ts'
export { dropReader, makeReader } from './replayed/reader-role.ts'
export type { About, ReplayedRegister } from './replayed/replayed-schema.ts'
export { beginReplayed, dropReplayed, listReplayed, nameReplayed, sealReplayed } from './replayed/replayed-schema.ts'
export type { TableDigest, TableDigests } from './schema/table-digests.ts'
export { differingTables, tableDigests } from './schema/table-digests.ts'
export { readModelVersion } from './schema/versioned-schema.ts'
export type { ReadModelSet } from './read-model-set.ts'
export { readModelSet } from './read-model-set.ts'
export type { LogTables } from './log-tables/log-tables.ts'
export type { TableOf } from './read-model.ts'
