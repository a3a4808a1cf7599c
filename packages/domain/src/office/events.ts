import type { EventOf, FactOf } from '../kernel/events/event-declarations.ts'
import { correctionEvents } from '../kernel/events/entry-corrected.ts'
import { renaming } from '../renaming/renaming.ts'
import { derived, fixed, id, listOf, name, nullable, oneOf, personId, slug, words } from '../kernel/fields/declare.ts'

export const officeKinds = ['EXECUTIVE_MEMBER', 'MEMBER', 'OFFICER', 'PARTNER', 'BODY'] as const
export type OfficeKind = (typeof officeKinds)[number]

export const officeEvents = {
  OfficeCreated: { name, authority: fixed(slug), kind: oneOf(officeKinds), portfolio: nullable(words) },
  HolderAppointed: { holder: personId },
  HolderLeft: { holder: personId },
  OfficeRenamed: renaming,
  PortfolioChanged: { portfolio: words },
  /**
   * A service went to another office, with the items named. Each of them says so in its own history (OwnerTransferred): nobody's items are
   * derived from this. `delivering` is the office of the body that delivers it, where that is another than the accountable one.
   */
  ServiceTransferred: {
    transferId: fixed(id),
    service: name,
    accountableBody: nullable(name),
    deliveringBody: nullable(name),
    delivering: fixed(nullable(id)),
    to: fixed(id),
    fromName: derived(name),
    toName: derived(name),
    items: fixed(listOf(id, { min: 1, max: 5_000 })),
  },
  /** The office ended, and its open items went to its successor, as in a transfer. */
  OfficeAbolished: {
    transferId: fixed(id),
    reason: words,
    successor: fixed(nullable(id)),
    fromName: derived(name),
    successorName: derived(nullable(name)),
    items: fixed(listOf(id, { max: 5_000 })),
  },
  ...correctionEvents,
} as const
export type OfficeEvent = EventOf<typeof officeEvents>
export type OfficeCreated = FactOf<typeof officeEvents, 'OfficeCreated'>
export type ServiceTransferred = FactOf<typeof officeEvents, 'ServiceTransferred'>
export type OfficeAbolished = FactOf<typeof officeEvents, 'OfficeAbolished'>
