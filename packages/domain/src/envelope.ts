import type { EventMetadata } from './kernel/events/event-metadata.ts'

export type { Actor, EventMetadata, PolicyRef, Principal, Role, Source } from './kernel/events/event-metadata.ts'
export { roles } from './kernel/events/event-metadata.ts'

/** A calendar day in Europe/London, `YYYY-MM-DD`. */
export type IsoDate = string

/** An instant in UTC with milliseconds, `YYYY-MM-DDTHH:mm:ss.sssZ`. */
export type UtcInstant = string

export type Fact<Type extends string, Data> = { readonly type: Type; readonly data: Data }

/** A fact as the log holds it: with its place, its recorded time and its metadata. */
export type Recorded<F extends Fact<string, unknown>> = F & {
  readonly eventId: string
  readonly stream: string
  /** From 0, without gaps, within the stream. */
  readonly revision: number
  /** The decimal string of the log position: opaque, but ordered as a number. */
  readonly position: string
  readonly recordedAt: UtcInstant
  readonly metadata: EventMetadata
}
