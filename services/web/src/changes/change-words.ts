import { paths } from '../paths/paths.ts'
import { anchorOf, headOf, recordedWords } from '../words/entries.ts'
import { wordsFor } from '../words/positions.ts'
import type { Tag } from '../words/positions.ts'
import type { CauseOfChangeFragment, ItemDifferenceFragment } from '../queries/queries.ts'

export type CauseShown = {
  readonly kind: Tag
  /** What happened, and when; null where nothing but the calendar did. */
  readonly entry: { readonly text: string; readonly href: string; readonly recorded: string; readonly words: string } | null
}
/** A value in words; one that is another item of the register leads there. */
export type ValueShown = { readonly text: string; readonly href: string | null }
export type ChangeShown = {
  readonly label: string
  readonly before: ValueShown
  readonly after: ValueShown
  readonly causes: readonly CauseShown[]
}

const kinds: Readonly<Record<string, Tag & { readonly means: string }>> = {
  NEWS: { text: 'News', tone: 'blue', means: 'it happened in between' },
  LATE_ENTRY: { text: 'Late entry', tone: 'orange', means: 'it had happened by the first day, and was recorded afterwards' },
  CORRECTION: { text: 'Correction', tone: 'yellow', means: 'an entry was put right' },
  TIME: { text: 'Passage of time', tone: 'grey', means: 'nothing was recorded, but the calendar went on' },
}

const kindTag = (kind: string): Tag => {
  const { text, tone } = kinds[kind] ?? { text: wordsFor({}, kind), tone: 'grey' as const }
  return { text, tone }
}

/** What each mark means. */
export const legend = Object.values(kinds)

/**
 * `id`: whose entry it is. Entries are linked as they stand today, where all of them are known. One that puts another right is marked
 * so, whether it came with the days or with the log.
 */
export const causeOf = (id: string, { kind, entry }: CauseOfChangeFragment): CauseShown => ({
  kind: kindTag(entry?.type === 'EntryCorrected' ? 'CORRECTION' : kind),
  entry: entry && {
    text: headOf(entry),
    href: `${paths.recommendation(id)}#${anchorOf(entry.id)}`,
    recorded: recordedWords(entry),
    words: entry.reason ?? entry.words,
  },
})

export const changeOf = (
  id: string,
  { label, before, after, came, went, causes }: ItemDifferenceFragment['changes'][number],
): ChangeShown => ({
  label: label.charAt(0).toUpperCase() + label.slice(1),
  before: came ? { text: 'Nothing yet', href: null } : valueOf(before),
  after: went ? { text: 'Nothing any more', href: null } : valueOf(after),
  causes: causes.map((each) => causeOf(id, each)),
})

const valueOf = (words: string): ValueShown => {
  const [, kind] = /^(recommendation|report)-[a-z0-9-]+\.[0-9a-f-]{36}$/.exec(words) ?? []
  if (kind === undefined) return { text: words, href: null }
  return kind === 'report'
    ? { text: 'a report', href: paths.report(words) }
    : { text: 'another recommendation', href: paths.recommendation(words) }
}

/** It came or went as a whole, title and all: then what happened says more than each of its values. */
export const isWhole = ({ presence, changes }: Pick<ItemDifferenceFragment, 'presence' | 'changes'>): boolean =>
  changes.some(({ field, came, went }) => field === 'TITLE' && ((presence === 'CAME' && came) || (presence === 'WENT' && went)))

/** "3 values are not the same." */
export const valuesWords = (count: number): string => (count === 1 ? '1 value is not the same' : `${count} values are not the same`)
