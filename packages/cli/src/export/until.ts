import { today } from '@outstanding/runtime'
import { leavesUntil, type Queryable } from '@outstanding/transparency-log'

/** Up to where the log is meant, inclusive: a place in it, or a moment. */
export type Until = { readonly position: string } | { readonly recordedAt: string }
export type ReadUntil = { readonly ok: true; readonly until: Until } | { readonly ok: false; readonly problem: string }

/** Digits only: a log position. A date: the end of that day in London. A date-time with its offset: that moment. */
export function readUntil(text: string): ReadUntil {
  if (/^\d{1,20}$/.test(text) && BigInt(text) < 2n ** 63n) return { ok: true, until: { position: text } }
  const instant = /^\d{4}-\d{2}-\d{2}$/.test(text) ? endOfLondonDay(text) : instantOf(text)
  if (instant !== null) return { ok: true, until: { recordedAt: instant } }
  return { ok: false, problem: '--until must be a log position, a date (2026-03-31) or a date and time with offset (2026-03-31T12:00:00Z)' }
}

/** How many events the log held then. */
export const countUntil = (client: Queryable, until: Until): Promise<number> => leavesUntil(client, until)

const instantOf = (text: string): string | null =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/.test(text) && !Number.isNaN(Date.parse(text))
    ? new Date(text).toISOString()
    : null

/** The last millisecond that still is that day in London, which is at UTC or one hour ahead. */
function endOfLondonDay(day: string): string | null {
  const midnight = Date.parse(`${day}T00:00:00.000Z`) + 86_400_000
  if (Number.isNaN(midnight)) return null
  const end = [midnight - 1, midnight - 3_600_001].find((instant) => today(new Date(instant)) === day)
  return end === undefined ? null : new Date(end).toISOString()
}
