import type { OfficeRow } from '@outstanding/read-models/offices'
import { mayRead } from '@outstanding/identity'
import { officeById } from './loader.ts'
import { personName } from '../person/loaders.ts'
import { builder } from '../graphql/builder.ts'
import { connectionTo } from '../lists/connection.ts'
import { HistoryOf } from '../audit/history/history-field.ts'
import { personIdOf } from '../server/identity/person-id.ts'
import type { AsOf } from '../as-of/as-of.ts'
import { now } from '../as-of/as-of.ts'
import { shownOf } from '../as-of/shown.ts'
import type { View } from '../as-of/read-session.ts'
import { OfficeKind } from './mutations.ts'

const HolderType = builder.objectRef<{ readonly id: string }>('Holder').implement({
  description: 'Who held an office on the day. Only when signed in.',
  fields: (t) => ({
    id: t.id({ description: 'The `id` of the person, `person-{uuid}`.', resolve: ({ id }) => personIdOf(id) }),
    name: t.string({
      nullable: true,
      description: '"name removed" if it was removed. Null if nobody with that id is registered.',
      resolve: async ({ id }, _args, context) => (await context.readSession.view()).load(personName, id),
    }),
  }),
})

const ServiceTransferType = builder.objectRef<OfficeRow['transfers'][number]>('ServiceTransfer').implement({
  description: 'A service that was transferred to another office, with the recommendations listed.',
  fields: (t) => ({
    id: t.exposeID('transferId', { description: 'The id that the entries of its items refer to.' }),
    service: t.exposeString('service', { description: 'The service.' }),
    to: t.exposeID('to', { description: "The other office's `id`." }),
    toName: t.exposeString('toName', { description: 'Its name on the day of the transfer.' }),
    on: t.expose('on', { type: 'Date', description: 'The day of the transfer (Europe/London).' }),
    items: t.idList({
      description: 'The `id` of every recommendation transferred with it. When signed out, only of those that are public.',
      resolve: async ({ items }, _args, { readSession }) => shownOf(await readSession.view(), items),
    }),
  }),
})

/** An office, and in which times it was asked for. */
export type OfficeNode = OfficeRow & { readonly asOf: AsOf }

export const OfficeType = builder.objectRef<OfficeNode>('Office')

builder.node(OfficeType, {
  description: 'An office or body that can own recommendations.',
  id: { resolve: ({ id }) => id },
  loadWithoutCache: async (id, context) => officeNode(await context.readSession.view(), id, now),
  interfaces: [HistoryOf],
  fields: (t) => ({
    name: t.exposeString('name', { description: "The office's or body's name." }),
    formerNames: t.stringList({
      description: 'Its earlier names, which searches still find. Empty if it has none.',
      resolve: ({ formerNames }) => [...formerNames],
    }),
    authority: t.exposeID('authority', { description: 'The slug of its authority.' }),
    kind: t.expose('kind', { type: OfficeKind, description: 'What kind of office or body it is.' }),
    portfolio: t.exposeString('portfolio', { nullable: true, description: 'What it is responsible for. Null if not recorded.' }),
    successor: t.exposeID('successor', {
      nullable: true,
      description: 'If the office was abolished, the office that took its open items.',
    }),
    abolishedOn: t.expose('abolishedOn', { type: 'Date', nullable: true, description: 'The day it ended. Null if it still exists.' }),
    transfers: t.field({
      type: [ServiceTransferType],
      description: 'The services transferred from it to other offices, oldest first.',
      resolve: ({ transfers }) => [...transfers],
    }),
    revision: t.exposeInt('revision', { description: 'Give this as `expectedRevision` of the next command.' }),
    holders: t.field({
      type: [HolderType],
      description: 'Who held it on the day of `asAt`. Empty when signed out.',
      resolve: ({ holders }, _args, { viewer }) => (mayRead(viewer.role, 'names') ? holders.map((id) => ({ id })) : []),
    }),
  }),
})

/** In any two times; null where there was none. */
export async function officeNode(view: View, id: string, asOf: AsOf): Promise<OfficeNode | null> {
  const office = await view.at(asOf).load(officeById, id, asOf.asAt)
  return office && { ...office, asOf }
}

export const OfficeConnection = connectionTo(OfficeType, 'Office')
