import type { ObjectRef } from '@pothos/core'
import type { PageRequest, PageResult } from '@outstanding/projection'
import { builder } from '../graphql/builder.ts'
import { totalOf } from '@outstanding/projection'
import { fieldError } from '../server/errors/field-error.ts'
import { defaultPage, maxPage } from '../server/limits/cost.ts'

type Types = typeof builder.$inferSchemaTypes

builder.globalConnectionField('totalCount', (t) =>
  t.int({
    description: 'The number in the whole filtered list, not only on this page.',
    resolve: totalOf,
  }),
)

/** A Relay connection over a list that is read forward only. */
export const connectionTo = <Shape>(type: ObjectRef<Types, Shape>, name: string) =>
  builder.connectionObject(
    { type, name: `${name}Connection`, description: `One page of a list of \`${type.name}\`.` },
    { name: `${name}Edge`, description: `One \`${type.name}\` of a list, with its place in it.` },
  )

export const pageArgs = {
  first: builder.args((t) => ({ first: t.int({ description: `How many, 1 to ${maxPage}; ${defaultPage} by default.` }) })).first,
  after: builder.args((t) => ({ after: t.string({ description: 'The cursor to continue after, from this list in this order.' }) })).after,
}

export const pageOf = (args: PageRequest): PageRequest => ({ first: args.first ?? defaultPage, after: args.after ?? null })

/** The page in Relay's shape, and whether nothing at all is in the list; a refused request (a page too long, a strange cursor) is a field error. */
export function asConnection<Node, Shown = Node>(
  result: PageResult<Node>,
  request: PageRequest,
  shown: (node: Node) => Shown = (node) => node as unknown as Shown,
) {
  if (!result.ok) throw fieldError(result.rejection.rule, result.rejection.field, result.rejection.message)
  const { totalCount, hasNextPage, endCursor } = result.page
  const edges = result.page.edges.map(({ cursor, node }) => ({ cursor, node: shown(node) }))
  const pageInfo = { hasNextPage, hasPreviousPage: request.after != null, startCursor: edges[0]?.cursor ?? null, endCursor }
  return { totalCount, edges, pageInfo, isEmptyList: edges.length === 0 && request.after == null }
}
