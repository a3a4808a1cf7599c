import type { IsoDate, UtcInstant } from '@outstanding/domain'
import type { SelectQueryBuilder } from 'kysely'
import { sql } from 'kysely'
import type { PageRequest, PageResult } from '../snapshot/page.ts'
import { readWindow, toPage } from '../snapshot/page.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import type { TimelineRow } from './table.ts'
import type { TimelineEntry } from './timeline-entry.ts'
import { correctionMarks, toEntry } from './to-entry.ts'
import { timelineIn } from './timeline-in.ts'

/** Every part given must hold; of a list, any one. Absent and null are the same: not asked. */
export type LogFilter = {
  readonly stream?: string | null
  readonly type?: readonly string[] | null
  /** The opaque id of who typed it. */
  readonly actor?: string | null
  /** A slug. */
  readonly authority?: string | null
  /** Inclusive, as the next two: the day on which it happened, as first recorded. */
  readonly effectiveFrom?: IsoDate | null
  readonly effectiveTo?: IsoDate | null
  readonly recordedFrom?: UtcInstant | null
  readonly recordedTo?: UtcInstant | null
  /** What was recorded in one request. */
  readonly correlation?: string | null
  /** What was recorded because of this entry. */
  readonly causation?: string | null
  /** Recorded more than this many days (in London) after it happened, as first recorded. */
  readonly moreDaysLateThan?: number | null
}
export type LogRequest = PageRequest & { readonly filter?: LogFilter | null; readonly newestFirst?: boolean | null }

/** `totalCount` of the page goes no further: then `counted` is false, and there are at least as many. */
export const maxCounted = 10_000
export type LogResult = PageResult<TimelineEntry> & { readonly counted?: boolean }

/**
 * A page of all events of ours that the snapshot knows of, in the order of the log, oldest first unless asked otherwise. The caller has
 * checked who may read it.
 */
export async function listLog(snapshot: Snapshot, { filter, newestFirst, ...page }: LogRequest): Promise<LogResult> {
  const list = `log ${newestFirst ? 'newest' : 'oldest'}`
  const window = readWindow(list, ['DIGITS'], page)
  if (!window.ok) return window
  const found = filtered(snapshot, filter ?? {}, await recordedBetween(snapshot, filter ?? {}))
  const { total } = await snapshot.db
    .selectFrom(
      found
        .select('index')
        .limit(maxCounted + 1)
        .as('counted'),
    )
    .select(sql<string>`count(*)`.as('total'))
    .executeTakeFirstOrThrow()
  // Which entries is answered by an index alone, however many it passes over; then these few are read.
  const places = await found
    .select('index')
    .$if(window.after !== null, (q) => q.where('index', newestFirst ? '<' : '>', String(window.after?.[0])))
    .orderBy('index', newestFirst ? 'desc' : 'asc')
    .limit(window.first + 1)
    .execute()
  const rows = await snapshot.db
    .selectFrom(timelineIn(snapshot))
    .selectAll()
    .where(sql<boolean>`index = any (${places.map(({ index }) => index)}::bigint[])`)
    .orderBy('index', newestFirst ? 'desc' : 'asc')
    .execute()
  const marks = await correctionMarks(snapshot, [...new Set(rows.map(({ stream }) => stream))])
  const node = (row: TimelineRow): TimelineEntry => toEntry(row, marks)
  const shown = toPage(list, window, Math.min(Number(total), maxCounted), { rows, keys: ({ index }) => [index], node })
  return { ok: true, page: shown, counted: Number(total) <= maxCounted }
}

type Found = SelectQueryBuilder<{ timeline: TimelineRow }, 'timeline', object>
/** Places of the log, inclusive; null: no bound. */
type Bounds = { readonly first: string | null; readonly last: string | null }

/** Recorded times never go back along the log, so a stretch of time is a stretch of its places. */
async function recordedBetween(snapshot: Snapshot, { recordedFrom, recordedTo }: LogFilter): Promise<Bounds> {
  const first = recordedFrom == null ? null : ((await placeAt(snapshot, '>=', recordedFrom)) ?? afterEverything)
  const last = recordedTo == null ? null : ((await placeAt(snapshot, '<=', recordedTo)) ?? beforeEverything)
  return { first, last }
}

