import type { IsoDate, Sealed } from '@outstanding/domain'
import { sql } from 'kysely'
import type { Snapshot } from '@outstanding/projection'
import { rowsIn } from '@outstanding/projection'
import { personTable } from './tables.ts'

/** `asAt` is inclusive (valid time), today in London by default. */
export type OfPeople = { readonly asAt?: IsoDate | null }

/** `name` is sealed and bound to its stream, event and field; null where the person was erased. `id` is the opaque id, without `person-`. */
export type PersonRow = {
  readonly id: string
  readonly name: Sealed | null
  readonly erased: boolean
  /** The type and id of the event that holds the name. */
  readonly field: 'PersonRegistered' | 'PersonRenamed' | null
  readonly eventId: string | null
}

/**
 * In the order of `ids` (with or without `person-`), null where nobody of that id was registered on the day. The key of a name that was
 * removed is gone: it is removed from the past too.
 */
export async function peopleById(snapshot: Snapshot, ids: readonly string[], { asAt }: OfPeople): Promise<(PersonRow | null)[]> {
  const opaque = ids.map((id) => id.replace(/^person-/, ''))
  const rows = await snapshot.db
    .selectFrom(rowsIn(snapshot, personTable, asAt ?? snapshot.today).as('person'))
    .selectAll()
    .where(sql<boolean>`person = any (${opaque}::text[])`)
    .execute()
  const byId = new Map(
    rows.map(({ person, name, erased, sealed_by, sealed_in }): [string, PersonRow] => [
      person,
      { id: person, name, erased, field: sealed_by, eventId: sealed_in },
    ]),
  )
  return opaque.map((id) => byId.get(id) ?? null)
}
