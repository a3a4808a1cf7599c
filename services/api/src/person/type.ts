import { parseStream, personStream } from '@outstanding/event-store'
import { mayRead } from '@outstanding/identity'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { HistoryOf } from '../history/history-field.ts'

/** `id` is the stream's name. */
type PersonNode = { readonly id: string; readonly opaqueId: string; readonly erased: boolean }

export const PersonType = builder.objectRef<PersonNode>('Person')

builder.node(PersonType, {
  description: 'Somebody who typed something, or holds an office: an opaque id, and a name kept sealed. Only when signed in.',
  id: { resolve: ({ id }) => id },
  loadWithoutCache: (id, context) => personNode(id, context),
  interfaces: [HistoryOf],
  fields: (t) => ({
    name: t.string({
      nullable: true,
      description: '"name removed" where it was removed.',
      resolve: async ({ opaqueId }, _args, context) => (await context.reading.view()).load.personName(opaqueId),
    }),
    erased: t.exposeBoolean('erased'),
  }),
})

async function personNode(id: string, context: Context): Promise<PersonNode | null> {
  const parsed = parseStream(id)
  if (!mayRead(context.viewer.role, 'names') || parsed?.aggregate !== 'person') return null
  const row = await (await context.reading.view()).load.person(parsed.id)
  return row && { id: personStream(row.id), opaqueId: row.id, erased: row.erased }
}

builder.queryFields((t) => ({
  person: t.field({
    type: PersonType,
    nullable: true,
    authScopes: { signedIn: true },
    args: { id: t.arg.id({ required: true, description: '`person-{uuid}`.' }) },
    resolve: (_root, { id }, context) => personNode(id, context),
  }),
  viewer: t.field({
    type: PersonType,
    nullable: true,
    description: 'Whoever the token names; null when signed out.',
    resolve: (_root, _args, context) => (context.viewer.signedIn ? personNode(personStream(context.viewer.actor.id), context) : null),
  }),
}))
