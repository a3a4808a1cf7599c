import type { OfficeRow } from '@outstanding/read-models'
import { mayRead } from '@outstanding/identity'
import { builder } from '../builder.ts'
import { connectionTo } from '../connection/connection.ts'
import { HistoryOf } from '../history/history-field.ts'
import { OfficeKind } from './mutations.ts'

const HolderType = builder.objectRef<{ readonly id: string }>('Holder').implement({
  description: 'Who holds an office today; only when signed in.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'An opaque person id.' }),
    name: t.string({
      nullable: true,
      description: '"name removed" where it was removed; null where nobody of that id was registered.',
      resolve: async ({ id }, _args, context) => (await context.reading.view()).load.personName(id),
    }),
  }),
})

export const OfficeType = builder.objectRef<OfficeRow>('Office')

builder.node(OfficeType, {
  description: 'An office or body that can own recommendations.',
  id: { resolve: ({ id }) => id },
  loadWithoutCache: async (id, context) => (await context.reading.view()).load.office(id),
  interfaces: [HistoryOf],
  fields: (t) => ({
    name: t.exposeString('name'),
    formerNames: t.stringList({ resolve: ({ formerNames }) => [...formerNames] }),
    authority: t.exposeID('authority'),
    kind: t.expose('kind', { type: OfficeKind }),
    portfolio: t.exposeString('portfolio', { nullable: true }),
    successor: t.exposeID('successor', { nullable: true, description: 'The office or body to which its open items went.' }),
    revision: t.exposeInt('revision', { description: 'What `expectedRevision` of the next command names.' }),
    holders: t.field({
      type: [HolderType],
      resolve: ({ holders }, _args, { viewer }) => (mayRead(viewer.role, 'names') ? holders.map((id) => ({ id })) : []),
    }),
  }),
})

export const OfficeConnection = connectionTo(OfficeType, 'Office')
