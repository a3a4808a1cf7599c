import type { ExemptionGround, ExemptPart, IsoDate } from '@outstanding/domain'
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Snapshot } from '@outstanding/projection'
import { asKnownNow, rowsIn } from '@outstanding/projection'
import { recommendationExemptionTable } from './publication-tables.ts'
import { recommendationScheduleTable } from './tables.ts'

/** What of an item is kept from the public. Of a part of a recommendation, where its text is, that of the whole. */
export type Exempt = {
  readonly parts: readonly ExemptPart[]
  readonly ground: ExemptionGround
  readonly publicInterest: string | null
  readonly markedOn: IsoDate
  readonly reviewOn: IsoDate
}

/** The items whose text is exempt on the day, or is today: the public sees no words of them. */
export function hiddenTexts(snapshot: Snapshot, day: IsoDate): RawBuilder<unknown> {
  const now = asKnownNow(snapshot)
  const on = (rows: RawBuilder<unknown>) => sql`select stream from ${rows} exempt where 'TEXT' = any (exempt.parts)`
  const then = on(rowsIn(snapshot, recommendationExemptionTable, day))
  return sql`(${then} union ${on(rowsIn(now, recommendationExemptionTable, now.today))})`
}

/**
 * What of each item is exempt as things stand, whatever else is known of it: its own exemption, or that of the whole that it is a part of
 * where its text is. In the order of `ids`.
 */
export async function exemptPartsOf(snapshot: Snapshot, ids: readonly string[]): Promise<readonly (readonly ExemptPart[])[]> {
  const now = asKnownNow(snapshot)
  const exempt = rowsIn(now, recommendationExemptionTable, now.today)
  const { rows } = await sql<{ stream: string; parts: ExemptPart[] }>`
    select stream, parts from ${exempt} own where stream = any (${ids}::text[])
    union all
    select s.stream, par.parts from ${rowsIn(now, recommendationScheduleTable, now.today)} s join ${exempt} par on par.stream = s.parent
      where s.stream = any (${ids}::text[]) and 'TEXT' = any (par.parts)`.execute(snapshot.db)
  const byItem = Map.groupBy(rows, ({ stream }) => stream)
  return ids.map((id) => (byItem.get(id) ?? []).flatMap(({ parts }) => parts))
}
