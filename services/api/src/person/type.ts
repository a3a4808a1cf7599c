import { parseStream } from '@outstanding/domain'
import { personStream } from '@outstanding/event-store'
import { mayRead } from '@outstanding/identity'
import { personById, personName } from './loaders.ts'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../server/context.ts'
import { HistoryOf } from '../audit/history/history-field.ts'
import type { AsOf } from '../as-of/as-of.ts'
import { resolveAsOf } from '../as-of/as-of.ts'
import type { AsOfTimes } from '../as-of/as-of-args.ts'
import { asOfArgs } from '../as-of/as-of-args.ts'

/** `id` is the stream's name. */
type PersonNode = { readonly id: string; readonly opaqueId: string; readonly erased: boolean; readonly asOf: AsOf }

export const PersonType = builder.objectRef<PersonNode>('Person')

builder.node(PersonType, {
  description: 'A person who recorded something or is an office holder: an opaque id and an encrypted name. Only when signed in.',
  id: { resolve: ({ id }) => id },
  loadWithoutCache: (id, context) => personNode(id, context),
  interfaces: [HistoryOf],
  fields: (t) => ({
    name: t.string({
      nullable: true,
      description: '"name removed" if it was removed.',
      resolve: async ({ opaqueId }, _args, context) => (await context.readSession.view()).load(personName, opaqueId),
    }),
    erased: t.exposeBoolean('erased', { description: 'Whether the name was permanently removed.' }),
  }),
})

async function personNode(id: string, context: Context, times: AsOfTimes = {}): Promise<PersonNode | null> {
  const parsed = parseStream(id)
  if (!mayRead(context.viewer.role, 'names') || parsed?.aggregate !== 'person') return null
  const view = await context.readSession.view()
  const asOf = await resolveAsOf(view.snapshot, times)
  const row = await view.at(asOf).load(personById, parsed.id, asOf.asAt)
  return row && { id: personStream(row.id), opaqueId: row.id, erased: row.erased, asOf }
}

builder.queryFields((t) => ({
  person: t.field({
    type: PersonType,
    nullable: true,
    authScopes: { signedIn: true },
    description: 'Works for any two times. The name is always the current one. Once removed, it is also removed from past times.',
    args: { id: t.arg.id({ required: true, description: '`person-{uuid}`.' }), ...asOfArgs },
    resolve: (_root, { id, ...times }, context) => personNode(id, context, times),
  }),
  viewer: t.field({
    type: PersonType,
    nullable: true,
    description: 'The holder of the token. Null when signed out.',
    resolve: (_root, _args, context) => (context.viewer.signedIn ? personNode(personStream(context.viewer.actor.id), context) : null),
  }),
}))
