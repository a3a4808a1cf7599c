import { paths } from '../paths/paths.ts'
import { anchorOf, headOf, recordedWords } from '../words/entries.ts'
import { capital } from '@outstanding/wording'
import type { Tag } from '../words/positions.ts'
import type { CauseOfChangeFragment, DifferenceKind, ItemDifferenceFragment } from '../queries/queries.ts'

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

const kinds: Readonly<Record<DifferenceKind, Tag & { readonly means: string }>> = {
  NEW: { text: 'New', tone: 'blue', means: 'happened between the two dates' },
  LATE_ENTRY: { text: 'Late entry', tone: 'orange', means: 'happened before the first date but recorded later' },
  CORRECTION: { text: 'Correction', tone: 'yellow', means: 'an entry was corrected' },
  DATE_PASSED: { text: 'Became due', tone: 'grey', means: 'nothing was recorded; a date passed' },
}

const kindTag = (kind: DifferenceKind): Tag => ({ text: kinds[kind].text, tone: kinds[kind].tone })

/** What each mark means. */
export const legend = Object.values(kinds)

/**
 * `id`: whose entry it is. Entries are linked as they stand today, where all of them are known. A correction is marked as
 * one, whichever of the two times differs.
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
  { label, before, after, added, removed, causes }: ItemDifferenceFragment['changes'][number],
): ChangeShown => ({
  label: capital(label),
  before: added ? { text: '', href: null } : valueOf(before),
  after: removed ? { text: 'Removed', href: null } : valueOf(after),
  causes: causes.map((each) => causeOf(id, each)),
})

const valueOf = (words: string): ValueShown => {
  const [, kind] = /^(recommendation|report)-[a-z0-9-]+\.[0-9a-f-]{36}$/.exec(words) ?? []
  if (kind === undefined) return { text: words, href: null }
  return kind === 'report'
    ? { text: 'a report', href: paths.report(words) }
    : { text: 'another recommendation', href: paths.recommendation(words) }
}

/** The item was added or removed as a whole: then the entry says more than each value. */
export const isWhole = ({ presence, changes }: Pick<ItemDifferenceFragment, 'presence' | 'changes'>): boolean =>
  changes.some(
    ({ attribute, added, removed }) => attribute === 'TITLE' && ((presence === 'ADDED' && added) || (presence === 'REMOVED' && removed)),
  )

/** "3 values changed" */
export const valuesWords = (count: number): string => (count === 1 ? '1 value changed' : `${count} values changed`)
