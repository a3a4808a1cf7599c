import type { IsoDate } from '@outstanding/domain'
import { sql } from 'kysely'
import { rowsIn } from '@outstanding/projection'
import type { Snapshot } from '@outstanding/projection'
import { officeTable } from './tables.ts'

const deepest = 20

/** Offices whose services had been transferred to this one by a day, directly or by way of others. */
export async function formerOwnersOf(snapshot: Snapshot, owner: string, day: IsoDate): Promise<string[]> {
  const office = rowsIn(snapshot, officeTable, day)
  const { rows } = await sql<{ stream: string }>`
    with recursive former (stream, depth) as (
      select o.stream, 1 from ${office} o where o.successor = ${owner}
      union
      select o.stream, f.depth + 1 from ${office} o join former f on o.successor = f.stream where f.depth < ${deepest}
    )
    select distinct stream from former where stream <> ${owner}`.execute(snapshot.db)
  return rows.map(({ stream }) => stream)
}

export type OwnerThen = {
  /** Where its open items were: itself, or the office to which its service was transferred. */
  readonly current: string
  readonly currentName: string
  /** Its own name on the day. */
  readonly name: string
}

/** Of owners that are offices of ours, by id, as they were on a day; the others (slugs) are not there. */
export async function ownersOn(snapshot: Snapshot, owners: readonly string[], day: IsoDate): Promise<ReadonlyMap<string, OwnerThen>> {
  if (owners.length === 0) return new Map()
  const office = rowsIn(snapshot, officeTable, day)
  const { rows } = await sql<{ origin: string; current: string; current_name: string; name: string }>`
    with recursive path (origin, name, stream, current_name, successor, depth) as (
      select o.stream, o.name, o.stream, o.name, o.successor, 1 from ${office} o where o.stream = any (${owners}::text[])
      union
      select p.origin, p.name, o.stream, o.name, o.successor, p.depth + 1
        from path p join ${office} o on o.stream = p.successor where p.depth < ${deepest}
    )
    select distinct on (origin) origin, name, stream as current, current_name from path order by origin, depth desc`.execute(snapshot.db)
  return new Map(rows.map(({ origin, name, current, current_name }) => [origin, { current, currentName: current_name, name }]))
}
