import type { OwnerRole, ScheduleState } from '@outstanding/domain'
import { sql } from 'kysely'
import { ownersOn } from '../offices/succession.ts'
import type { AsAt, Items } from '../recommendation-list/items.ts'
import { itemsAsAt } from '../recommendation-list/items.ts'
import { countsOf } from '../recommendation-list/queries.ts'
import type { Snapshot } from '../snapshot.ts'
import type { OutstandingByOwner, OutstandingByReport } from './outstanding-counts.ts'

export type OutstandingRequest = AsAt & { readonly authority?: string | null; readonly illustrative?: boolean | null }

/** Open items by who had them on the day, the most first. An item with several owners counts with each; one without counts nowhere. */
export async function listOutstandingByOwner(snapshot: Snapshot, request: OutstandingRequest): Promise<OutstandingByOwner[]> {
  const items = await chosen(snapshot, request).where('item.tracking', '=', 'OPEN').execute()
  const rows = items.flatMap(({ stream, schedule_state, owners }): Owned[] => owners.map((owner) => ({ ...owner, stream, schedule_state })))
  const then = await ownersOn(snapshot, [...new Set(rows.map(({ owner }) => owner))], request.asAt ?? snapshot.today)
  const owned = rows.map((row) => ({
    ...row,
    owner: then.get(row.owner)?.current ?? row.owner,
    name: then.get(row.owner)?.currentName ?? row.name,
  }))
  return [...Map.groupBy(owned, ({ owner, role }) => `${owner} ${role}`).values()].map(byOwner).toSorted(mostFirst)
}

type Owned = { stream: string; schedule_state: ScheduleState; owner: string; name: string; role: OwnerRole }

function byOwner(rows: readonly Owned[]): OutstandingByOwner {
  const [{ owner, name, role }] = rows as readonly [Owned]
  const items = new Map(rows.map(({ stream, schedule_state }) => [stream, schedule_state]))
  return { owner, name, role, outstanding: items.size, schedule: countsOf([...items.values()].map((state) => [state, 1])) }
}

const mostFirst = (a: OutstandingByOwner, b: OutstandingByOwner): number =>
  b.outstanding - a.outstanding || compare(a.name, b.name) || compare(a.owner, b.owner) || compare(a.role, b.role)
const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)

/** Every report that has recommendations, in order of date and title; `schedule` counts its open items. */
export async function listOutstandingByReport(snapshot: Snapshot, request: OutstandingRequest): Promise<OutstandingByReport[]> {
  const rows = await chosen(snapshot, request)
    .clearSelect()
    .select(['item.report', 'item.report_title', 'item.report_published_on', 'item.tracking', 'item.schedule_state'])
    .select(sql<string>`count(*)`.as('count'))
    .groupBy(['item.report', 'item.report_title', 'item.report_published_on', 'item.tracking', 'item.schedule_state'])
    .orderBy(sql`coalesce(item.report_published_on::text, '~'), coalesce(item.report_title, ''), item.report`)
    .execute()
  return [...Map.groupBy(rows, ({ report }) => report)].map(([report, ofReport]) => {
    const open = ofReport.filter(({ tracking }) => tracking === 'OPEN')
    return {
      report,
      title: ofReport[0]?.report_title ?? report,
      outstanding: sum(open),
      concluded: sum(ofReport) - sum(open),
      schedule: countsOf(open.map(({ schedule_state, count }) => [schedule_state, Number(count)])),
    }
  })
}

const sum = (rows: readonly { count: string }[]): number => rows.reduce((total, { count }) => total + Number(count), 0)

const chosen = (snapshot: Snapshot, { authority, illustrative, ...asAt }: OutstandingRequest): Items =>
  itemsAsAt(snapshot, asAt)
    .$if(authority != null, (q) => q.where('item.authority', '=', authority ?? ''))
    .$if(illustrative != null, (q) => q.where('item.illustrative', '=', illustrative ?? false))
