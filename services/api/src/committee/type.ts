import type { CommitteeRow } from '@outstanding/read-models/committees'
import { committeeById } from './loader.ts'
import { builder } from '../graphql/builder.ts'
import { connectionTo } from '../lists/connection.ts'
import { HistoryOf } from '../audit/history/history-field.ts'
import type { AsOf } from '../as-of/as-of.ts'
import { now } from '../as-of/as-of.ts'
import type { View } from '../as-of/read-session.ts'
import { CommitteeKind } from './mutations.ts'

/** A committee, and in which times it was asked for. */
export type CommitteeNode = CommitteeRow & { readonly asOf: AsOf }

export const CommitteeType = builder.objectRef<CommitteeNode>('Committee')

builder.node(CommitteeType, {
  description: 'A committee that decides on recommendations.',
  id: { resolve: ({ id }) => id },
  loadWithoutCache: async (id, context) => committeeNode(await context.readSession.view(), id, now),
  interfaces: [HistoryOf],
  fields: (t) => ({
    slug: t.exposeID('slug', { description: 'The slug that decisions use for it. Unique within its authority; never changes.' }),
    name: t.exposeString('name', { description: "The committee's name on the day of `asAt`." }),
    formerNames: t.stringList({
      description: 'Its earlier names, oldest first. Empty if it has none.',
      resolve: ({ formerNames }) => [...formerNames],
    }),
    authority: t.exposeID('authority', { description: 'The slug of its authority.' }),
    kind: t.expose('kind', { type: CommitteeKind, description: 'What kind of committee it is.' }),
    remit: t.exposeString('remit', { nullable: true, description: 'What it looks at. Null if that was not recorded.' }),
    quorum: t.exposeInt('quorum', { nullable: true, description: 'How many members must be present. Null if not recorded.' }),
    abolishedOn: t.expose('abolishedOn', { type: 'Date', nullable: true, description: 'Its last day. Null until it is abolished.' }),
    successors: t.idList({
      description: 'The slugs of its successors. May be empty.',
      resolve: ({ successors }) => [...successors],
    }),
    resolution: t.exposeString('resolution', {
      nullable: true,
      description: 'The resolution that abolished it. Null if not recorded.',
    }),
    revision: t.exposeInt('revision', { description: 'Give this as `expectedRevision` of the next command.' }),
  }),
})

/** In any two times; null where there was none. */
export async function committeeNode(view: View, id: string, asOf: AsOf): Promise<CommitteeNode | null> {
  const committee = await view.at(asOf).load(committeeById, id, asOf.asAt)
  return committee && { ...committee, asOf }
}

export const CommitteeConnection = connectionTo(CommitteeType, 'Committee')
