import { mayRead, readingRefusal } from '@outstanding/identity'
import SchemaBuilder from '@pothos/core'
import ComplexityPlugin from '@pothos/plugin-complexity'
import RelayPlugin from '@pothos/plugin-relay'
import ScopeAuthPlugin from '@pothos/plugin-scope-auth'
import { GraphQLError } from 'graphql'
import type { Context } from '../server/context.ts'
import { cost } from '../server/limits/cost.ts'
import { typenameOfId } from './node-id.ts'

/** The types that every folder of the schema builds on: each noun adds its own. */
export type SchemaWords = {
  Context: Context
  DefaultFieldNullability: false
  DefaultEdgesNullability: false
  DefaultNodeNullability: false
  AuthScopes: { signedIn: boolean; audit: boolean; published: boolean }
  Scalars: {
    ID: { Input: string; Output: string }
    Date: { Input: string; Output: string }
    DateTime: { Input: string; Output: string }
    LogPosition: { Input: string; Output: string }
    JSON: { Input: unknown; Output: unknown }
  }
  Connection: { totalCount: number }
}

/** The one builder. An id is the name of the stream itself, not an encoding of it. */
export const builder = new SchemaBuilder<SchemaWords>({
  plugins: [ScopeAuthPlugin, RelayPlugin, ComplexityPlugin],
  defaultFieldNullability: false,
  scopeAuth: {
    authScopes: ({ viewer }) => ({
      signedIn: viewer.signedIn,
      audit: mayRead(viewer.role, 'audit'),
      published: mayRead(viewer.role, 'published'),
    }),
    unauthorizedError: (_parent, { viewer }) =>
      viewer.signedIn
        ? new GraphQLError(readingRefusal(viewer.role), { extensions: { code: 'FORBIDDEN' } })
        : new GraphQLError('Sign in: send an access token in the Authorization header.', { extensions: { code: 'UNAUTHENTICATED' } }),
  },
  // Cost is measured once for the whole operation, before anything runs (limits/use-limits.ts).
  complexity: { disabled: true, defaultComplexity: cost.field, defaultListMultiplier: cost.list },
  relay: {
    cursorType: 'String',
    idFieldOptions: { description: 'Its id: the name of its stream in the log. It never changes.' },
    nodeTypeOptions: { description: 'Anything that has an id and can be asked for by it with `node`.' },
    nodeQueryOptions: {
      description: 'Any item by its `id`. Null where there is none, or where you may not see it.',
      args: { id: { description: 'The `id` of an item of any type, for example `recommendation-...`.' } },
    },
    edgesFieldOptions: {
      nullable: false,
      description: 'The items of this page, in the order of the list.',
      complexity: { field: 0, multiplier: 1 },
    },
    nodeFieldOptions: { nullable: false, description: 'The item itself.' },
    cursorFieldOptions: { description: 'The place of this item in its list: give it as `after` to continue from here.' },
    pageInfoFieldOptions: { description: 'Whether there are further pages, and where they begin.' },
    pageInfoTypeOptions: { description: 'Where a page stands in its list.' },
    hasNextPageFieldOptions: { description: 'Whether there are items after this page.' },
    hasPreviousPageFieldOptions: { description: 'Whether this page was asked for with `after`, so that it does not begin the list.' },
    startCursorFieldOptions: { description: 'The cursor of the first item of this page; null where the page is empty.' },
    endCursorFieldOptions: {
      description: 'The cursor of the last item: give it as `after` for the next page. Null where the page is empty.',
    },
    nodesQueryOptions: false,
    encodeGlobalID: (_typename, id) => String(id),
    decodeGlobalID: (id) => ({ typename: typenameOfId(id), id }),
  },
})

builder.queryType({ description: 'Everything that can be asked. Signed out, only what is published.' })
builder.mutationType({ description: 'Every command, verb first. Each needs a token whose role may record it.' })
builder.subscriptionType({ description: 'FeedEvent over server-sent events.' })
