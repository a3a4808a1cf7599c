import { anchorOf, headOf, recordedWords } from '../words/entries.ts'
import type { EntryHeadFragment, SourcesFragment } from '../queries/queries.ts'

export type Named = { readonly text: string; readonly href: string | null }
/** Which entries said that something is so: none where it is so from the beginning. */
export type Said = {
  /** What is said, for those who hear one disclosure after another. */
  readonly of: string
  readonly entries: readonly (Named & { readonly recorded: string; readonly putsRight: Named | null })[]
  /** Earlier entries that said the same, null where there is none. */
  readonly others: string | null
}

/** `of` names the value for the reader. Null where nothing says anything of it. */
export type WhoSaid = (of: string, field: string, key?: string) => Said | null

/** `shown`: the entries that stand on the page, to which it can lead. */
export function whoSaidIn(values: readonly SourcesFragment[], shown: ReadonlySet<string>): WhoSaid {
  const named = (entry: EntryHeadFragment): Named => ({ text: headOf(entry), href: shown.has(entry.id) ? `#${anchorOf(entry.id)}` : null })
  return (of, field, key = '') => {
    const value = values.find((each) => each.field === field && each.key === key)
    if (value === undefined) return null
    const namedById = new Map([...value.corrected, ...value.entries].map((entry) => [entry.id, entry]))
    const entries = value.entries.map((entry) => {
      const putRight = entry.corrects === null ? undefined : namedById.get(entry.corrects)
      return { ...named(entry), recorded: recordedWords(entry), putsRight: putRight === undefined ? null : named(putRight) }
    })
    return { of, entries, others: othersWords(value.entryCount - entries.length) }
  }
}

const othersWords = (count: number): string | null =>
  count <= 0 ? null : `and ${count.toLocaleString('en-GB')} earlier ${count === 1 ? 'entry' : 'entries'}`
