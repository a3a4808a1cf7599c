import type { Queryable } from './read-tree.ts'

/** What an installation found when it read its own log again and compared it with the tree and the newest checkpoint. */
export type SelfCheck = {
  readonly checkedAt: Date
  readonly tookMs: number
  /** How many events, from the first on, are the ones that were recorded. */
  readonly events: number
  /** The index of the first event that is not; null where all are, or where the fault is none of an event's. */
  readonly differsAt: number | null
  /** One sentence; null: all is as it was recorded. */
  readonly problem: string | null
}

export async function recordSelfCheck(
  client: Queryable,
  { tookMs, events, differsAt, problem }: Omit<SelfCheck, 'checkedAt'>,
): Promise<void> {
  await client.query('insert into transparency.self_check (took_ms, events, differs_at, problem) values ($1, $2, $3, $4)', [
    tookMs,
    events,
    differsAt,
    problem,
  ])
}

/** The last one; null before the first. */
export async function newestSelfCheck(client: Queryable): Promise<SelfCheck | null> {
  const { rows } = await client.query<Row>(
    'select checked_at, took_ms, events, differs_at, problem from transparency.self_check order by ordinal desc limit 1',
  )
  const [row] = rows
  if (!row) return null
  const differsAt = row.differs_at === null ? null : Number(row.differs_at)
  return { checkedAt: new Date(row.checked_at), tookMs: row.took_ms, events: Number(row.events), differsAt, problem: row.problem }
}

type Row = {
  readonly checked_at: Date | string
  readonly took_ms: number
  readonly events: string
  readonly differs_at: string | null
  readonly problem: string | null
}
