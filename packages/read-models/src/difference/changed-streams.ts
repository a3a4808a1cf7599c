import { effectiveEntries } from '@outstanding/domain'
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { readStreams, tableIn, timelineTable } from '@outstanding/projection'
import type { Side } from './side.ts'

/**
 * The streams that changed between two sides, as a subquery: something was recorded between the two places of the log and of a
 * day up to the other side's, or known at first and happened between the two days. Where corrections moved days, the entries as
 * corrected decide. `authority`: of its streams only; null: of all.
 */
export async function changedStreams(from: Side, to: Side, authority: string | null): Promise<RawBuilder<{ stream: string }>> {
  const timeline = tableIn(to.snapshot, timelineTable)
  const { moved, dated } = await movedAndDated(from, to, authority)
  return sql<{ stream: string }>`(
    select stream from ${timeline} where ${recordedBetween(from, to)} and ${within(authority)} and (type = 'EntryCorrected' or effective_on <= ${to.asAt}::date)
    union
    select stream from ${timeline} where ${datedBetween(from, to)} and ${knownTo(from)} and ${within(authority)} and not stream = any (${moved}::text[])
    union
    select unnest(${dated}::text[]))`
}

const within = (authority: string | null): RawBuilder<unknown> => (authority === null ? sql`true` : sql`authority = ${authority}`)

const knownTo = ({ snapshot: { knownIndex } }: Side): RawBuilder<unknown> =>
  knownIndex === null ? sql`true` : sql`index <= ${knownIndex}::bigint`

/** After the place that knows less, up to and with the one that knows more; null knows all. */
const recordedBetween = (from: Side, to: Side): RawBuilder<unknown> => {
  const [a, b] = [from.snapshot.knownIndex, to.snapshot.knownIndex]
  if (a === b) return sql`false`
  const less = Math.min(a ?? Infinity, b ?? Infinity)
  return a === null || b === null ? sql`index > ${less}::bigint` : sql`(index > ${less}::bigint and index <= ${Math.max(a, b)}::bigint)`
}

/** After the earlier day, up to and with the later. */
const days = (from: Side, to: Side): readonly [string, string] => (from.asAt <= to.asAt ? [from.asAt, to.asAt] : [to.asAt, from.asAt])
const datedBetween = (from: Side, to: Side): RawBuilder<unknown> => {
  const [first, last] = days(from, to)
  if (first === last) return sql`false`
  return sql`(effective_on > ${first}::date and effective_on <= ${last}::date)`
}

type Moved = { readonly moved: readonly string[]; readonly dated: readonly string[] }

/**
 * The few streams whose corrections may have made an entry void, or given it another day, into those days or out of them: `moved`;
 * and those of them, `dated`, of which an entry as corrected does lie between.
 */
async function movedAndDated(from: Side, to: Side, authority: string | null): Promise<Moved> {
  const [first, last] = days(from, to)
  if (first === last) return { moved: [], dated: [] }
  const { snapshot } = from
  const timeline = tableIn(snapshot, timelineTable)
  const { rows } = await sql<{ stream: string }>`
    select distinct c.stream from ${timeline} c where c.type = 'EntryCorrected' and ${within(authority)} and ${snapshot.knownIndex === null ? sql`true` : sql`c.index <= ${snapshot.knownIndex}::bigint`}
      and (c.data::text like '%"effectiveOn"%' or exists (
        select 1 from ${timeline} e where e.stream = c.stream and e.effective_on > ${first}::date and e.effective_on <= ${last}::date))`.execute(
    snapshot.db,
  )
  const moved = rows.map(({ stream }) => stream)
  const histories = await readStreams(snapshot, moved)
  const dated = histories.flatMap((events) => {
    const between = effectiveEntries(events, null, last).some(({ metadata }) => metadata.effectiveOn > first)
    const [event] = events
    return between && event ? [event.stream] : []
  })
  return { moved, dated }
}
