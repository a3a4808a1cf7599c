import type { IsoDate } from '@outstanding/domain'
import type { Snapshot } from '@outstanding/projection'
import { rowsIn } from '@outstanding/projection'
import { sql } from 'kysely'
import { officeTable } from './tables.ts'

/** An owner as it was on a day. */
export type OwnerAsAt = { readonly name: string; readonly abolishedOn: IsoDate | null }

/** Of owners that are offices of ours, by id, as they were on a day. */
export async function ownersOn(snapshot: Snapshot, owners: readonly string[], day: IsoDate): Promise<ReadonlyMap<string, OwnerAsAt>> {
  if (owners.length === 0) return new Map()
  const rows = await snapshot.db
    .selectFrom(rowsIn(snapshot, officeTable, day).as('office'))
    .select(['office.stream', 'office.name', 'office.abolished_on'])
    .where(sql<boolean>`office.stream = any (${owners}::text[])`)
    .execute()
  return new Map(rows.map(({ stream, name, abolished_on }) => [stream, { name, abolishedOn: abolished_on }]))
}
