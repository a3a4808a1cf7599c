import type { Kysely } from 'kysely'
import type { Schemas } from '../database/schemas.ts'
import type { Halt } from '../position/progress.ts'
import type { Stamp } from '../position/stamp.ts'

/**
 * One view of the read models at one place of the log: everything read through it agrees with `position`.
 * It holds a connection in a read-only repeatable-read transaction, so keep it short and always end it.
 */
export type Snapshot = {
  readonly db: Kysely<object>
  /** Where each table was when it was taken. */
  readonly schemas: Schemas
  readonly stamp: Stamp
  /** Why nothing more is projected; null: it is. */
  readonly halted: Halt['kind'] | null
  /** The sum of the read models' versions: it grows whenever one of them changes. */
  readonly version: number
  /** The log position that the rows were built from; null before the first event. */
  readonly position: string | null
  /** How many events of the log it was built from. */
  readonly events: number
  /** Today in London when it was taken: the default of every `asAt`. */
  readonly today: string
  /** The place of the log (dense index, inclusive) up to which it knows; null: all of it. `asKnownAt` gives an earlier one. */
  readonly knownIndex: number | null
}

/** The same view as it would have been had the log ended at a place (-1: before everything). */
export const asKnownAt = (snapshot: Snapshot, index: number | null): Snapshot => ({ ...snapshot, knownIndex: index })

/** All that is known. */
export const asKnownNow = (snapshot: Snapshot): Snapshot => asKnownAt(snapshot, null)
