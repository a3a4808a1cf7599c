import { categoryOf } from '@outstanding/domain'
import type { ClientBase } from 'pg'
import type { Poison, Progress } from '../position/progress.ts'
import { advance } from '../position/progress.ts'
import type { ReadModel } from '../read-model/read-model.ts'
import { categoriesOf } from '../read-model/read-model.ts'
import type { Parking } from '../parking/parking.ts'
import { markParked, nothingParked, parkedRows } from '../parking/parking.ts'
import { parkedStreamTable } from '../parking/table.ts'
import { copyRows } from '../database/copy-rows.ts'
import type { Schemas } from '../database/schemas.ts'
import { placed } from '../database/schemas.ts'
import { readHistories, rewriteEntries, timelineRow } from '../timeline/entries.ts'
import { streamRevisionTable, timelineTable } from '../timeline/table.ts'
import { checkContinuity } from './continuity.ts'
import { countEvents } from './count-events.ts'
import type { LogBatch, LogEvent } from '../timeline/log-event.ts'
import { renewRows } from './renew-rows.ts'

export type Projected =
  | { readonly ok: true; readonly progress: Progress }
  | { readonly ok: false; readonly why: 'FENCED' }
  /** Nothing of the batch was written; with one event in the batch, `poison` is that event. */
  | { readonly ok: false; readonly why: 'POISON'; readonly poison: Poison }

/**
 * Writes something else for every batch, in the same transaction. `start` is the first event's index in the log, from 0. A refusal
 * gives the `offset` in the batch of the event that cannot be kept, and nothing of the batch is written.
 */
export type Keep<E extends LogEvent> = (
  client: ClientBase,
  start: number,
  events: readonly E[],
) => Promise<{ readonly ok: true } | { readonly ok: false; readonly offset: number; readonly reason: string }>

type With<E extends LogEvent> = {
  readonly models: readonly ReadModel[]
  readonly keep?: Keep<E>
  /** Streams that are not projected from a revision on; none by default. */
  readonly parking?: Parking
}

/**
 * Projects a batch into every read model, in one transaction with the position and with what `keep` writes. Throws if the database
 * cannot be used: whether it was committed is then unknown, and the caller must read the progress again. A failure caused by the batch
 * is returned as a value. No event is ever left out.
 */
export async function projectBatch<E extends LogEvent>(
  client: ClientBase,
  from: Progress,
  batch: LogBatch<E>,
  { models, keep, parking = nothingParked }: With<E>,
): Promise<Projected> {
  // A command answered as shown must survive a crash, so visible rows must be on disk.
  await client.query('begin; set local synchronous_commit = on')
  try {
    const projected = await write(client, from, batch, { models, keep, parking })
    await client.query(projected.ok ? 'commit' : 'rollback')
    return projected
  } catch (error) {
    // If the rollback fails too, the connection is lost; the first error says why.
    await client.query('rollback').catch(() => Promise.reject(error))
    if (batch.events.length === 0 || isOfTheServer(error)) throw error
    return poisonIn(from, batch.events)(batch.events.length - 1, error instanceof Error ? error.message : String(error))
  }
}

async function write<E extends LogEvent>(
  client: ClientBase,
  from: Progress,
  batch: LogBatch<E>,
  { models, keep, parking }: With<E> & { readonly parking: Parking },
): Promise<Projected> {
  const { schemas } = from
  const poisoned = poisonIn(from, batch.events)
  const { lastRevisions, parked } = await readRevisions(client, schemas, batch.events)
  const events = markParked(batch.events, parking, parked)
  const unreadable = events.findIndex(({ content }) => content.kind === 'UNREADABLE')
  const content = events[unreadable]?.content
  if (content?.kind === 'UNREADABLE') return poisoned(unreadable, content.reason)
  const continuity = checkContinuity(events, lastRevisions)
  if (!continuity.ok) return poisoned(events.indexOf(continuity.event), continuity.reason)
  const kept = await keep?.(client, from.events, batch.events)
  if (kept?.ok === false) return poisoned(kept.offset, kept.reason)
  const counted = countEvents(events, from)
  await copyRows(client, schemas, timelineTable, counted.facts.map(timelineRow))
  await copyRows(client, schemas, parkedStreamTable, [...parkedRows(events, from.events, parking, parked).values()])
  await writeRevisions(client, schemas, continuity.last)
  const rewrites = events.flatMap((event) => event.rewrites ?? [])
  await rewriteEntries(client, schemas, rewrites)
  const rewritten = new Set(rewrites.map(({ stream }) => stream))
  const categories = categoriesOf(models)
  const changed = new Set([...counted.facts.map(({ event }) => event.stream), ...rewritten])
  const streams = [...changed].filter((stream) => categories.has(categoryOf(stream)))
  const histories = await readHistories(client, schemas, streams)
  const failed = await renewRows(client, schemas, histories, { models, since: from.events, rewritten })
  if (failed)
    return poisoned(
      Math.max(
        0,
        events.findLastIndex(({ stream }) => stream === failed.stream),
      ),
      failed.reason,
    )
  const to = { position: batch.through, events: counted.events, foreignEvents: counted.foreignEvents, recordedAt: counted.recordedAt }
  if (!(await advance(client, from, to))) return { ok: false, why: 'FENCED' }
  return { ok: true, progress: { ...from, ...to } }
}

type Seen = { readonly lastRevisions: ReadonlyMap<string, number>; readonly parked: ReadonlySet<string> }

/** The last revisions of the batch's streams, and which of them are parked. */
async function readRevisions(client: ClientBase, schemas: Schemas, events: readonly LogEvent[]): Promise<Seen> {
  if (events.length === 0) return { lastRevisions: new Map(), parked: new Set() }
  const { rows } = await client.query<{ stream: string; revision: number; parked: boolean }>(
    `select stream, r.revision, p.stream is not null as parked
     from ${placed(schemas, streamRevisionTable)} r left join ${placed(schemas, parkedStreamTable)} p using (stream)
     where stream = any ($1::text[])`,
    [[...new Set(events.map(({ stream }) => stream))]],
  )
  return {
    lastRevisions: new Map(rows.map(({ stream, revision }) => [stream, revision])),
    parked: new Set(rows.filter(({ parked }) => parked).map(({ stream }) => stream)),
  }
}

async function writeRevisions(client: ClientBase, schemas: Schemas, last: ReadonlyMap<string, number>): Promise<void> {
  if (last.size === 0) return
  await client.query(
    `insert into ${placed(schemas, streamRevisionTable)} (stream, revision) select * from unnest ($1::text[], $2::int[])
     on conflict (stream) do update set revision = excluded.revision`,
    [[...last.keys()], [...last.values()]],
  )
}

const poisonIn =
  (from: Progress, events: readonly LogEvent[]) =>
  (offset: number, reason: string): Projected => {
    const { position, stream, revision, eventId, type } = events[offset] ?? nowhere
    return { ok: false, why: 'POISON', poison: { index: from.events + offset, position, stream, revision, eventId, type, reason } }
  }

const nowhere = { position: '', stream: '', revision: -1, eventId: '', type: '' }

/** No answer in time, or a state of the server that passes: no space, shutting down, a lock, a deadlock. Everything else comes from the event. */
const isOfTheServer = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error && typeof error.code === 'string' && /^(08|25|40|53|55|57|58)/.test(error.code)) ||
    error.message === 'Query read timeout')
