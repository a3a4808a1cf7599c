export type { Audience } from './audience.ts'
export type { Page, PageRequest, PageResult } from '@outstanding/projection'
export type { Snapshot } from '@outstanding/projection'
export { asKnownAt, asKnownNow } from '@outstanding/projection'
export { OverloadedError } from '@outstanding/projection'
export { NotProjectedError, openReadModels } from '@outstanding/projection'
export type { OpenSnapshot, ProjectionStatus, ReadModels } from '@outstanding/projection'
export { ReadingEndedError } from '@outstanding/projection'
export type * from './recommendation-list/recommendation.ts'
export type { LinkedFrom } from './recommendation-list/linked-from.ts'
export { linkedFrom } from './recommendation-list/linked-from.ts'
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
  openItemsOfOwner,
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
export type { CommitteeRow } from './committees/queries.ts'
export { committeesById, committeesBySlug, listCommittees } from './committees/queries.ts'
export type { OfficeRow } from './offices/queries.ts'
export { listOffices, officesById } from './offices/queries.ts'
export type { PersonRow } from './people/queries.ts'
export { peopleById } from './people/queries.ts'
export type { ParkedStream } from '@outstanding/projection'
export { listParked, parkedByStream } from '@outstanding/projection'
export { policiesOf } from './policies/queries.ts'

// The writing side: for the projector and for rebuilding.
export { connectionConfig } from '@outstanding/projection'
export { readModelVersion } from '@outstanding/projection'
export { ensureStableSchema } from '@outstanding/projection'
export type { Current, Halt, Poison, Progress } from '@outstanding/projection'
export { readCurrent, recordHalt, takeEpoch } from '@outstanding/projection'
export type { Switched, SwitchOptions } from '@outstanding/projection'
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
} from '@outstanding/projection'
export type { Parked, Parking } from '@outstanding/projection'
export type { LogBatch, LogEvent } from '@outstanding/projection'
export type { Keep, Projected } from '@outstanding/projection'
export { projectBatch } from '@outstanding/projection'
export type { BulkLoad } from '@outstanding/projection'
export { loadInBulk } from '@outstanding/projection'
export type { TableDigest, TableDigests } from '@outstanding/projection'
export { differingTables, tableDigests } from '@outstanding/projection'
export { productReadModels } from './all-read-models.ts'

// Registers as they were known once, apart from all that is current: for auditors.
export type { About, ReplayedRegister } from '@outstanding/projection'
export { beginReplayed, dropReplayed, listReplayed, nameReplayed, sealReplayed } from '@outstanding/projection'
export type { Reader } from '@outstanding/projection'
export { dropReader, makeReader } from '@outstanding/projection'
export type { QueryResult } from '@outstanding/projection'
export { queryReplayed } from '@outstanding/projection'
export { categoryOf } from '@outstanding/domain'
