import type { Fact } from '../../envelope.ts'
import { fixed, id, words } from '../fields/declare.ts'
import type { FactOf } from './event-declarations.ts'

/** What stands in the place of a text whose key was destroyed. It is an ordinary text, so that whatever shows texts shows this. */
export const removedText = 'text removed'

/**
 * Every aggregate has this event: the texts of one entry were removed for good. Nothing folds it, because the texts are gone from the
 * entry itself, in the past too.
 */
export const removalEvents = {
  PersonalDataRemoved: {
    /** The eventId of the entry of the same stream. */
    entry: fixed(id),
    /** Why. It should name nobody, but it is sealed and can be removed like any other text. */
    reason: words,
  },
} as const

export type PersonalDataRemoved = FactOf<typeof removalEvents, 'PersonalDataRemoved'>

/** The event types that remove the texts of an entry. */
export const removalTypes: readonly string[] = Object.keys(removalEvents)

/** What an event removes; null where it is no removal. */
export const removalIn = ({ type, data }: Fact<string, unknown>): PersonalDataRemoved['data'] | null =>
  type === 'PersonalDataRemoved' ? (data as PersonalDataRemoved['data']) : null

/** The row of the command that every aggregate has. */
export const removalCommand = { RemovePersonalData: { event: 'PersonalDataRemoved' } } as const
