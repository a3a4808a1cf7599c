import type { IsoDate } from '@outstanding/domain'
import type { Snapshot } from '@outstanding/projection'
import { rowsIn } from '@outstanding/projection'
import type { Reference } from './link-table.ts'
import { recommendationLinkTable } from './link-table.ts'

/** Another item that refers to this one; `relation` is what the other says of itself. */
export type LinkedFrom = { readonly recommendation: string; readonly relation: Reference; readonly words: string | null }

/** Of one item at most so many are given. */
const maxLinks = 200

/**
 * For each item, the others that refer to it as at a day, in the order of their ids; whether the reader may see them is for the caller to
 * ask. `asAt` null or absent: today.
 */
export async function linkedFrom(
  snapshot: Snapshot,
  targets: readonly string[],
  { asAt }: { readonly asAt?: IsoDate | null },
): Promise<readonly (readonly LinkedFrom[])[]> {
  const rows = await snapshot.db
    .selectFrom(rowsIn(snapshot, recommendationLinkTable, asAt ?? snapshot.today).as('link'))
    .selectAll()
    .where('target', 'in', targets)
    .orderBy('stream')
    .orderBy('link')
    .execute()
  const byTarget = Map.groupBy(rows, ({ target }) => target)
  return targets.map((target) =>
    (byTarget.get(target) ?? []).slice(0, maxLinks).map(({ stream, relation, words }) => ({ recommendation: stream, relation, words })),
  )
}
