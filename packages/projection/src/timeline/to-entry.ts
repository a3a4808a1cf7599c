import { correctionIn, correctionTypes, effectiveEntries, removalIn, removalTypes } from '@outstanding/domain'
import { sql } from 'kysely'
import type { Snapshot } from '../snapshot/snapshot.ts'
import type { Event } from './entries.ts'
import { eventOf } from './entries.ts'
import type { TimelineRow } from './table.ts'
import type { Removed, TimelineEntry } from './timeline-entry.ts'
import { timelineIn } from './timeline-in.ts'

export type Marks = {
  readonly correctedBy: ReadonlyMap<string, readonly string[]>
  readonly voided: ReadonlySet<string>
  readonly removed: ReadonlyMap<string, Removed>
}

/**
 * Which entries of some streams corrections name, and which of those entries are void as things stood up to a position and as the
 * snapshot knows them (a correction can be corrected too). And which of the entries lost their texts, whenever that was recorded.
 */
export async function correctionMarks(snapshot: Snapshot, streams: readonly string[], upTo?: string | null): Promise<Marks> {
  const { db, knownIndex } = snapshot
  const rows = await db
    .selectFrom(timelineIn(snapshot))
    .selectAll()
    .where(sql<boolean>`stream = any (${streams}::text[])`)
    .where('type', 'in', correctionTypes)
    .$if(upTo != null, (q) => q.where('position', '<=', upTo ?? ''))
    .$if(knownIndex !== null, (q) => q.where('index', '<=', String(knownIndex)))
    .orderBy('index')
    .execute()
  const corrections = rows.map(eventOf)
  const correctedBy = new Map<string, string[]>()
  for (const { eventId, entry } of corrections.flatMap(named)) correctedBy.set(entry, [...(correctedBy.get(entry) ?? []), eventId])
  const inForce = [...Map.groupBy(corrections, ({ stream }) => stream).values()].flatMap((ofStream) =>
    effectiveEntries(ofStream, null, null).toSorted((a, b) => a.revision - b.revision),
  )
  const newest = new Map(inForce.flatMap(named).map(({ entry, change }) => [entry, change.kind]))
  return {
    correctedBy,
    removed: await removals(snapshot, streams),
    voided: new Set([...newest].filter(([, kind]) => kind === 'VOID').map(([entry]) => entry)),
  }
}

/** A correction with what it says; nothing of any other event. */
const named = (event: Event) => {
  const correction = correctionIn(event)
  return correction === null ? [] : [{ ...correction, eventId: event.eventId }]
}

async function removals(snapshot: Snapshot, streams: readonly string[]): Promise<Marks['removed']> {
  const rows = await snapshot.db
    .selectFrom(timelineIn(snapshot))
    .selectAll()
    .where(sql<boolean>`stream = any (${streams}::text[])`)
    .where('type', 'in', removalTypes)
    .execute()
  return new Map(
    rows.map(eventOf).flatMap((event) => {
      const removal = removalIn(event)
      const { eventId: by, metadata, recordedAt } = event
      return removal === null ? [] : [[removal.entry, { by, on: metadata.effectiveOn, recordedAt, reason: removal.reason }] as const]
    }),
  )
}

export function toEntry(row: TimelineRow, { correctedBy, voided, removed }: Marks): TimelineEntry {
  const { actor, correlationId } = row.metadata
  return {
    eventId: row.event_id,
    stream: row.stream,
    revision: row.revision,
    type: row.type,
    effectiveOn: row.effective_on,
    recordedAt: row.recorded_at,
    position: row.position,
    index: Number(row.index),
    actor: { id: actor.id, role: actor.role, onBehalfOf: actor.onBehalfOf ?? null },
    correlationId,
    data: row.data,
    metadata: row.metadata,
    correctedBy: correctedBy.get(row.event_id) ?? [],
    void: voided.has(row.event_id),
    removed: removed.get(row.event_id) ?? null,
  }
}
