import { today } from '@outstanding/runtime'
import { dayFrom } from '../words/dates.ts'
import type { HistoryEntry } from './recommendation-query.ts'

/** As the API takes them; null: not asked for. */
type Times = { readonly asAt: string | null; readonly asKnownAt: string | null }

/**
 * The entries that belong to the past shown: happened by the one day, recorded by the other. A correction that was not known
 * then corrects nothing yet.
 */
export function entriesOf({ asAt, asKnownAt }: Times, history: readonly HistoryEntry[]): readonly HistoryEntry[] {
  const known = history.filter((entry) => isKnown(entry, asKnownAt))
  const ids = new Set(known.map(({ id }) => id))
  return known
    .filter((entry) => asAt === null || entry.effectiveOn <= asAt)
    .map((entry) => {
      const correctedBy = entry.correctedBy.filter((id) => ids.has(id))
      return { ...entry, correctedBy, void: entry.void && correctedBy.length > 0 }
    })
}

function isKnown({ position, recordedAt }: HistoryEntry, known: string | null): boolean {
  if (known === null) return true
  if (/^\d+$/.test(known)) return BigInt(position) <= BigInt(known)
  return dayFrom(known) === known ? today(new Date(recordedAt)) <= known : Date.parse(recordedAt) <= Date.parse(known)
}
