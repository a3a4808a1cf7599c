// What a read model is made of.
export type { Cell, History, ReadModel, Row, Rows, Table, TableOf } from './read-model/read-model.ts'
export { categoriesOf, defineReadModel, defineTable, removedReadModel } from './read-model/read-model.ts'
export type { Version } from './bitemporal/versions-of.ts'
export { versionsOf } from './bitemporal/versions-of.ts'

// Reading: snapshots, rows in two times, pages.
export type { ProjectionStatus } from './projection-status.ts'
export type { OpenSnapshot, ReadModels } from './open-read-models.ts'
export { NotProjectedError, openReadModels } from './open-read-models.ts'
export type { Stamp } from './position/stamp.ts'
export { OverloadedError } from './snapshot/places.ts'
export { ReadSessionEndedError } from './snapshot/session.ts'
export type { Snapshot } from './snapshot/snapshot.ts'
export { asKnownAt, asKnownNow } from './snapshot/snapshot.ts'
export { rowsIn, tableIn, versionsIn } from './snapshot/rows-in.ts'
export type { Keys, KeyShape, Page, PageRequest, PageResult, TotalCount } from './snapshot/page.ts'
export { readWindow, toPage, totalOf } from './snapshot/page.ts'
export { byName, compareNames } from './snapshot/by-name.ts'
export { inOrderOf } from './snapshot/in-order-of.ts'
export { listByName } from './snapshot/list-by-name.ts'
export type { ByNameRequest } from './snapshot/list-by-name.ts'

// The log, as the read models keep it.
export type { LogBatch, LogEvent } from './timeline/log-event.ts'
export type { Event } from './timeline/entries.ts'
export { readEntriesOf, typesOfEntries } from './timeline/entries.ts'
export { timelineTable } from './timeline/table.ts'
export type { Removed, TimelineEntry } from './timeline/timeline-entry.ts'
export type { TimelineRequest } from './timeline/list-timelines.ts'
export { listTimelines } from './timeline/list-timelines.ts'
export { indexAt, positionAt, readEntries } from './timeline/queries.ts'
export type { PlaceInLog } from './timeline/ends-of-log.ts'
export { newestEntry, oldestEntry } from './timeline/ends-of-log.ts'
export type { LogFilter, LogRequest, LogResult } from './timeline/log.ts'
export { causesOf, entriesById, listLog, maxCounted } from './timeline/log.ts'
export { effectsById, readStreams } from './timeline/effects.ts'
export type { LatestEntry } from './timeline/latest-entries.ts'
export { latestEntries, latestEntry } from './timeline/latest-entries.ts'
export type { Parked, Parking } from './parking/parking.ts'
export type { ParkedStream } from './parking/queries.ts'
export { countParked, listParked, parkedByStream } from './parking/queries.ts'

// Writing: for the projector.
export { connectionConfig } from './database/connection.ts'
export { declaredModels, readModelVersion } from './building/declared-models.ts'
export type { Schemas } from './database/schemas.ts'
export type { TableDigest, TableDigests } from './database/table-digests.ts'
export { differingTables, tableDigests } from './database/table-digests.ts'
export { ensureStableSchema, namesCollation } from './position/stable-schema.ts'
export type { Current, Halt, Poison, Progress } from './position/progress.ts'
export { readCurrent, recordHalt, takeEpoch } from './position/progress.ts'
export type { Keep, Projected } from './projecting/project-batch.ts'
export { projectBatch } from './projecting/project-batch.ts'
export { countEvents } from './projecting/count-events.ts'
export { buildSome } from './building/build-some.ts'
export type { Placed } from './building/take-places.ts'
export type { BuildPlan, SomeModels } from './building/plan-build.ts'
export { isCurrent, planBuild } from './building/plan-build.ts'
export { dropLeftModels } from './building/recorded-models.ts'
export type { Switched, SwitchOptions } from './building/switch-to.ts'
export { switchTo } from './building/switch-to.ts'
export {
  beginBuild,
  beginEmpty,
  countByStreams,
  dropOutdated,
  forget,
  lockBuilds,
  placeBuild,
  recordDigests,
  unlockBuilds,
} from './building/build.ts'
export type { EventForms } from './building/event-forms.ts'
export { readEventForms, recordEventForms } from './building/event-forms.ts'
export { allTables } from './building/log-tables.ts'
export type { BulkLoad } from './building/load-in-bulk.ts'
export { loadInBulk } from './building/load-in-bulk.ts'

// Registers as they were known once, apart from all that is current: for auditors.
export type { About, ReplayedRegister } from './replayed/replayed-schema.ts'
export { beginReplayed, dropReplayed, listReplayed, nameReplayed, sealReplayed } from './replayed/replayed-schema.ts'
export type { Reader } from './replayed/reader-role.ts'
export { dropReader, makeReader } from './replayed/reader-role.ts'
export type { QueryResult } from './replayed/query-replayed.ts'
export { queryReplayed } from './replayed/query-replayed.ts'
