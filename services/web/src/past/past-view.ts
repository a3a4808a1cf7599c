import { longDate } from '@outstanding/wording'
import { dayFrom } from '@outstanding/wording'
import { address, askedOf, wayIn } from './past-links.ts'
import type { Way } from './past-links.ts'
import type { FieldProblem, Past } from './past.ts'
import { happenedBy, isPast, recordedBy, thePresent, timesOf } from './past.ts'
import { nothingRecorded, pastWords } from './past-words.ts'
import type { RecordedFragment } from '../queries/queries.ts'

/** Which past a request asks for, and what of that cannot be shown: the present is, then. */
export type PastAsked = {
  readonly past: Past
  readonly problems: readonly FieldProblem[]
  /** As the API takes them. */
  readonly times: { readonly asAt: string | null; readonly asKnownAt: string | null }
  /** The addresses of other pages in the same past. */
  readonly way: Way
  readonly today: string
}

export function pastAsked(past: Past, problems: readonly FieldProblem[], today: string): PastAsked {
  const shown = problems.length > 0 ? thePresent : past
  return { past, problems, times: timesOf(shown), way: wayIn(shown), today }
}

export type PastField = {
  readonly id: string
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly error: string | null
}

/** What every page says of the day it shows, and the control with which another is chosen. */
export type PastView = {
  readonly isPast: boolean
  readonly heading: string
  readonly detail: string
  /** Behind the page's title; null for the present. */
  readonly short: string | null
  /** Why there is nothing, where nothing had been recorded; and how to see that day by what is known now. */
  readonly nothing: { readonly words: string; readonly href: string | null } | null
  readonly presentHref: string
  /** What changed between the past shown, or any two days; null where the page has no such comparison. */
  readonly changesHref: string | null
  readonly isOpen: boolean
  readonly action: string
  readonly fields: readonly PastField[]
  /** What else the page was asked: kept when the form is sent. */
  readonly kept: readonly { readonly name: string; readonly value: string }[]
  /** Behind the addresses of the navigation. */
  readonly inAddress: string
}

type Asked = readonly (readonly [name: string, value: string])[]
/** Where the page is, what else it was asked, and where its changes between two days are shown. */
export type Here = {
  readonly path: string
  readonly asked?: Asked
  readonly changes?: { readonly path: string; readonly asked: Asked }
}

export function pastView({ past, problems, today }: PastAsked, recorded: RecordedFragment | null, here: Here): PastView {
  const asked = (here.asked ?? []).filter(([, value]) => value !== '')
  const words = problems.length > 0 ? null : pastWords(past, recorded)
  const nothing = words === null || recorded === null ? null : nothingRecorded(past, recorded)
  const error = (field: string): string | null => problems.find((problem) => problem.field === field)?.message ?? null
  const shown = words === null ? thePresent : past
  const sameDay = dayFrom(past.asAt) ?? dayFrom(past.asKnownAt)
  return {
    isPast: words !== null,
    ...(words === null ? { heading: `Today, ${longDate(today)}`, detail: '', short: null } : headed(words)),
    nothing:
      nothing === null ? null : { words: nothing, href: sameDay === null ? null : address(here.path, [...asked, ['asAt', sameDay]]) },
    presentHref: address(here.path, asked),
    changesHref: changesHrefOf(here, shown),
    isOpen: problems.length > 0,
    action: here.path,
    fields: [
      { id: 'asAt', label: happenedBy, hint: 'For example, 14/2/2018', value: asTyped(past.asAt), error: error('asAt') },
      {
        id: 'asKnownAt',
        label: recordedBy,
        hint: 'Leave blank to include everything recorded so far',
        value: asTyped(past.asKnownAt),
        error: error('asKnownAt'),
      },
    ],
    kept: asked.map(([name, value]) => ({ name, value })),
    inAddress: isPast(shown) ? address('', askedOf(shown)) : '',
  }
}

const headed = ({ heading, detail, short }: NonNullable<ReturnType<typeof pastWords>>) => ({ heading, detail, short })

/** Where the changes between two days are shown; null where the page has none. */
const changesHrefOf = ({ changes }: Here, shown: Past): string | null =>
  changes === undefined ? null : address(changes.path, [...changes.asked, ...askedOf(shown)])

/** A day as people write it, whatever else as it was typed. */
const asTyped = (value: string): string => (dayFrom(value) === value ? longDate(value) : value)
