import type { ClientBase } from 'pg'
import type { Poison, Progress } from '../projection-position/progress.ts'
import { advance } from '../projection-position/progress.ts'
import { knownCategories } from '../all-read-models.ts'
import { versionsTableOf } from '../both-times/tables.ts'
import { categoryOf } from '../read-model.ts'
import { copyRows } from '../schema/copy-rows.ts'
import { qualified } from '../schema/quote.ts'
import { readHistories, timelineRow } from '../timeline/entries.ts'
import { streamRevisionTable, timelineTable } from '../timeline/table.ts'
import { checkContinuity } from './continuity.ts'
import { countEvents } from './count-events.ts'
import type { LogBatch, LogEvent } from './log-event.ts'
import type { TableRows } from './rows-of.ts'
import { rowsOf } from './rows-of.ts'

export type Projected =
  | { readonly ok: true; readonly progress: Progress }
  | { readonly ok: false; readonly why: 'FENCED' }
  /** Nothing of the batch was written; with one event in the batch, `poison` is that event. */
  | { readonly ok: false; readonly why: 'POISON'; readonly poison: Poison }

/**
 * What else is kept of every batch, in the same transaction: `start` is the first event's index in the log, from 0. A refusal
 * names the event (its place among those given) that cannot be kept, and nothing of the batch is written.
 */
export type Keep<E extends LogEvent> = (
  client: ClientBase,
  start: number,
  events: readonly E[],
) => Promise<{ readonly ok: true } | { readonly ok: false; readonly offset: number; readonly reason: string }>

/**
 * Projects a batch into every read model, in one transaction with the position and with whatever `keep` writes. Throws when the
 * database fails: the caller tries again from the same progress. Never leaves an event out.
 */
export async function projectBatch<E extends LogEvent>(
  client: ClientBase,
  from: Progress,
  batch: LogBatch<E>,
  keep?: Keep<E>,
): Promise<Projected> {
  const unreadable = batch.events.find((event) => event.reading.kind === 'UNREADABLE')
  if (unreadable?.reading.kind === 'UNREADABLE') return poisoned(unreadable, unreadable.reading.reason)
  // What is lost with the server's memory is projected again: rows and position go together.
  await client.query('begin; set local synchronous_commit = off')
  try {
    const projected = await write(client, from, batch, keep)
    await client.query(projected.ok ? 'commit' : 'rollback')
    return projected
  } catch (error) {
    await client.query('rollback')
    const last = batch.events.at(-1)
    if (last && isAboutValues(error)) return poisoned(last, `the database refused its values: ${error.message}`)
    throw error
  }
}

async function write<E extends LogEvent>(client: ClientBase, from: Progress, batch: LogBatch<E>, keep?: Keep<E>): Promise<Projected> {
  const { schema } = from
  const known = await readRevisions(client, schema, batch.events)
  const continuity = checkContinuity(batch.events, known)
  if (!continuity.ok) return poisoned(continuity.event, continuity.reason)
  const kept = await keep?.(client, from.events, batch.events)
  if (kept?.ok === false) return poisoned(batch.events[kept.offset], kept.reason)
  const counted = countEvents(batch.events, from)
  await copyRows(client, schema, timelineTable, counted.facts.map(timelineRow))
  await writeRevisions(client, schema, continuity.last)
  const streams = [...new Set(counted.facts.map(({ event }) => event.stream))].filter((stream) => knownCategories.has(categoryOf(stream)))
  const given = rowsOf(await readHistories(client, schema, streams), from.events)
  if (!given.ok) return poisoned(batch.events.findLast(({ stream }) => stream === given.stream) ?? batch.events[0], given.reason)
  await replaceRows(client, schema, given.rows)
  const to = { position: batch.through, events: counted.events, foreignEvents: counted.foreignEvents, recordedAt: counted.recordedAt }
  if (!(await advance(client, from, to))) return { ok: false, why: 'FENCED' }
  return { ok: true, progress: { ...from, ...to } }
}

async function readRevisions(client: ClientBase, schema: string, events: readonly LogEvent[]): Promise<ReadonlyMap<string, number>> {
  if (events.length === 0) return new Map()
  const { rows } = await client.query<{ stream: string; revision: number }>(
    `select stream, revision from ${qualified(schema, streamRevisionTable.name)} where stream = any ($1::text[])`,
    [[...new Set(events.map(({ stream }) => stream))]],
  )
  return new Map(rows.map(({ stream, revision }) => [stream, revision]))
}

async function writeRevisions(client: ClientBase, schema: string, last: ReadonlyMap<string, number>): Promise<void> {
  if (last.size === 0) return
  await client.query(
    `insert into ${qualified(schema, streamRevisionTable.name)} (stream, revision) select * from unnest ($1::text[], $2::int[])
     on conflict (stream) do update set revision = excluded.revision`,
    [[...last.keys()], [...last.values()]],
  )
}

/** Versions that ceased to be known earlier stay as they are. */
async function replaceRows(client: ClientBase, schema: string, rows: readonly TableRows[]): Promise<void> {
  for (const { table, streams, today, versions } of rows) {
    const ofVersions = versionsTableOf(table)
    await client.query(
      `with gone as (delete from ${qualified(schema, table.name)} where stream = any ($1::text[]))
       delete from ${qualified(schema, ofVersions.name)} where stream = any ($1::text[]) and upper_inf(known)`,
      [streams],
    )
    await copyRows(client, schema, table, today)
    await copyRows(client, schema, ofVersions, versions)
  }
}

const poisoned = (event: LogEvent | undefined, reason: string): Projected => ({
  ok: false,
  why: 'POISON',
  poison: {
    position: event?.position ?? '',
    stream: event?.stream ?? '',
    revision: event?.revision ?? -1,
    eventId: event?.eventId ?? '',
    type: event?.type ?? '',
    reason,
  },
})

/** Data exceptions and broken constraints come from the event, whatever else comes from the infrastructure. */
const isAboutValues = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && /^(22|23)/.test(error.code)
