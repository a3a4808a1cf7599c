import type { IsoDate, ScheduleState } from '@outstanding/domain'
import { defaultPolicy } from '@outstanding/domain'
import type { SelectQueryBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Audience } from '../audience.ts'
import type { Snapshot } from '../snapshot.ts'
import { scheduleState } from './schedule.ts'
import type { RecommendationPositionRow, RecommendationRow } from './tables.ts'

/** `asAt` is inclusive (valid time), today in London by default. */
export type AsAt = { readonly audience: Audience; readonly asAt?: IsoDate | null }

/** An item as it stood on a day, with what it takes from its report, its parent and the policy of the day. */
export type Item = RecommendationRow &
  Omit<RecommendationPositionRow, 'stream'> & {
    published: boolean
    report_published_on: string | null
    report_title: string | null
    parent_ordinal: number | null
    due_soon_days: number
    schedule_state: ScheduleState
  }
export type Items = SelectQueryBuilder<{ item: Item }, 'item', Item>

/** Every item that was there on the day and is for the audience, ready to be filtered, ordered and counted. */
export function itemsAsAt({ db, today }: Snapshot, { audience, asAt }: AsAt): Items {
  const day = sql<string>`${asAt ?? today}::date`
  const items = db
    .selectFrom('recommendation as r')
    .innerJoin('recommendation_position as p', (join) =>
      join
        .onRef('p.stream', '=', 'r.stream')
        .on('p.valid_from', '<=', day)
        .on((on) => on.or([on('p.valid_to', 'is', null), on('p.valid_to', '>', day)])),
    )
    .leftJoin('report as rep', 'rep.stream', 'r.report')
    .leftJoin('recommendation as par', 'par.stream', 'r.parent')
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('policy as pol')
          .select('pol.due_soon_days')
          .whereRef('pol.authority', '=', 'r.authority')
          .where('pol.valid_from', '<=', day)
          .orderBy('pol.ordinal', 'desc')
          .limit(1)
          .as('pol'),
      (join) => join.onTrue(),
    )
    .selectAll('r')
    .select(positionColumns)
    .select([
      sql<boolean>`coalesce(rep.publication = 'PUBLISHED', false) and r.withheld is null and par.withheld is null`.as('published'),
      'rep.published_on as report_published_on',
      'rep.title as report_title',
      'par.ordinal as parent_ordinal',
      dueSoonDays.as('due_soon_days'),
      scheduleState(day, dueSoonDays).as('schedule_state'),
    ])
    .as('item')
  const all = db.selectFrom(items).selectAll('item')
  return audience === 'ALL' ? all : all.where('item.published', '=', true)
}

const dueSoonDays = sql<number>`coalesce(pol.due_soon_days, ${sql.lit(defaultPolicy.clocks.dueSoonDays)})`

const positionColumns = [
  'p.valid_from',
  'p.valid_to',
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
] as const
