import type { IsoDate } from '@outstanding/domain'
import type { Snapshot } from '@outstanding/projection'
import { rowsIn } from '@outstanding/projection'
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { officeTable } from './tables.ts'

/** An owner as it was on a day. */
export type OwnerAsAt = { readonly name: string; readonly abolishedOn: IsoDate | null }

/** By an owner's id. Null: none of them is an office of ours. */
export type OwnersAsAt = Readonly<Record<string, OwnerAsAt>> | null

/** One row, whose column `offices` has the owners of an array that are offices of ours, as they were on a day. */
export const ownersOn = (snapshot: Snapshot, owners: RawBuilder<unknown>, day: IsoDate): RawBuilder<unknown> => sql`(
  select json_object_agg(office.stream, json_build_object('name', office.name, 'abolishedOn', office.abolished_on)) as offices
    from ${rowsIn(snapshot, officeTable, day)} office where office.stream = any (${owners}))`
