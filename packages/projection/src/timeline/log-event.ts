import type { Event } from './entries.ts'

/**
 * What the projector hands over, one for every event of the log, in its order: a fact of ours, decoded and checked; an event
 * that is none of ours (counted, and its stream's continuity kept); or one that ought to be ours and cannot be read.
 */
export type LogEvent = {
  readonly stream: string
  readonly revision: number
  readonly eventId: string
  readonly type: string
  readonly position: string
  readonly recordedAt: string
  readonly content:
    | { readonly kind: 'FACT'; readonly event: Event }
    | { readonly kind: 'FOREIGN' }
    | { readonly kind: 'UNREADABLE'; readonly reason: string }
    /** Its stream is parked: counted, and its stream's continuity kept, but nothing is derived from it. */
    | { readonly kind: 'PARKED' }
  /**
   * Of an event that removes the texts of another entry: that entry as it reads now. It stands in the place of the earlier one, whose rows
   * are derived again for both times. It applies to parked streams too.
   */
  readonly rewrites?: readonly Event[]
}

/** `through`: the place up to which nothing is missing, at or after the last event; null before the first. */
export type LogBatch<E extends LogEvent = LogEvent> = { readonly events: readonly E[]; readonly through: string | null }