const beforeEverything = '-1'
const afterEverything = String(2n ** 63n - 1n)

async function placeAt(snapshot: Snapshot, side: '>=' | '<=', instant: UtcInstant): Promise<string | null> {
  const order = side === '>=' ? 'asc' : 'desc'
  const row = await snapshot.db
    .selectFrom(timelineIn(snapshot))
    .select('index')
    .where('recorded_at', side, instant)
    .orderBy('recorded_at', order)
    .orderBy('index', order)
    .limit(1)
    .executeTakeFirst()
  return row?.index ?? null
}

function filtered(snapshot: Snapshot, filter: LogFilter, { first, last }: Bounds): Found {
  const { db, knownIndex } = snapshot
  const { stream, type, actor, authority, effectiveFrom, effectiveTo, correlation, causation, moreDaysLateThan } = filter
  return (
    db
      .selectFrom(timelineIn(snapshot))
      .$if(stream != null, (q) => q.where('stream', '=', stream ?? ''))
      // One type alone is read in the order of its index; of several the planner chooses.
      .$if(type?.length === 1, (q) => q.where('type', '=', type?.[0] ?? ''))
      .$if(type != null && type.length !== 1, (q) => q.where(sql<boolean>`type = any (${[...(type ?? [])]}::text[])`))
      .$if(actor != null, (q) => q.where('actor', '=', actor ?? ''))
      .$if(authority != null, (q) => q.where('authority', '=', authority ?? ''))
      .$if(effectiveFrom != null, (q) => q.where('effective_on', '>=', effectiveFrom ?? ''))
      .$if(effectiveTo != null, (q) => q.where('effective_on', '<=', effectiveTo ?? ''))
      .$if(correlation != null, (q) => q.where('correlation_id', '=', correlation ?? ''))
      .$if(causation != null, (q) => q.where('causation_id', '=', causation ?? ''))
      .$if(moreDaysLateThan != null, (q) =>
        q.where(sql<boolean>`(recorded_at at time zone 'Europe/London')::date - effective_on > ${moreDaysLateThan}::int`),
      )
      .$if(knownIndex !== null, (q) => q.where('index', '<=', String(knownIndex)))
      .$if(first !== null, (q) => q.where('index', '>=', first ?? ''))
      .$if(last !== null, (q) => q.where('index', '<=', last ?? ''))
  )
}

/** Entries by their eventIds, in the order of `ids`; null where the snapshot knows of none such. */
export async function entriesById(snapshot: Snapshot, ids: readonly string[]): Promise<(TimelineEntry | null)[]> {
  const uuids = ids.filter((id) => uuid.test(id))
  if (uuids.length === 0) return ids.map(() => null)
  const rows = await snapshot.db
    .selectFrom(timelineIn(snapshot))
    .selectAll()
    .where(sql<boolean>`event_id = any (${uuids}::uuid[])`)
    .$if(snapshot.knownIndex !== null, (q) => q.where('index', '<=', String(snapshot.knownIndex)))
    .execute()
  const marks = await correctionMarks(snapshot, [...new Set(rows.map(({ stream }) => stream))])
  const byId = new Map(rows.map((row) => [row.event_id, toEntry(row, marks)]))
  return ids.map((id) => byId.get(id.toLowerCase()) ?? null)
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const maxChainLength = 50

/** What caused an entry, and what caused that, the nearest first. An entry that nothing else caused has no chain. */
export async function causesOf(snapshot: Snapshot, { eventId, metadata }: TimelineEntry): Promise<TimelineEntry[]> {
  const chain: TimelineEntry[] = []
  const seen = new Set([eventId])
  for (let cause = metadata.causationId; chain.length < maxChainLength && !seen.has(cause);) {
    seen.add(cause)
    const [entry] = await entriesById(snapshot, [cause])
    if (!entry) break
    chain.push(entry)
    cause = entry.metadata.causationId
  }
  return chain
}
