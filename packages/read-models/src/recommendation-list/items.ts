import type { IsoDate, ScheduleState } from '@outstanding/domain'
import { defaultPolicy } from '@outstanding/domain'
import type { SelectQueryBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Audience } from '../audience.ts'
import { rowsIn } from '../both-times/rows-in.ts'
import type { Snapshot } from '../snapshot.ts'
import { asKnownNow } from '../snapshot.ts'
import { scheduleState } from './schedule.ts'
import type { RecommendationPositionRow, RecommendationRow } from './tables.ts'

/** `asAt` is inclusive (valid time), today in London by default. What was known when is the snapshot's. */
export type AsAt = { readonly audience: Audience; readonly asAt?: IsoDate | null }

/** An item as it stood on a day, with what it takes from its report, its parent and the policy of the day. */
export type Item = RecommendationRow &
  RecommendationPositionRow & {
    withheld: string | null
    published: boolean
    report_published_on: string | null
    report_title: string | null
    parent_ordinal: number | null
    due_soon_days: number
    schedule_state: ScheduleState
  }
export type Items = SelectQueryBuilder<{ item: Item }, 'item', Item>

/** Every item that was there on the day and is for the audience, ready to be filtered, ordered and counted. */
export function itemsAsAt(snapshot: Snapshot, { audience, asAt }: AsAt): Items {
  const { db, today } = snapshot
  const day = asAt ?? today
  const items = db
    .selectFrom(rowsIn(snapshot, 'recommendation', day).as('r'))
    .innerJoin(rowsIn(snapshot, 'recommendation_position', day).as('p'), 'p.stream', 'r.stream')
    .leftJoin(rowsIn(snapshot, 'recommendation_withheld', day).as('w'), 'w.stream', 'r.stream')
    // Of its report, the best that was known; of its parent, what held on the day.
    .leftJoin(rowsIn(snapshot, 'report', today).as('rep'), 'rep.stream', 'r.report')
    .leftJoin(rowsIn(snapshot, 'recommendation', day).as('par'), 'par.stream', 'r.parent')
    .leftJoin(rowsIn(snapshot, 'recommendation_withheld', day).as('par_w'), 'par_w.stream', 'r.parent')
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom(rowsIn(snapshot, 'policy', day).as('adopted'))
          .select('adopted.due_soon_days')
          .whereRef('adopted.authority', '=', 'r.authority')
          .orderBy('adopted.ordinal', 'desc')
          .limit(1)
          .as('pol'),
      (join) => join.onTrue(),
    )
    .selectAll('r')
    .select(positionColumns)
    .select([
      'w.reason as withheld',
      sql<boolean>`coalesce(rep.publication = 'PUBLISHED', false) and w.reason is null and par_w.reason is null`.as('published'),
      'rep.published_on as report_published_on',
      'rep.title as report_title',
      'par.ordinal as parent_ordinal',
      dueSoonDays.as('due_soon_days'),
      scheduleState(sql`${day}::date`, dueSoonDays).as('schedule_state'),
    ])
    .as('item')
  const all = db.selectFrom(items).selectAll('item')
  if (audience === 'ALL') return all
  const published = all.where('item.published', '=', true)
  return snapshot.known === null && day === today ? published : published.where(shownToday(snapshot))
}

/** What the public was shown once it is shown no more where it is withheld, or its report not published, today. */
function shownToday(snapshot: Snapshot) {
  const now = asKnownNow(snapshot)
  const hidden = rowsIn(now, 'recommendation_withheld', now.today)
  const reports = rowsIn(now, 'report', now.today)
  return sql<boolean>`(
    exists (select 1 from ${reports} rep where rep.stream = item.report and rep.publication = 'PUBLISHED')
    and not exists (select 1 from ${hidden} hid where hid.stream = item.stream)
    and not exists (select 1 from ${hidden} hid where hid.stream = item.parent))`
}

const dueSoonDays = sql<number>`coalesce(pol.due_soon_days, ${sql.lit(defaultPolicy.clocks.dueSoonDays)})`

const positionColumns = [
  'p.response',
  'p.delivery',
  'p.proposed',
  'p.proposed_meaning',
  'p.proposed_policy',
  'p.agreed',
  'p.agreed_meaning',
  'p.agreed_policy',
  'p.independent',
  'p.differs',
  'p.tracking',
  'p.conclusion_reason',
  'p.baseline_on',
  'p.revised_on',
  'p.due_on',
  'p.achieved',
  'p.completed_on',
  'p.ended',
  'p.themes',
  'p.owners',
  'p.owner_ids',
  'p.owner_search',
  'p.superseded_by',
  'p.merged_into',
] as const
