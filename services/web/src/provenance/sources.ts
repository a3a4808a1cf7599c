import { anchorOf, headOf, recordedWords } from '../words/entries.ts'
import type { EntryHeadFragment, SourcesFragment } from '../queries/queries.ts'

export type Named = { readonly text: string; readonly href: string | null }
/** The entries that a value comes from: none for an initial value. */
export type Sources = {
  /** The name of the value, for those who hear one list of sources after another. */
  readonly of: string
  readonly entries: readonly (Named & { readonly recorded: string; readonly corrects: Named | null })[]
  /** How many earlier entries set the same value; null where there is none. */
  readonly others: string | null
}

/** `of` names the value for the reader. Null for a value that the item does not have. */
export type SourcesOf = (of: string, attribute: string, key?: string) => Sources | null

/** `shown`: the entries that stand on the page, to which it can lead. */
export function sourcesIn(values: readonly SourcesFragment[], shown: ReadonlySet<string>): SourcesOf {
  const named = (entry: EntryHeadFragment): Named => ({ text: headOf(entry), href: shown.has(entry.id) ? `#${anchorOf(entry.id)}` : null })
  return (of, attribute, key = '') => {
    const value = values.find((each) => each.attribute === attribute && each.key === key)
    if (value === undefined) return null
    const namedById = new Map([...value.corrected, ...value.entries].map((entry) => [entry.id, entry]))
    const entries = value.entries.map((entry) => {
      const corrected = entry.corrects === null ? undefined : namedById.get(entry.corrects)
      return { ...named(entry), recorded: recordedWords(entry), corrects: corrected === undefined ? null : named(corrected) }
    })
    return { of, entries, others: othersWords(value.entryCount - entries.length) }
  }
}

const othersWords = (count: number): string | null =>
  count <= 0 ? null : `and ${count.toLocaleString('en-GB')} earlier ${count === 1 ? 'entry' : 'entries'}`
