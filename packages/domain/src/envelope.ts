/** A calendar day in Europe/London, `YYYY-MM-DD`. */
export type IsoDate = string

/** An instant in UTC with milliseconds, `YYYY-MM-DDTHH:mm:ss.sssZ`. */
export type UtcInstant = string

/** The closed set of roles. `public` is whoever is not signed in. */
export const roles = [
  'officer',
  'committee-member',
  'responsible-member',
  'lead-officer',
  'quartet',
  'auditor',
  'administrator',
  'public',
] as const
export type Role = (typeof roles)[number]

/** Whose act it was: rules test the principal, not the person who typed. `id` is a stream name, slug or opaque id. */
export type Principal = { readonly kind: 'office' | 'body' | 'person'; readonly id: string }

/** Who typed it (an opaque person id, never a name) and for whom. */
export type Actor = { readonly id: string; readonly role: Role; readonly onBehalfOf?: Principal }

/** What a document says of where, and when, something was recorded. Shown as such; never used as system time. */
export type Source = {
  readonly system: string
  readonly document?: string
  readonly place?: string
  readonly recordedOn?: IsoDate
}

export type PolicyRef = { readonly authority: string; readonly version: number }

/** Metadata of every event, version 1 (see the foundations of the design). */
export type EventMetadata = {
  readonly schemaVersion: number
  /** The day it happened in the world (Europe/London). */
  readonly effectiveOn: IsoDate
  readonly commandId: string
  /** The place of this event among those of its command, from 0. */
  readonly index: number
  readonly requestDigest: string
  readonly correlationId: string
  readonly causationId: string
  readonly actor: Actor
  /** The partition: the slug that stream names carry. */
  readonly authority: string
  readonly policy?: PolicyRef
  readonly source?: Source
  readonly illustrative?: true
  readonly traceparent?: string
}

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

/** Puts a mistake right: names the entry, says why; both stay visible. Stands in every aggregate's union. */
export type EntryCorrected = Fact<
  'EntryCorrected',
  {
    /** The eventId of the entry corrected (which may itself be a correction). */
    readonly entry: string
    readonly reason: string
    readonly change:
      | { readonly kind: 'VOID' }
      | {
          readonly kind: 'REPLACE'
          /** Fields of the entry's data, by name, with their right values. */
          readonly fields: Readonly<Record<string, unknown>>
          readonly effectiveOn?: IsoDate
        }
  }
>
