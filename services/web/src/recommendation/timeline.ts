import { address } from '../past/past-links.ts'
import { capital, dateWords, eventTitle, longDate, longInstant } from '@outstanding/wording'
import { anchorOf, headOf, whoRecorded } from '../words/entries.ts'
import type { HistoryEntry, OnRecord } from './recommendation-node.ts'

/** `anchor` is null where the entry stands on another page. */
type NamedEntry = { readonly anchor: string | null; readonly text: string }

export type TimelineEntry = {
  readonly anchor: string
  readonly happened: string
  readonly happenedIso: string
  readonly title: string
  readonly words: string
  /** What it says since it was corrected; null where nothing of it changed. */
  readonly nowReads: string | null
  /** Old and new values, of a correction and of a changed date. */
  readonly changes: readonly { readonly label: string; readonly before: string; readonly after: string }[]
  readonly isVoid: boolean
  readonly isCorrection: boolean
  /** The entry that this one corrects. */
  readonly corrects: NamedEntry | null
  /** The entries that correct this one. */
  readonly correctedBy: readonly NamedEntry[]
  /** "Text removed on 3 March 2026: it named a child". */
  readonly textRemoved: string | null
  readonly recorded: string
  readonly recordedIso: string
  readonly by: string
  /** A decision that was recorded by the person who recorded what it decided on. */
  readonly samePerson: string | null
  /** Of a decision that came late, or that was taken without one that did. */
  readonly late: string | null
  readonly source: string | null
  /** The same page as it was known when this had just been recorded. */
  readonly asKnownThenHref: string
}

/** What is on record as it now reads, and the day of the past that is shown. */
type Shown = {
  readonly record?: readonly OnRecord[]
  readonly asAt?: string | null
  readonly decidedLate?: readonly string[]
  readonly decidedBeforeLate?: readonly string[]
}

/** Newest first: by the day it happened, and of one day by the order in which it was recorded. */
export function timelineOf(
  history: readonly HistoryEntry[],
  { record = [], asAt = null, decidedLate = [], decidedBeforeLate = [] }: Shown = {},
): readonly TimelineEntry[] {
  const now = new Map(record.map((each) => [each.entry, each]))
  const byId = new Map(history.map((entry, order) => [entry.id, { entry, order }]))
  const order = (entry: HistoryEntry): number => byId.get(entry.id)?.order ?? 0
  const newestFirst = history.toSorted((a, b) => compare(b.effectiveOn, a.effectiveOn) || order(b) - order(a))
  const named = (id: string): NamedEntry => {
    const other = byId.get(id)?.entry
    return other ? { anchor: anchorOf(id), text: headOf(other) } : { anchor: null, text: 'an entry not shown here' }
  }
  return newestFirst.map((entry) => ({
    anchor: anchorOf(entry.id),
    happened: dateWords(entry.effectiveOn, entry.effectiveOnPrecision),
    happenedIso: entry.effectiveOn,
    title: eventTitle(entry.type),
    words: entry.words,
    nowReads: nowReads(entry, now.get(entry.id)),
    changes: changesOf(entry),
    isVoid: entry.void,
    isCorrection: entry.corrects !== null,
    corrects: entry.corrects === null ? null : named(entry.corrects),
    correctedBy: entry.correctedBy.map(named),
    textRemoved: entry.textRemoved && `Text removed on ${longDate(entry.textRemoved.on)}: ${entry.textRemoved.reason}`,
    recorded: longInstant(entry.recordedAt),
    recordedIso: entry.recordedAt,
    by: whoRecorded(entry),
    samePerson: entry.recordedBySamePerson ? samePersonWords(entry.type) : null,
    late: decidedLate.includes(entry.id) ? cameLate : decidedBeforeLate.includes(entry.id) ? wasBeforeLate : null,
    source: sourceWords(entry),
    asKnownThenHref: address('', [
      ['asAt', asAt ?? ''],
      ['asKnownAt', entry.logPosition],
    ]),
  }))
}

function nowReads(entry: HistoryEntry, now: OnRecord | undefined): string | null {
  if (now === undefined || entry.void || entry.correctedBy.length === 0) return null
  const words = entry.words.includes(now.words.replace(/\.$/, '')) ? null : now.words
  const day = now.effectiveOn === entry.effectiveOn ? null : `happened on ${longDate(now.effectiveOn)}`
  return words === null ? day : day === null ? words : `${words} (${day})`
}

const cameLate = 'Recorded late: a later decision of this committee was on record already.'
const wasBeforeLate = 'A decision of an earlier day was recorded after this one. This decision was not changed.'

/** What the decision decided on, by its type. */
const decidedOn: Readonly<Record<string, string>> = {
  CompletionDateRevisionApproved: 'the request',
  CompletionDateRevisionRefused: 'the request',
  TrackingConcluded: 'what it rests on',
}
const samePersonWords = (type: string): string => `Recorded by the same person who recorded ${decidedOn[type] ?? 'the proposal'}.`

const dates: ReadonlySet<string> = new Set(['ORIGINAL_COMPLETION_DATE', 'REVISED_COMPLETION_DATE', 'DUE_ON'])

/** A correction shows everything it changed; any other entry the dates that it moved. What did not change is not shown. */
const changesOf = ({ corrects, effect }: HistoryEntry): TimelineEntry['changes'] =>
  effect.changes
    .filter(({ attribute, added, removed }) => corrects !== null || (dates.has(attribute) && !added && !removed))
    .map(({ label, before, after, added, removed }) => ({
      label: capital(label),
      before: added ? 'none' : before,
      after: removed ? 'removed' : after,
    }))

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** What the document that it was taken from says of itself: not when we recorded it. */
function sourceWords({ source }: HistoryEntry): string | null {
  if (source === null) return null
  const where = [source.document ?? source.system, source.place].filter((part) => part !== null && part !== '').join(', ')
  return source.recordedOn === null ? where : `${where} (dated ${longDate(source.recordedOn)})`
}
