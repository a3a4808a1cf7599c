import type { IsoDate, ScheduleState } from '@outstanding/domain'
import type { RawBuilder, SelectQueryBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Audience } from '../audience.ts'
import type { Snapshot } from '@outstanding/projection'
import { asKnownNow, rowsIn } from '@outstanding/projection'
import type { ColumnGroup } from './column-groups.ts'
import { allColumnGroups, columnsOf, joinOf, withThoseNeeded } from './column-groups.ts'
import type { RecommendationPositionRow, RecommendationRow, RecommendationScheduleRow } from './tables.ts'
import { recommendationOwnedTable } from './owned-table.ts'
import { recommendationWithheldTable } from './publication-tables.ts'
import { recommendationScheduleTable } from './tables.ts'
import type { Exempt } from './exemption.ts'
import { isPublic } from '../reports/is-public.ts'
import { reportTable } from '../reports/tables.ts'
import type { OwnersAsAt } from '../offices/owners-on.ts'

/** `asAt` is inclusive (valid time), today in London by default. What was known when is the snapshot's. */
export type AsAt = { readonly audience: Audience; readonly asAt?: IsoDate | null }

/** `ownedBy`: only the items of this owner. */
export type OfOwner = { readonly ownedBy?: string | null }

/** An item as it stood on a day, with what it takes from its report, its parent and the policy of the day. */
export type Item = RecommendationScheduleRow &
  RecommendationRow &
  RecommendationPositionRow & {
    withheld: string | null
    published: boolean
    exempt: Exempt | null
    /** Whether its words are kept from this audience. */
    text_hidden: boolean
    report_dated_on: string | null
    report_title: string | null
    /** Why its publisher has withdrawn the report by the day. */
    report_withdrawn: string | null
    parent_ordinal: number | null
    due_soon_days: number
    /** Whether the report's date was corrected and the item's was not; the day that the report now gives. */
    baseline_in_doubt: boolean
    counted_now: string | null
    schedule_state: ScheduleState
    /** Its last entry: its place in the log, and when it was recorded. */
    latest_position: string
    latest_revision: number
    latest_recorded_at: string
    /** Its owners that are offices of ours, as they were on the day. */
    owners_then: OwnersAsAt
  }
export type Items = SelectQueryBuilder<{ item: Item }, 'item', object>

/**
 * Every item that was there on the day and is for the audience, ready to be filtered, ordered and counted. Its schedule is always there;
 * of the rest only `groups` (all by default): what is not looked at is not joined.
 */
export function itemsAsAt(
  snapshot: Snapshot,
  { audience, asAt, ownedBy }: AsAt & OfOwner,
  groups: readonly ColumnGroup[] = allColumnGroups,
): Items {
  const { db, today, knownIndex } = snapshot
  const day = asAt ?? today
  const needed = withThoseNeeded(audience === 'PUBLIC' ? [...groups, 'REPORT', 'EXEMPTION'] : groups)
  const columns = sql.join([sql`s.*`, ...needed.map((group) => columnsOf(group, { day, audience }))])
  const joins = sql.join(
    needed.map((group) => joinOf(group, snapshot, day)),
    sql` `,
  )
  const schedules = rowsIn(snapshot, ownedBy == null ? recommendationScheduleTable : recommendationOwnedTable, day)
  const owned = ownedBy == null ? sql`` : sql`where s.owner = ${ownedBy}`
  const items = sql<Item>`(select ${columns} from ${schedules} s ${joins} ${owned})`
  const all = db.selectFrom(items.as('item'))
  if (audience === 'ALL') return all
  const published = all.where('item.published', '=', true)
  return knownIndex === null && day >= today ? published : published.where(shownToday(snapshot))
}

/** What the public was shown once it is shown no more where it is withheld, or its report not published, today. */
function shownToday(snapshot: Snapshot): RawBuilder<boolean> {
  const now = asKnownNow(snapshot)
  const hidden = rowsIn(now, recommendationWithheldTable, now.today)
  const reports = rowsIn(now, reportTable, now.today)
  return sql<boolean>`(
    exists (select 1 from ${reports} rep where rep.stream = item.report and ${isPublic('rep')})
    and not exists (select 1 from ${hidden} hid where hid.stream = item.stream)
    and not exists (select 1 from ${hidden} hid where hid.stream = item.parent))`
}
