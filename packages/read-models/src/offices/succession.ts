import { sql } from 'kysely'
import type { Snapshot } from '../snapshot.ts'

const deepest = 20
const office = ({ schema }: Snapshot) => sql.table(`${schema}.office`)

/** Offices whose services were transferred to this one, directly or by way of others. */
export async function formerOwnersOf(snapshot: Snapshot, owner: string): Promise<string[]> {
  const { rows } = await sql<{ stream: string }>`
    with recursive former (stream, depth) as (
      select stream, 1 from ${office(snapshot)} where successor = ${owner}
      union
      select o.stream, f.depth + 1 from ${office(snapshot)} o join former f on o.successor = f.stream where f.depth < ${deepest}
    )
    select distinct stream from former where stream <> ${owner}`.execute(snapshot.db)
  return rows.map(({ stream }) => stream)
}

export type OwnerToday = {
  /** Where its open items are now: itself, or the office to which its service was transferred. */
  readonly current: string
  readonly currentName: string
  /** Its own name of today. */
  readonly name: string
}

/** Of owners that are offices of ours, by id; the others (slugs) are not there. */
export async function ownersToday(snapshot: Snapshot, owners: readonly string[]): Promise<ReadonlyMap<string, OwnerToday>> {
  if (owners.length === 0) return new Map()
  const { rows } = await sql<{ origin: string; current: string; current_name: string; name: string }>`
    with recursive path (origin, name, stream, current_name, successor, depth) as (
      select stream, name, stream, name, successor, 1 from ${office(snapshot)} where stream = any (${owners}::text[])
      union
      select p.origin, p.name, o.stream, o.name, o.successor, p.depth + 1
        from path p join ${office(snapshot)} o on o.stream = p.successor where p.depth < ${deepest}
    )
    select distinct on (origin) origin, name, stream as current, current_name from path order by origin, depth desc`.execute(snapshot.db)
  return new Map(rows.map(({ origin, name, current, current_name }) => [origin, { current, currentName: current_name, name }]))
}
