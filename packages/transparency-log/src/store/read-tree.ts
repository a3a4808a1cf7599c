import type { ClientBase, Pool } from 'pg'
import type { Edge } from '../merkle/append.ts'
import { edgeNodes } from '../merkle/append.ts'
import type { Hash } from '../merkle/hashes.ts'
import { emptyRoot } from '../merkle/hashes.ts'
import type { ProofPlan } from '../merkle/proofs.ts'
import { nodesOfPlan, proofOf } from '../merkle/proofs.ts'
import type { Node, NodeRef } from '../merkle/ranges.ts'
import { rootOf } from '../merkle/ranges.ts'

/** Whatever can be asked: a connection, in or out of a transaction, or a pool. */
export type Queryable = Pick<ClientBase, 'query'> | Pick<Pool, 'query'>

/** How many leaves there are: the index of the next. */
export async function treeSize(client: Queryable): Promise<number> {
  const { rows } = await client.query<{ size: string }>('select coalesce(max(index) + 1, 0) as size from transparency.leaf')
  return Number(rows[0]?.size ?? 0)
}

/** The last leaf: its index and its event's place in the log. */
export async function newestLeaf(client: Queryable): Promise<{ readonly index: number; readonly position: string } | null> {
  const { rows } = await client.query<{ index: string; position: string }>(
    'select index, position from transparency.leaf order by index desc limit 1',
  )
  return rows[0] ? { index: Number(rows[0].index), position: rows[0].position } : null
}

/** What is kept of one event of the log: where it stood, and its hash. */
export type RecordedLeaf = {
  readonly index: number
  readonly stream: string
  readonly revision: number
  readonly position: string
  readonly hash: Hash
}

/** The leaf at an index; null where there is none. */
export async function leafAt(client: Queryable, index: number): Promise<RecordedLeaf | null> {
  const { rows } = await client.query<{ stream: string; revision: number; position: string; hash: Buffer }>(
    'select stream, revision, position, hash from transparency.leaf where index = $1',
    [index],
  )
  return rows[0] ? { index, ...rows[0] } : null
}

/** An event and its place in the log. */
export type PlacedEvent = Pick<RecordedLeaf, 'stream' | 'revision' | 'position'> & { readonly eventId: string }

/** Whether the tree holds this very event, at this very place of the log. */
export async function isLeaf(client: Queryable, { stream, revision, eventId, position }: PlacedEvent): Promise<boolean> {
  const { rowCount } = await client.query({
    name: 'is-leaf',
    text: 'select 1 from transparency.leaf where stream = $1 and revision = $2 and event_id = $3 and position = $4',
    values: [stream, revision, eventId, position],
  })
  return rowCount === 1
}

/** Which leaves are the events of a stream, among the first `size`. */
export async function leavesOfStream(
  client: Queryable,
  stream: string,
  size: number,
): Promise<readonly { readonly index: number; readonly revision: number }[]> {
  const { rows } = await client.query<{ index: string; revision: number }>(
    'select index, revision from transparency.leaf where stream = $1 and index < $2 order by index',
    [stream, size],
  )
  return rows.map(({ index, revision }) => ({ index: Number(index), revision }))
}

/** How many events the log held at a position, or at a moment: the position's own included, as is what was recorded in that moment. */
export async function leavesUntil(
  client: Queryable,
  until: { readonly position: string } | { readonly recordedAt: string },
): Promise<number> {
  const [column, value] = 'position' in until ? ['position', until.position] : ['recorded_at', until.recordedAt]
  // Both only grow: going back from the end finds the last at once where it is recent, and needs no index of its own.
  const { rows } = await client.query<{ count: string }>(
    `select index + 1 as count from transparency.leaf where ${column} <= $1 order by index desc limit 1`,
    [value],
  )
  return Number(rows[0]?.count ?? 0)
}

/** The stored hashes of perfect subtrees; those that are missing are left out. */
export async function readNodes(client: Queryable, wanted: readonly NodeRef[]): Promise<readonly Node[]> {
  if (wanted.length === 0) return []
  const { rows } = await client.query<{ level: number; index: string; hash: Buffer }>(
    `select level, index, hash from unnest ($1::smallint[], $2::bigint[]) as wanted (level, index)
       join transparency.node using (level, index) where level > 0
     union all
     select 0, index, hash from unnest ($1::smallint[], $2::bigint[]) as wanted (level, index)
       join transparency.leaf using (index) where level = 0`,
    [wanted.map(({ level }) => level), wanted.map(({ index }) => index)],
  )
  return rows.map(({ level, index, hash }) => ({ level, index: Number(index), hash }))
}

/** What a writer needs to append behind `size` leaves; null where some of it is missing. */
export async function readEdge(client: Queryable, size: number): Promise<Edge | null> {
  const wanted = edgeNodes(size)
  const found = await readNodes(client, wanted)
  const nodes = wanted.map((ref) => found.find(({ level, index }) => level === ref.level && index === ref.index))
  return nodes.every((node) => node !== undefined) ? { size, nodes } : null
}

/** The root of the first `size` leaves. Throws where the tables do not hold them all. */
export async function readRoot(client: Queryable, size: number): Promise<Hash> {
  if (size === 0) return emptyRoot()
  return rootOf(size, readerOf(await readNodes(client, edgeNodes(size))))
}

/** A proof by its plan, in one query. */
export async function readProof(client: Queryable, plan: ProofPlan): Promise<readonly Hash[]> {
  return proofOf(plan, readerOf(await readNodes(client, nodesOfPlan(plan))))
}

/** A part of one row of the tree: a tile, or the leaves of a stretch of the log. Fewer than `count` at the tree's edge. */
export async function readHashes(client: Queryable, from: NodeRef, count: number): Promise<readonly Hash[]> {
  const { rows } = await client.query<{ hash: Buffer }>(
    from.level === 0
      ? 'select hash from transparency.leaf where index >= $1 and index < $1 + $2 order by index'
      : 'select hash from transparency.node where level = $3 and index >= $1 and index < $1 + $2 order by index',
    from.level === 0 ? [from.index, count] : [from.index, count, from.level],
  )
  return rows.map(({ hash }) => hash)
}

const readerOf =
  (nodes: readonly Node[]) =>
  ({ level, index }: NodeRef): Hash => {
    const node = nodes.find((one) => one.level === level && one.index === index)
    if (!node) throw new Error(`The transparency log's tables do not hold node ${index} of level ${level}.`)
    return node.hash
  }
