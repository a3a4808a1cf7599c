import { mayRead, readRefusal } from '@outstanding/identity'
import type { TotalCount } from '@outstanding/projection'
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
  Connection: { totalCount: TotalCount }
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
        ? new GraphQLError(readRefusal(viewer.role), { extensions: { code: 'FORBIDDEN' } })
        : new GraphQLError('Sign in: send an access token in the Authorization header.', { extensions: { code: 'UNAUTHENTICATED' } }),
  },
  // Cost is measured once for the whole operation, before anything runs (limits/use-limits.ts).
  complexity: { disabled: true, defaultComplexity: cost.field, defaultListMultiplier: cost.list },
  relay: {
    cursorType: 'String',
    idFieldOptions: { description: 'Its id: the name of its stream in the log. It never changes.' },
    nodeTypeOptions: { description: 'An item with an id, which `node` can look up.' },
    nodeQueryOptions: {
      description: 'Any item by its `id`. Null if there is none, or if you may not see it.',
      args: { id: { description: 'The `id` of an item of any type, for example `recommendation-...`.' } },
    },
    edgesFieldOptions: {
      nullable: false,
      description: 'The items of this page, in the order of the list.',
      complexity: { field: 0, multiplier: 1 },
    },
    nodeFieldOptions: { nullable: false, description: 'The item itself.' },
    cursorFieldOptions: { description: 'The position of this item in its list. Pass it as `after` to continue from here.' },
    pageInfoFieldOptions: { description: 'Whether there are more pages, and where they start.' },
    pageInfoTypeOptions: { description: 'The position of a page in its list.' },
    hasNextPageFieldOptions: { description: 'Whether there are more items after this page.' },
    hasPreviousPageFieldOptions: { description: 'Whether `after` was used, so that this is not the first page.' },
    startCursorFieldOptions: { description: 'The cursor of the first item on this page. Null if the page is empty.' },
    endCursorFieldOptions: {
      description: 'The cursor of the last item on this page. Pass it as `after` to get the next page. Null if the page is empty.',
    },
    nodesQueryOptions: false,
    encodeGlobalID: (_typename, id) => String(id),
    decodeGlobalID: (id) => ({ typename: typenameOfId(id), id }),
  },
})

builder.queryType({ description: 'All queries. When signed out, they return only what is published.' })
builder.mutationType({ description: 'All commands. Each needs a token with a role that may record it.' })
builder.subscriptionType({ description: 'The event feed, as server-sent events.' })
