import type { LogEvent } from '../timeline/log-event.ts'
import type { Row } from '../read-model/read-model.ts'

/** An operator's act: of this stream nothing is projected from `revision` on. `parkedAt` is the store's time of it. */
export type Parked = { readonly revision: number; readonly parkedAt: string; readonly note: string }

/** Every stream that is parked, by its name. */
export type Parking = ReadonlyMap<string, Parked>

export const nothingParked: Parking = new Map()

/** Marks the events that are parked; `parkedBefore` are the streams that the rows leave out already. All others are as they were. */
export const markParked = (events: readonly LogEvent[], parking: Parking, parkedBefore: ReadonlySet<string>): readonly LogEvent[] =>
  events.map((event) => {
    const from = parking.get(event.stream)?.revision ?? Number.POSITIVE_INFINITY
    return parkedBefore.has(event.stream) || event.revision >= from ? { ...event, content: { kind: 'PARKED' } } : event
  })

/** The row of each stream that is parked by these events: of its first event that is. `start` is the first one's dense index. */
export function parkedRows(
  events: readonly LogEvent[],
  start: number,
  parking: Parking,
  parkedBefore: ReadonlySet<string>,
): ReadonlyMap<string, Row> {
  const rows = new Map<string, Row>()
  for (const [offset, { stream, revision, eventId, type, content }] of events.entries()) {
    const parked = parking.get(stream)
    if (content.kind !== 'PARKED' || parked === undefined || parkedBefore.has(stream) || rows.has(stream)) continue
    rows.set(stream, { stream, revision, index: start + offset, event_id: eventId, type, parked_at: parked.parkedAt, note: parked.note })
  }
  return rows
}
