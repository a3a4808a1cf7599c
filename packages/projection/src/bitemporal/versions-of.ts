import type { IsoDate } from '@outstanding/domain'
import { effectiveEntries } from '@outstanding/domain'
import type { History, IndexedEvent, ReadModel } from '../read-model/read-model.ts'
import type { Known, Retire, Segment } from './segments.ts'
import { isSameRow, succeed } from './segments.ts'

/** A row with the days on which it holds, and the places of the log (`knownFrom` until before `knownTo`) at which that was known. */
export type Version = Segment & {
  /** Null: it is what is known today. */
  readonly knownTo: number | null
}

/**
 * Every row that a read model ever gave a stream, in both times, from the fold of the stream alone. Whatever two times are asked
 * for, the rows whose version holds both are those that the entries known then and in force on that day fold to (`historyAt`).
 *
 * Most events come in the order of their days and add to what is known. After a late entry or a correction, the stream is folded again.
 */
export function versionsOf(model: ReadModel, { stream, events }: History): Version[] {
  const versions: Version[] = []
  let known: Known = new Map()
  let state = model.initial
  let lastDay: IsoDate = ''
  for (const [at, { index, event }] of events.entries()) {
    const retire: Retire = (segment) => versions.push({ ...segment, knownTo: index })
    const day = event.metadata.effectiveOn
    if (event.type === 'EntryCorrected' || day < lastDay) {
      const folded = foldAnew(model, stream, events.slice(0, at + 1))
      known = reconciled(known, folded.known, retire)
      state = folded.state
      lastDay = folded.lastDay
      continue
    }
    state = model.evolve(state, event)
    lastDay = day
    succeed(known, model.tables, day, { rows: model.rows(state, stream), index, retire })
  }
  for (const segments of segmentsIn(known)) for (const segment of segments) versions.push({ ...segment, knownTo: null })
  return versions
}

type Folded = { readonly known: Known; readonly state: unknown; readonly lastDay: IsoDate }

/** The entries in force, day by day: what holds at the end of each day on which something happened. */
function foldAnew(model: ReadModel, stream: string, events: readonly IndexedEvent[]): Folded {
  const entries = effectiveEntries(
    events.map(({ event }) => event),
    null,
    null,
  )
  const index = events.at(-1)?.index ?? 0
  const known: Known = new Map()
  let state = model.initial
  for (const [at, entry] of entries.entries()) {
    state = model.evolve(state, entry)
    const day = entry.metadata.effectiveOn
    if (entries[at + 1]?.metadata.effectiveOn === day) continue
    succeed(known, model.tables, day, { rows: model.rows(state, stream), index, retire: () => {} })
  }
  return { known, state, lastDay: entries.at(-1)?.metadata.effectiveOn ?? '' }
}

/** What was known before and is still so keeps the place from which it was known. */
function reconciled(before: Known, after: Known, retire: Retire): Known {
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

const segmentsIn = (known: Known): Segment[][] => [...known.values()].flatMap((byKey) => [...byKey.values()])
