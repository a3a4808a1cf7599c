import type { IsoDate } from '@outstanding/domain'
import { correctionIn, effectiveEntries } from '@outstanding/domain'
import type { History, IndexedEvent, ReadModel } from '../read-model/read-model.ts'
import type { CurrentSegments, Retire, Segment } from './segments.ts'
import { isSameRow, succeed } from './segments.ts'

/** A row with the days on which it is valid, and the indexes of the log (`knownFrom` to before `knownTo`) at which that was recorded. */
export type Version = Segment & {
  /** Null: it is current. */
  readonly knownTo: number | null
}

/**
 * Every version of every row that a read model derives from a stream, in both times. For any two times, the rows whose version covers
 * both are the fold of the entries recorded by then and in force on that day (`historyAt`).
 *
 * In-order events are folded incrementally. After a late entry or a correction, the stream is folded again.
 */
export function versionsOf(model: ReadModel, { stream, events }: History): Version[] {
  const versions: Version[] = []
  let current: CurrentSegments = new Map()
  let state = model.initial
  let lastDay: IsoDate = ''
  for (const [at, { index, event }] of events.entries()) {
    const retire: Retire = (segment) => versions.push({ ...segment, knownTo: index })
    const day = event.metadata.effectiveOn
    if (correctionIn(event) !== null || day < lastDay) {
      const folded = refold(model, stream, events.slice(0, at + 1))
      current = reconciled(current, folded.current, retire)
      state = folded.state
      lastDay = folded.lastDay
      continue
    }
    state = model.evolve(state, event)
    lastDay = day
    succeed(current, model.tables, day, { rows: model.rows(state, stream), index, retire })
  }
  for (const segments of segmentsIn(current)) for (const segment of segments) versions.push({ ...segment, knownTo: null })
  return versions
}

type Folded = { readonly current: CurrentSegments; readonly state: unknown; readonly lastDay: IsoDate }

/** Folds the entries in force from the beginning: the rows at the end of each day that has an entry. */
function refold(model: ReadModel, stream: string, events: readonly IndexedEvent[]): Folded {
  const entries = effectiveEntries(
    events.map(({ event }) => event),
    null,
    null,
  )
  const index = events.at(-1)?.index ?? 0
  const current: CurrentSegments = new Map()
  let state = model.initial
  for (const [at, entry] of entries.entries()) {
    state = model.evolve(state, entry)
    const day = entry.metadata.effectiveOn
    if (entries[at + 1]?.metadata.effectiveOn === day) continue
    succeed(current, model.tables, day, { rows: model.rows(state, stream), index, retire: () => {} })
  }
  return { current, state, lastDay: entries.at(-1)?.metadata.effectiveOn ?? '' }
}

/** A segment that did not change keeps the index from which it was known. */
function reconciled(before: CurrentSegments, after: CurrentSegments, retire: Retire): CurrentSegments {
  for (const [table, segmentsByKey] of before)
    for (const [key, segments] of segmentsByKey) keepOrRetire(segments, after.get(table)?.get(key) ?? [], retire)
  return after
}

function keepOrRetire(before: readonly Segment[], now: Segment[], retire: Retire): void {
  for (const segment of before) {
    const same = now.findIndex(
      (one) => one.from === segment.from && one.to === segment.to && isSameRow(segment.table, one.row, segment.row),
    )
    if (same === -1) retire(segment)
    else now[same] = segment
  }
}

const segmentsIn = (current: CurrentSegments): Segment[][] => [...current.values()].flatMap((byKey) => [...byKey.values()])
