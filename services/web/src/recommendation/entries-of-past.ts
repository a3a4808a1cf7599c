import { today } from '@outstanding/runtime'
import { dayFrom } from '@outstanding/wording'
import type { HistoryEntry } from './recommendation-node.ts'

/** As the API takes them; null: not asked for. */
type Times = { readonly asAt: string | null; readonly asKnownAt: string | null }

/**
 * The entries that belong to the past shown: happened by the one day, recorded by the other. `onRecord` are those of which the API
 * says so: a correction may have given them another day. A correction belongs to the entry it corrects, whatever its own date; one
 * that was not known then corrects nothing yet.
 */
export function entriesOf(
  { asAt, asKnownAt }: Times,
  history: readonly HistoryEntry[],
  onRecord: ReadonlySet<string> = new Set(),
): readonly HistoryEntry[] {
  const known = history.filter((entry) => isKnown(entry, asKnownAt))
  const ids = new Set(known.map(({ id }) => id))
  const shown = new Set(known.filter(({ id, effectiveOn }) => asAt === null || effectiveOn <= asAt || onRecord.has(id)).map(({ id }) => id))
  for (const { id, corrects } of known) if (corrects !== null && shown.has(corrects)) shown.add(id)
  return known
    .filter(({ id }) => shown.has(id))
    .map((entry) => {
      const correctedBy = entry.correctedBy.filter((id) => ids.has(id))
      return { ...entry, correctedBy, void: entry.void && correctedBy.length > 0 }
    })
}

function isKnown({ logPosition, recordedAt }: HistoryEntry, known: string | null): boolean {
  if (known === null) return true
  if (/^\d+$/.test(known)) return BigInt(logPosition) <= BigInt(known)
  return dayFrom(known) === known ? today(new Date(recordedAt)) <= known : Date.parse(recordedAt) <= Date.parse(known)
}
