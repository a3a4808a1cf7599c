import type { EventStore, StoredEvent } from '@outstanding/event-store'
import { createEntryKeys, destroyEntryKeys } from '@outstanding/identity'
import type { Current, Halt, Keep, Parking, Poison, Progress, Projected, ReadModel } from '@outstanding/projection'
import { isCurrent, projectBatch, readCurrent, recordHalt } from '@outstanding/projection'
import { leafKeeper } from '@outstanding/transparency-log'
import type pg from 'pg'
import { openTexts } from './open-texts.ts'
import type { WrittenEvent } from './to-log-event.ts'
import { ofAnotherVersion } from './of-another-version.ts'
import { toEventsOf } from './to-log-event.ts'

export type Written =
  | { readonly kind: 'WRITTEN' }
  /** What is committed is not known, or the events are not those that follow: read the position again, and the log from there. */
  | { readonly kind: 'INTERRUPTED'; readonly reason: string }
  /** Another projector took over, or a newer release built its own read models. */
  | { readonly kind: 'FENCED'; readonly reason: string }
  | { readonly kind: 'HALTED'; readonly halt: Halt }

/** A stretch of the log: `start` is the dense index of its first event, `through` the place up to which nothing is missing. */
export type Stretch = { readonly start: number; readonly events: readonly StoredEvent[]; readonly through: string | null }

export type Writer = {
  /** Projects what is new in the stretch and keeps its leaves. Never throws. */
  write(stretch: Stretch): Promise<Written>
}

type Projecting = { readonly store: EventStore; readonly models: readonly ReadModel[]; readonly parking: Parking }

/** The one writer, for as long as its connection lives. */
export function openWriter(client: pg.Client, from: Progress, { store, models, parking }: Projecting): Writer {
  const { toWrittenEvent } = toEventsOf(models)
  let progress = from
  const keys = createEntryKeys(client)
  const leaves = leafKeeper()
  /** The keys of what is removed go in the transaction that removes it from the rows. */
  const keep: Keep<WrittenEvent> = async (connection, start, events) => {
    const kept = await leaves.keep(connection, start, events)
    if (kept.ok)
      await destroyEntryKeys(
        connection,
        events.flatMap(({ rewrites = [] }) => rewrites.map(({ eventId }) => eventId)),
      )
    return kept
  }

  async function write(stretch: Stretch): Promise<Written> {
    try {
      return await writeNew(stretch)
    } catch (error) {
      return { kind: 'INTERRUPTED', reason: `the database failed: ${error instanceof Error ? error.message : String(error)}` }
    }
  }

  async function writeNew({ start, events, through }: Stretch): Promise<Written> {
    if (start > progress.events)
      return {
        kind: 'INTERRUPTED',
        reason: `the log was read from event ${start} on, and the read models end before event ${progress.events}`,
      }
    const fresh = events.slice(progress.events - start)
    if (fresh[0] && !isAfter(fresh[0].position, progress.position)) return halt(setBack(fresh[0], progress))
    if (fresh.length === 0 && !isAfter(through, progress.position)) return { kind: 'WRITTEN' }
    const opened = await openTexts(fresh, { store, keys })
    return writeInParts(opened.map(toWrittenEvent), through)
  }

  /** Ever smaller parts, in order: everything before the event that cannot be projected is; then it is named, for all to see. */
  async function writeInParts(events: readonly WrittenEvent[], through: string | null): Promise<Written> {
    const projected: Projected = await projectBatch(client, progress, { events, through }, { models, keep, parking })
    if (projected.ok) {
      progress = projected.progress
      return { kind: 'WRITTEN' }
    }
    if (projected.why === 'FENCED') return followSwitch()
    if (events.length <= 1) return haltAt(projected.poison)
    const middle = events.length >> 1
    const first = await writeInParts(events.slice(0, middle), events[middle - 1]?.position ?? null)
    return first.kind === 'WRITTEN' ? writeInParts(events.slice(middle), through) : first
  }

  const haltAt = (poison: Poison): Promise<Written> => halt({ kind: 'EVENT', ...poison })

  async function halt(why: Halt): Promise<Written> {
    return (await recordHalt(client, progress, why)) ? { kind: 'HALTED', halt: why } : followSwitch()
  }

  /** The pointer moved to a rebuilt schema: to be followed from the beginning, as what is parked may have changed with it. */
  async function followSwitch(): Promise<Written> {
    const current = await readCurrent(client)
    const fenced = fencedBy(current, progress.epoch, models)
    if (fenced !== null || current === null) return { kind: 'FENCED', reason: fenced ?? 'no read models are current' }
    const isRebuilt = current.schema !== progress.schema
    return {
      kind: 'INTERRUPTED',
      reason: isRebuilt
        ? `the read models were rebuilt: going on in ${current.schema}`
        : 'the read models are not where this projector left them',
    }
  }

  return { write }
}

/** Why the writer of that epoch must end; null: it need not. */
export function fencedBy(current: Current | null, epoch: string, models: readonly ReadModel[]): string | null {
  if (!current || current.epoch !== epoch) return 'another projector has taken over'
  return isCurrent(current, models) ? null : ofAnotherVersion(current, models)
}

const setBack = ({ stream, revision, position }: StoredEvent, { events, position: reached }: Progress): Halt => ({
  kind: 'LOG',
  reason: `event ${events} of the log (revision ${revision} of ${stream}) is at position ${position}, but the read models had reached position ${reached}: the log was restored to an earlier state and written to`,
})

const isAfter = (position: string | null, other: string | null): boolean =>
  position !== null && (other === null || BigInt(position) > BigInt(other))
