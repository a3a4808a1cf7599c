/*
 * The faces of the queries, gathered here until each stands in its own folder.
 */
import type { Fact, IsoDate, OfficeKind, PolicyContent, Recorded, Sealed, UtcInstant } from '@outstanding/domain'
import type { Audience } from './audience.ts'
import type { PageRequest, PageResult } from './page.ts'
import type { RecommendationFilter, RecommendationOrder } from './recommendation-list/filter.ts'
import type { Recommendation } from './recommendation-list/recommendation.ts'
import type { OutstandingByOwner, OutstandingByReport, ScheduleCounts } from './outstanding/outstanding-counts.ts'
import type { Finding, Judgement, Report } from './reports/report.ts'
import type { Snapshot } from './snapshot.ts'
import type { TimelineEntry } from './timeline/timeline-entry.ts'

/** `asAt` is inclusive (valid time), today in London by default. */
export type AsAt = { readonly audience: Audience; readonly asAt?: IsoDate | null }

export type ListRecommendations = (
  snapshot: Snapshot,
  request: AsAt & PageRequest & { readonly filter?: RecommendationFilter | null; readonly orderBy?: RecommendationOrder | null },
) => Promise<PageResult<Recommendation>>
/** In the order of `ids`, null where there is none or it is not for the audience: the shape that a data loader wants. */
export type RecommendationsById = (snapshot: Snapshot, ids: readonly string[], request: AsAt) => Promise<(Recommendation | null)[]>
/** The reference is matched normalised (R2 = R02) and may be a local one. */
export type RecommendationByReference = (
  snapshot: Snapshot,
  report: string,
  reference: string,
  request: AsAt,
) => Promise<Recommendation | null>
export type ChildrenOf = (snapshot: Snapshot, parents: readonly string[], request: AsAt) => Promise<Recommendation[][]>
export type CountBySchedule = (
  snapshot: Snapshot,
  request: AsAt & { readonly filter?: RecommendationFilter | null },
) => Promise<ScheduleCounts>
export type ListOutstandingByOwner = (
  snapshot: Snapshot,
  request: AsAt & { readonly authority?: string | null; readonly illustrative?: boolean | null },
) => Promise<OutstandingByOwner[]>
export type ListOutstandingByReport = (
  snapshot: Snapshot,
  request: AsAt & { readonly authority?: string | null; readonly illustrative?: boolean | null },
) => Promise<OutstandingByReport[]>

/** Newest last. Any event-sourced stream. The caller has checked that its audience may see the stream. */
export type ListTimeline = (snapshot: Snapshot, stream: string, request: PageRequest) => Promise<PageResult<TimelineEntry>>

export type ListReports = (
  snapshot: Snapshot,
  request: PageRequest & { readonly audience: Audience; readonly authority?: string | null; readonly illustrative?: boolean | null },
) => Promise<PageResult<Report>>
export type ReportsById = (snapshot: Snapshot, ids: readonly string[], audience: Audience) => Promise<(Report | null)[]>
export type JudgementsOf = (snapshot: Snapshot, reports: readonly string[]) => Promise<Judgement[][]>
export type FindingsOf = (snapshot: Snapshot, reports: readonly string[]) => Promise<Finding[][]>

/** Every event of a stream up to a position (all by default), ready to be folded by the domain; empty where there is none. */
export type ReadEntries = (snapshot: Snapshot, stream: string, upTo?: string | null) => Promise<Recorded<Fact<string, unknown>>[]>
/** The last position recorded at or before an instant; null when there was nothing. */
export type PositionAt = (snapshot: Snapshot, instant: UtcInstant) => Promise<string | null>

export type OfficeRow = {
  readonly id: string
  readonly authority: string
  readonly name: string
  readonly formerNames: readonly string[]
  readonly kind: OfficeKind
  readonly portfolio: string | null
  /** Opaque ids of the persons who hold it today. */
  readonly holders: readonly string[]
}
export type OfficesById = (snapshot: Snapshot, ids: readonly string[]) => Promise<(OfficeRow | null)[]>
export type ListOffices = (
  snapshot: Snapshot,
  request: PageRequest & { readonly authority?: string | null },
) => Promise<PageResult<OfficeRow>>
/** `name` is sealed (identity opens it); null where the person was erased. Ids are opaque ids, without `person-`. */
export type PersonRow = {
  readonly id: string
  readonly name: Sealed | null
  readonly erased: boolean
  readonly field: 'PersonRegistered' | 'PersonRenamed' | null
  readonly eventId: string | null
}
export type PeopleById = (snapshot: Snapshot, ids: readonly string[]) => Promise<(PersonRow | null)[]>
/** The policies adopted by an authority, oldest first, each from its day. */
export type PoliciesOf = (snapshot: Snapshot, authority: string) => Promise<(PolicyContent & { readonly from: IsoDate })[]>
