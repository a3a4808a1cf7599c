import type { ClientBase } from 'pg'
import type { Edge } from '../merkle/append.ts'
import { appendLeaves } from '../merkle/append.ts'
import type { Hash } from '../merkle/hashes.ts'
import type { Queryable } from './read-tree.ts'
import { readEdge } from './read-tree.ts'

/** An event as its leaf's row holds it. `recordedAt` is the store's own time, `position` its place in the log. */
export type NewLeaf = {
  readonly hash: Hash
  readonly stream: string
  readonly revision: number
  readonly eventId: string
  readonly position: string
  readonly recordedAt: string
}

/** `offset` counts from 0 in the leaves given: the first that cannot be. */
export type Kept = { readonly ok: true } | { readonly ok: false; readonly offset: number; readonly reason: string }

export type LeafKeeper = {
  /**
   * Appends leaves from index `start` on, in the caller's transaction, in one statement. What is a leaf already is only compared:
   * another event in its place is altered history, and refused. Throws when the database fails.
   */
  keep(client: ClientBase, start: number, leaves: readonly NewLeaf[]): Promise<Kept>
}

/** One writer's keeper: it remembers the tree's edge from batch to batch. A batch that is rolled back may come again. */
export function leafKeeper(): LeafKeeper {
  let known: { readonly edge: Edge; readonly recordedAt: string } | null = null
  return {
    async keep(client, start, leaves) {
      if (leaves.length === 0) return { ok: true }
      const at = known?.edge.size === start ? known : await readEnd(client, start)
      if (at === null) return { ok: false, offset: 0, reason: `the transparency log ends before event ${start} of the log` }
      const times = runningMaximum(at.recordedAt, leaves)
      const { edge, added } = appendLeaves(
        at.edge,
        leaves.map(({ hash }) => hash),
      )
      const nodes = added.filter(({ level }) => level > 0)
      const { rows } = await client.query<{ kept: string }>({
        name: 'keep-leaves',
        text: insertion,
        values: [
          start,
          Buffer.concat(leaves.map(({ hash }) => hash)),
          leaves.map(({ stream }) => stream),
          leaves.map(({ revision }) => revision),
          leaves.map(({ eventId }) => eventId),
          leaves.map(({ position }) => position),
          times,
          nodes.map(({ level }) => level),
          nodes.map(({ index }) => index),
          Buffer.concat(nodes.map(({ hash }) => hash)),
        ],
      })
      known = { edge, recordedAt: times.at(-1) ?? at.recordedAt }
      return Number(rows[0]?.kept) === leaves.length ? { ok: true } : compareLeaves(client, start, leaves, true)
    },
  }
}

/**
 * Compares events with the leaves that stand from `start` on. Events that are no leaves yet pass, unless `complete` says that all
 * must be.
 */
export async function compareLeaves(client: Queryable, start: number, leaves: readonly NewLeaf[], complete = false): Promise<Kept> {
  if (leaves.length === 0) return { ok: true }
  const { rows } = await client.query<{ index: string; hash: Buffer }>(
    'select index, hash from transparency.leaf where index >= $1 and index < $2',
    [start, start + leaves.length],
  )
  const held = new Map(rows.map(({ index, hash }) => [Number(index), hash]))
  for (const [offset, leaf] of leaves.entries()) {
    const hash = held.get(start + offset)
    if (hash ? hash.equals(leaf.hash) : !complete) continue
    const place = `index ${start + offset} of the log is not the event that the transparency log holds there`
    return { ok: false, offset, reason: `${place}: history was altered, or the log was restored to an earlier state and written to` }
  }
  return { ok: true }
}

const insertion = `
with kept as (
  insert into transparency.leaf (index, hash, stream, revision, event_id, position, recorded_at)
  select $1::bigint + n - 1, substring($2::bytea from (n - 1)::int * 32 + 1 for 32), stream, revision, event_id, position, recorded_at
  from unnest ($3::text[], $4::int[], $5::uuid[], $6::bigint[], $7::timestamptz[])
    with ordinality as given (stream, revision, event_id, position, recorded_at, n)
  on conflict do nothing
  returning 1
), nodes as (
  insert into transparency.node (level, index, hash)
  select level, index, substring($10::bytea from (n - 1)::int * 32 + 1 for 32)
  from unnest ($8::smallint[], $9::bigint[]) with ordinality as given (level, index, n)
  on conflict do nothing
)
select count(*) as kept from kept`

async function readEnd(client: ClientBase, size: number): Promise<{ edge: Edge; recordedAt: string } | null> {
  const edge = await readEdge(client, size)
  if (edge === null) return null
  const { rows } = await client.query<{ recorded_at: string }>(
    `select to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as recorded_at from transparency.leaf where index = $1`,
    [size - 1],
  )
  return { edge, recordedAt: rows[0]?.recorded_at ?? '' }
}

function runningMaximum(from: string, leaves: readonly NewLeaf[]): readonly string[] {
  let last = from
  return leaves.map(({ recordedAt }) => {
    if (recordedAt > last) last = recordedAt
    return last
  })
}
