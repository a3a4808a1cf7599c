import type { EventMetadata, IsoDate, Principal, Role, UtcInstant } from '@outstanding/domain'

/** One event of one stream, as the log holds it, with both times. */
export type TimelineEntry = {
  readonly eventId: string
  readonly stream: string
  readonly revision: number
  readonly type: string
  /** Valid time: the day it happened in the world. */
  readonly effectiveOn: IsoDate
  /** System time: the running maximum of the store's times. */
  readonly recordedAt: UtcInstant
  readonly position: string
  /** The dense index of the log, from 0: shown in audit only. */
  readonly index: number
  readonly actor: { readonly id: string; readonly role: Role; readonly onBehalfOf: Principal | null }
  readonly correlationId: string
  readonly data: unknown
  readonly metadata: EventMetadata
  /** Event ids of the corrections that name this entry, oldest first. */
  readonly correctedBy: readonly string[]
  /** True where the correction in force voids it. */
  readonly void: boolean
  /** Its texts were removed: by which entry, on which day (London) and why. It holds for past states of knowledge too. */
  readonly removed: Removed | null
}

export type Removed = { readonly by: string; readonly on: IsoDate; readonly recordedAt: UtcInstant; readonly reason: string }
