import type { EventOf, FactOf } from '../kernel/events/event-declarations.ts'
import { correctionEvents } from '../kernel/events/entry-corrected.ts'
import { fixed, id, name, nullable, oneOf, personId, slug, words } from '../kernel/fields/declare.ts'

export const officeKinds = ['EXECUTIVE_MEMBER', 'MEMBER', 'OFFICER', 'PARTNER', 'BODY'] as const
export type OfficeKind = (typeof officeKinds)[number]

export const officeEvents = {
  OfficeCreated: { name, authority: fixed(slug), kind: oneOf(officeKinds), portfolio: nullable(words) },
  HolderAppointed: { holder: personId },
  HolderLeft: { holder: personId },
  OfficeRenamed: { name, formerName: name },
  PortfolioChanged: { portfolio: words },
  /** One act moves the open items; the accountable body and the delivering body are apart, and the old names are kept. */
  ServiceTransferred: { service: name, accountableBody: name, deliveringBody: name, to: fixed(id) },
  ...correctionEvents,
} as const
export type OfficeEvent = EventOf<typeof officeEvents>
export type OfficeCreated = FactOf<typeof officeEvents, 'OfficeCreated'>
export type ServiceTransferred = FactOf<typeof officeEvents, 'ServiceTransferred'>
