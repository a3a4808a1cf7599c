import { parseStream } from '@outstanding/domain'
import { personStream } from '@outstanding/event-store'
import { mayRead } from '@outstanding/identity'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../server/context.ts'
import { HistoryOf } from '../audit/history/history-field.ts'
import type { Basis } from '../as-of/basis.ts'
import { basisOf } from '../as-of/basis.ts'
import type { Times } from '../as-of/times-args.ts'
import { timesArgs } from '../as-of/times-args.ts'

/** `id` is the stream's name. */
type PersonNode = { readonly id: string; readonly opaqueId: string; readonly erased: boolean; readonly basis: Basis }

export const PersonType = builder.objectRef<PersonNode>('Person')

builder.node(PersonType, {
  description: 'A person who recorded something or is an office holder: an opaque id and an encrypted name. Only when signed in.',
  id: { resolve: ({ id }) => id },
  loadWithoutCache: (id, context) => personNode(id, context),
  interfaces: [HistoryOf],
  fields: (t) => ({
    name: t.string({
      nullable: true,
      description: '"name removed" where it was removed.',
      resolve: async ({ opaqueId }, _args, context) => (await context.reading.view()).load.personName(opaqueId),
    }),
    erased: t.exposeBoolean('erased', { description: 'Whether the name was removed for ever.' }),
  }),
})

async function personNode(id: string, context: Context, times: Times = {}): Promise<PersonNode | null> {
  const parsed = parseStream(id)
  if (!mayRead(context.viewer.role, 'names') || parsed?.aggregate !== 'person') return null
  const view = await context.reading.view()
  const basis = await basisOf(view.snapshot, times)
  const row = await view.at(basis).load.person(parsed.id, basis.asAt)
  return row && { id: personStream(row.id), opaqueId: row.id, erased: row.erased, basis }
}

builder.queryFields((t) => ({
  person: t.field({
    type: PersonType,
    nullable: true,
    authScopes: { signedIn: true },
    description: 'In any two times; the name is always that of now, and gone from the past too once it was removed.',
    args: { id: t.arg.id({ required: true, description: '`person-{uuid}`.' }), ...timesArgs },
    resolve: (_root, { id, ...times }, context) => personNode(id, context, times),
  }),
  viewer: t.field({
    type: PersonType,
    nullable: true,
    description: 'The holder of the token; null when signed out.',
    resolve: (_root, _args, context) => (context.viewer.signedIn ? personNode(personStream(context.viewer.actor.id), context) : null),
  }),
}))
