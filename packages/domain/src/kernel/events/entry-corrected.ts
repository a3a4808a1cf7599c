import type { Fact } from '../../envelope.ts'
import { datePrecisions } from '../../dates/date-precision.ts'
import { anyObject, date, dictionaryOf, fixed, id, oneOf, optional, variantsOf, words } from '../fields/declare.ts'
import type { FactOf } from './event-declarations.ts'

/** Corrects an earlier entry: names it and says why. Both entries stay visible. */
export const correctionEvents = {
  EntryCorrected: {
    /** The eventId of the entry corrected, which may itself be a correction. */
    entry: fixed(id),
    reason: words,
    change: variantsOf({
      VOID: {},
      REPLACE: {
        /** Fields of the entry's data by name, with their right values. */
        fields: anyObject,
        effectiveOn: optional(date),
        /** Of dates of the entry, as in its metadata; DAY where the day is known now. */
        precisions: optional(dictionaryOf(oneOf(datePrecisions))),
      },
    }),
  },
} as const

export type EntryCorrected = FactOf<typeof correctionEvents, 'EntryCorrected'>

/** The event types that correct an entry. */
export const correctionTypes: readonly string[] = Object.keys(correctionEvents)

/** What an event corrects; null where it is no correction. */
export const correctionIn = ({ type, data }: Fact<string, unknown>): EntryCorrected['data'] | null =>
  type === 'EntryCorrected' ? (data as EntryCorrected['data']) : null
