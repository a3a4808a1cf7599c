import type { OwnerRole, ScheduleState } from '@outstanding/domain'
import { sql } from 'kysely'
import { byName, compareNames } from '@outstanding/projection'
import { rowsIn } from '@outstanding/projection'
import { officeTable } from '../offices/tables.ts'
import type { AsAt, Items } from '../recommendation-list/items.ts'
import type { ColumnGroup } from '../recommendation-list/column-groups.ts'
import { itemsAsAt } from '../recommendation-list/items.ts'
import { countsOf } from '../recommendation-list/queries.ts'
import type { Snapshot } from '@outstanding/projection'
import type { OutstandingByOwner, OutstandingByReport } from './outstanding-counts.ts'

export type OutstandingRequest = AsAt & { readonly authority?: string | null; readonly illustrative?: boolean | null }

/** Open items by who had them on the day, the most first. An item with several owners counts with each; one without counts nowhere. */
export async function listOutstandingByOwner(snapshot: Snapshot, request: OutstandingRequest): Promise<OutstandingByOwner[]> {
  const open = chosen(snapshot, request, ['POSITION', 'POLICY']).where('item.tracking', '=', 'OPEN')
  const office = rowsIn(snapshot, officeTable, request.asAt ?? snapshot.today)
  const { rows } = await sql<Counted>`
    select o.owner, min(coalesce(office.name, o.name)) as name, o.role, item.schedule_state, count(distinct item.stream) as count
      from (${open.selectAll('item')}) item
        cross join lateral json_to_recordset(item.owners) as o (owner text, name text, role text)
        left join ${office} office on office.stream = o.owner
      group by o.owner, o.role, item.schedule_state`.execute(snapshot.db)
  return [...Map.groupBy(rows, ({ owner, role }) => `${owner} ${role}`).values()].map(byOwner).toSorted(byCountDescending)
}

type Counted = { owner: string; name: string; role: OwnerRole; schedule_state: ScheduleState; count: string }

function byOwner(rows: readonly Counted[]): OutstandingByOwner {
  const [{ owner, name, role }] = rows as readonly [Counted]
  const schedule = countsOf(rows.map(({ schedule_state, count }) => [schedule_state, Number(count)]))
  return { owner, name, role, outstanding: sum(rows), schedule }
}

const byCountDescending = (a: OutstandingByOwner, b: OutstandingByOwner): number =>
  b.outstanding - a.outstanding || compareNames(a.name, b.name) || compareNames(a.owner, b.owner) || compareNames(a.role, b.role)

/** Every report that has recommendations, in order of date and title; `schedule` counts its open items. */
export async function listOutstandingByReport(snapshot: Snapshot, request: OutstandingRequest): Promise<OutstandingByReport[]> {
  const rows = await chosen(snapshot, request, ['REPORT', 'POLICY'])
    .select(['item.report', 'item.report_title', 'item.report_dated_on', 'item.tracking', 'item.schedule_state'])
    .select(sql<string>`count(*)`.as('count'))
    .groupBy(['item.report', 'item.report_title', 'item.report_dated_on', 'item.tracking', 'item.schedule_state'])
    .orderBy(sql`coalesce(item.report_dated_on::text, '~') collate "C", coalesce(item.report_title, '') ${byName}, item.report`)
    .execute()
  return [...Map.groupBy(rows, ({ report }) => report)].map(([report, ofReport]) => {
    const open = ofReport.filter(({ tracking }) => tracking === 'OPEN')
    return {
      report,
      title: ofReport[0]?.report_title ?? report,
      outstanding: sum(open),
      concluded: sum(ofReport.filter(({ tracking }) => tracking === 'CONCLUDED')),
      notTracked: sum(ofReport.filter(({ tracking }) => tracking === 'NOT_TRACKED')),
      schedule: countsOf(open.map(({ schedule_state, count }) => [schedule_state, Number(count)])),
    }
  })
}

/** Every theme of a recommendation that the audience sees, in the order of the alphabet. */
export async function listThemes(snapshot: Snapshot, request: OutstandingRequest): Promise<string[]> {
  const rows = await chosen(snapshot, request, ['POSITION', 'POLICY'])
    .select(sql<string>`unnest(item.themes)`.as('theme'))
    .distinct()
    .execute()
  return rows.map(({ theme }) => theme).toSorted(compareNames)
}

const sum = (rows: readonly { count: string }[]): number => rows.reduce((total, { count }) => total + Number(count), 0)

const chosen = (snapshot: Snapshot, { authority, illustrative, ...asAt }: OutstandingRequest, groups: readonly ColumnGroup[]): Items =>
  itemsAsAt(snapshot, asAt, groups)
    .where('item.merged_into', 'is', null)
    .$if(authority != null, (q) => q.where('item.authority', '=', authority ?? ''))
    .$if(illustrative != null, (q) => q.where('item.illustrative', '=', illustrative ?? false))
