import type { ObjectOf, TypeOf } from '../fields/field.ts'
import {
  code,
  date,
  dictionaryOf,
  instant,
  line,
  onlyTrue,
  oneOf,
  optional,
  objectOf,
  slug,
  uuid,
  wholeNumber,
  words,
} from '../fields/declare.ts'

/** The closed set of roles. `public` means not signed in. */
export const roles = [
  'officer',
  'committee-member',
  'responsible-member',
  'lead-officer',
  'quartet',
  'auditor',
  'information-governance',
  'administrator',
  'public',
] as const
export type Role = (typeof roles)[number]

/** Whose act it was: rules test the principal, not the person who typed. `id` is a stream name, slug or opaque id. */
const principal = objectOf({ kind: oneOf(['office', 'body', 'person']), id: code })
export type Principal = TypeOf<typeof principal>

/** Who typed it (an opaque person id, never a name) and for whom. */
const actor = objectOf({ id: code, role: oneOf(roles), onBehalfOf: optional(principal) })
export type Actor = TypeOf<typeof actor>

/** What a document says of where, and when, something was recorded. Shown as such; never used as system time. */
const source = objectOf({ system: words, document: optional(words), place: optional(words), recordedOn: optional(date) })
export type Source = TypeOf<typeof source>

const policy = objectOf({ authority: code, version: wholeNumber(0) })
export type PolicyRef = TypeOf<typeof policy>

/** Metadata of every event, version 1 (see the foundations of the design). */
export const eventMetadata = {
  schemaVersion: wholeNumber(1),
  /** The day it happened in the world (Europe/London). */
  effectiveOn: date,
  /** Of each date that is not known to the day, by its path in the data or as `effectiveOn`: it is the last day of its month or year. */
  precisions: optional(dictionaryOf(oneOf(['MONTH', 'YEAR']))),
  commandId: uuid,
  /** The place of this event among those of its command, from 0. */
  index: wholeNumber(0),
  /** Counts as free text, so it is sealed and removed with the texts: a plain digest would confirm a guess at a removed text. */
  requestDigest: line,
  correlationId: code,
  causationId: code,
  actor,
  /** The partition: the slug that stream names carry. */
  authority: slug,
  policy: optional(policy),
  source: optional(source),
  illustrative: optional(onlyTrue),
  /** Of an example entry whose recorded time was given to an empty embedded log instead of taken from its clock: that time. */
  seededAt: optional(instant),
  traceparent: optional(code),
} as const
export type EventMetadata = ObjectOf<typeof eventMetadata>
