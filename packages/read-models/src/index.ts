export type { Audience } from './audience.ts'
export type { Page, PageRequest, PageResult } from './page.ts'
export type { Snapshot } from './snapshot.ts'
export { asKnownAt, asKnownNow } from './snapshot.ts'
export { OverloadedError } from './places.ts'
export { NotProjectedError, openReadModels } from './read-models.ts'
export type { OpenSnapshot, ProjectionStatus, ReadModels } from './read-models.ts'
export { ReadingEndedError } from './session.ts'
export type * from './recommendation-list/recommendation.ts'
export { scheduleStates } from './recommendation-list/recommendation.ts'
export type { AsAt } from './recommendation-list/items.ts'
export type { RecommendationFilter } from './recommendation-list/filter.ts'
export { recommendationOrders } from './recommendation-list/order.ts'
export type { RecommendationOrder } from './recommendation-list/order.ts'
export type { ListRequest } from './recommendation-list/queries.ts'
export {
  childrenOf,
  countBySchedule,
  listRecommendations,
  recommendationByReference,
  recommendationsById,
} from './recommendation-list/queries.ts'
export type * from './outstanding/outstanding-counts.ts'
export type { OutstandingRequest } from './outstanding/queries.ts'
export { listOutstandingByOwner, listOutstandingByReport, listThemes } from './outstanding/queries.ts'
export type * from './reports/report.ts'
export type { ListReportsRequest, OfReports } from './reports/queries.ts'
export { findingsOf, judgementsOf, listReports, reportsById } from './reports/queries.ts'
export type { TimelineEntry } from './timeline/timeline-entry.ts'
export type { TimelineRequest } from './timeline/queries.ts'
export { indexAt, listTimeline, positionAt, readEntries } from './timeline/queries.ts'
export type { PlaceInLog } from './timeline/ends-of-log.ts'
export { newestEntry, oldestEntry } from './timeline/ends-of-log.ts'
export type { LogFilter, LogRequest, LogResult } from './timeline/log.ts'
export { causesOf, entriesById, listLog, mostCounted } from './timeline/log.ts'
export { isInLog, knownActors, knownAuthorities, knownOwners, knownThemes } from './known-values/known-values.ts'
export type { DifferencesRequest, DifferingItem } from './difference/list-differences.ts'
export type { Side } from './difference/side.ts'
export { listDifferences } from './difference/list-differences.ts'
export { effectsById, readStreams } from './timeline/effects.ts'
export type { OfficeRow } from './offices/queries.ts'
export { listOffices, officesById } from './offices/queries.ts'
export type { PersonRow } from './people/queries.ts'
export { peopleById } from './people/queries.ts'
export type { ParkedStream } from './parking/queries.ts'
export { listParked, parkedByStream } from './parking/queries.ts'
export { policiesOf } from './policies/queries.ts'

// The writing side: for the projector and for rebuilding.
export { connectionConfig } from './connection.ts'
export { readModelVersion } from './schema/versioned-schema.ts'
export { ensureStableSchema } from './projection-position/stable-schema.ts'
export type { Current, Halt, Poison, Progress } from './projection-position/progress.ts'
export { readCurrent, recordHalt, takeEpoch } from './projection-position/progress.ts'
export type { Switched, SwitchOptions } from './projection-position/build.ts'
export {
  beginEmpty,
  beginBuild,
  countByStreams,
  dropOutdated,
  forget,
  lockBuilds,
  placeBuild,
  recordDigests,
  switchTo,
  unlockBuilds,
} from './projection-position/build.ts'
export type { Parked, Parking } from './parking/parking.ts'
export type { LogBatch, LogEvent } from './projection/log-event.ts'
export type { Keep, Projected } from './projection/project-batch.ts'
export { projectBatch } from './projection/project-batch.ts'
export type { BulkLoad } from './projection/load-in-bulk.ts'
export { loadInBulk } from './projection/load-in-bulk.ts'
export type { TableDigest, TableDigests } from './schema/table-digests.ts'
export { differingTables, tableDigests } from './schema/table-digests.ts'
export { knownCategories } from './all-read-models.ts'

// Registers as they were known once, apart from all that is current: for auditors.
export type { About, ReplayedRegister } from './replayed/replayed-schema.ts'
export { beginReplayed, dropReplayed, listReplayed, nameReplayed, sealReplayed } from './replayed/replayed-schema.ts'
export type { Reader } from './replayed/reader-role.ts'
export { dropReader, makeReader } from './replayed/reader-role.ts'
export type { QueryResult } from './replayed/query-replayed.ts'
export { queryReplayed } from './replayed/query-replayed.ts'
export { categoryOf } from '@outstanding/domain'
