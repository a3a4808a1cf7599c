import type { EventOf, FactOf } from '../kernel/events/event-declarations.ts'
import { correctionEvents } from '../kernel/events/entry-corrected.ts'
import {
  date,
  decimal,
  fixed,
  id,
  line,
  listOf,
  name,
  nullable,
  oneOf,
  objectOf,
  slug,
  text,
  wholeNumber,
  words,
} from '../kernel/fields/declare.ts'
import type { TypeOf } from '../kernel/fields/field.ts'
import { textKinds } from '../text-kind.ts'

/** From the letter of those who visited, or from what the inspected body says about the visit in papers of its own. */
export const visitSources = ['LETTER', 'SUMMARY_OF_THE_INSPECTED'] as const
export type VisitSource = (typeof visitSources)[number]

/** POSITIVE and NEEDS_IMPROVEMENT: no change is stated. UNCHANGED: what an earlier inspection found is still so. */
export const visitDirections = ['POSITIVE', 'NEEDS_IMPROVEMENT', 'IMPROVED', 'UNCHANGED', 'WORSE'] as const
export type VisitDirection = (typeof visitDirections)[number]

const compared = objectOf({ value: decimal, of: line })

/** A number of a finding. Numbers are kept as printed, because no computer's fraction is exactly 21.7. */
export const figure = objectOf({
  what: line,
  value: decimal,
  unit: nullable(name),
  /** What it is counted over, as printed: "October 2017". */
  period: nullable(line),
  /** The same number earlier. */
  comparator: nullable(compared),
  /** The number of others at about that time: the average of England. */
  benchmark: nullable(compared),
  better: nullable(oneOf(['HIGHER', 'LOWER'])),
})
export type Figure = TypeOf<typeof figure>

export const visitEvents = {
  /** With MONTH, `from` and `to` are the first and the last day of the months in which it took place. */
  VisitRecorded: {
    body: name,
    authority: fixed(slug),
    /** "The third monitoring visit": 3. */
    ordinal: nullable(wholeNumber(1)),
    from: date,
    to: date,
    datePrecision: oneOf(['DAY', 'MONTH']),
    knownFrom: oneOf(visitSources),
    letterOn: nullable(date),
    /** The document on the register in which it is printed: the letter itself, or the papers of the inspected body. */
    report: fixed(id),
    /** What was looked at. */
    scope: nullable(words),
  },
  VisitFindingRecorded: {
    /** Ours, unique within the visit: "F10". */
    ref: fixed(id),
    area: line,
    words: text,
    textKind: oneOf(textKinds),
    direction: oneOf(visitDirections),
    figures: listOf(figure, { max: 50 }),
    /** The earlier inspection since which it is outstanding; `on` with MONTH or YEAR is the last day of that. */
    outstandingSince: nullable(objectOf({ on: date, precision: oneOf(['DAY', 'MONTH', 'YEAR']), asPrinted: line })),
    place: nullable(words),
  },
  /** The finding concerns these recommendations. Each of them says so in its own history (VisitFindingLinked). */
  FindingLinked: { ref: fixed(id), items: fixed(listOf(id, { min: 1, max: 100 })) },
  ...correctionEvents,
} as const
export type VisitEvent = EventOf<typeof visitEvents>
export type VisitRecorded = FactOf<typeof visitEvents, 'VisitRecorded'>
export type VisitFindingRecorded = FactOf<typeof visitEvents, 'VisitFindingRecorded'>
export type FindingLinked = FactOf<typeof visitEvents, 'FindingLinked'>
