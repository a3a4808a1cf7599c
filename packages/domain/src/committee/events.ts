import type { EventOf, FactOf } from '../kernel/events/event-declarations.ts'
import { correctionEvents } from '../kernel/events/entry-corrected.ts'
import { renaming } from '../renaming/renaming.ts'
import { fixed, listOf, name, nullable, oneOf, slug, wholeNumber, words } from '../kernel/fields/declare.ts'

export const committeeKinds = ['OVERVIEW_AND_SCRUTINY', 'AUDIT', 'POLICY', 'REGULATORY', 'JOINT', 'COUNCIL'] as const
export type CommitteeKind = (typeof committeeKinds)[number]

export const committeeEvents = {
  /** The slug is what a decision's `committee` holds; it never changes. */
  CommitteeEstablished: {
    slug: fixed(slug),
    name,
    authority: fixed(slug),
    kind: oneOf(committeeKinds),
    remit: nullable(words),
    /** How many members must be present, where that is known. */
    quorum: nullable(wholeNumber(1)),
  },
  CommitteeRenamed: renaming,
  /** `successors`: the slugs of the committees that take its place. */
  CommitteeAbolished: { successors: fixed(listOf(slug)), resolution: nullable(words) },
  ...correctionEvents,
} as const
export type CommitteeEvent = EventOf<typeof committeeEvents>
export type CommitteeEstablished = FactOf<typeof committeeEvents, 'CommitteeEstablished'>
export type CommitteeAbolished = FactOf<typeof committeeEvents, 'CommitteeAbolished'>
