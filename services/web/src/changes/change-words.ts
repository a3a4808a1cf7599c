import { recommendationPath } from '../past/past-links.ts'
import { anchorOf, headOf, recordedWords } from '../words/entries.ts'
import { wordsFor } from '../words/positions.ts'
import type { Tag } from '../words/positions.ts'
import type { Cause, ChangedValue } from './changes-query.ts'

export type CauseShown = {
  readonly kind: Tag
  /** What happened, and when; null where nothing but the calendar did. */
  readonly entry: { readonly text: string; readonly href: string; readonly recorded: string; readonly words: string } | null
}
export type ChangeShown = {
  readonly label: string
  readonly before: string
  readonly after: string
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
export const causeOf = (id: string, { kind, entry }: Cause): CauseShown => ({
  kind: kindTag(entry?.type === 'EntryCorrected' ? 'CORRECTION' : kind),
  entry: entry && {
    text: headOf(entry),
    href: `${recommendationPath(id)}#${anchorOf(entry.id)}`,
    recorded: recordedWords(entry),
    words: entry.reason ?? entry.words,
  },
})

export const changeOf = (id: string, { label, before, after, came, went, causes }: ChangedValue): ChangeShown => ({
  label: label.charAt(0).toUpperCase() + label.slice(1),
  before: came ? 'Nothing yet' : before,
  after: went ? 'Nothing any more' : after,
  causes: causes.map((each) => causeOf(id, each)),
})

/** "3 values are not the same." */
export const valuesWords = (count: number): string => (count === 1 ? '1 value is not the same' : `${count} values are not the same`)
