import type { RecommendationEvent, RecommendationState } from '@outstanding/domain'
import { recommendationDecider } from '@outstanding/domain'
import type { PageRequest } from '@outstanding/projection'
import type { RecommendationFilter } from '@outstanding/read-models'
import { listDifferences } from '@outstanding/read-models'
import { recommendationById } from './loaders.ts'
import type { AsOf } from '../as-of/as-of.ts'
import type { Comparable, Compared } from '../audit/difference/compare.ts'
import { compareItem, dayOf } from '../audit/difference/compare.ts'
import type { Between } from '../audit/difference/moment.ts'
import { betweenOf } from '../audit/difference/moment.ts'
import { sidesArgs } from '../audit/difference/sides-args.ts'
import { ItemDifference } from '../audit/difference/types.ts'
import { builder } from '../graphql/builder.ts'
import { asConnection, connectionTo, pageArgs, pageOf } from '../lists/connection.ts'
import { refuseUnknownFilter } from './refuse-unknown-filter.ts'
import type { Context } from '../server/context.ts'
import { pageCost } from '../server/limits/cost.ts'
import { dueSoonDaysOn } from './due-soon-days-on.ts'
import { RecommendationFilterInput, filterOf } from './list-inputs.ts'
import type { RecommendationNode } from './recommendation-node.ts'
import { RecommendationType } from './type.ts'

const RecommendationDifference = builder.objectRef<Compared<RecommendationNode>>('RecommendationDifference').implement({
  description: 'One recommendation, compared between two sides.',
  interfaces: [ItemDifference],
  fields: (t) => ({
    before: t.expose('before', {
      type: RecommendationType,
      nullable: true,
      description: 'The item on the first side. Null if it did not exist or was not public.',
    }),
    after: t.expose('after', {
      type: RecommendationType,
      nullable: true,
      description: 'The item on the second side. Null if it does not exist or is not public.',
    }),
  }),
})

export const DifferenceConnection = connectionTo(RecommendationDifference, 'Difference')

const comparable: Comparable<RecommendationNode, RecommendationState, RecommendationEvent> = {
  nodeOn: async (view, id, asOf) => {
    const row = await view.at(asOf).load(recommendationById, id, asOf.asAt)
    return row && { ...row, asOf }
  },
  dayOn: async (view, asOf, { authority }) => {
    const asAt = dayOf(view, asOf)
    return { asAt, dueSoonDays: await dueSoonDaysOn(view.at(asOf), authority, asAt) }
  },
  decider: recommendationDecider,
  isThere: ({ kind }) => kind !== 'NOT_ISSUED',
}

/** Two lists are read whole to be compared; each item shown is folded. */
export const differenceCost = (args: PageRequest) => ({ ...pageCost(args), field: 500 })

/** One page of the recommendations of a list that are not the same on both sides. */
export async function differences(context: Context, between: Between, filter: RecommendationFilter, page: PageRequest) {
  const view = await context.readSession.view()
  const sideOf = (asOf: AsOf) => ({ snapshot: view.at(asOf).snapshot, asAt: dayOf(view, asOf) })
  const request = { ...pageOf(page), audience: view.audience, filter }
  const found = asConnection(await listDifferences(sideOf(between.from), sideOf(between.to), request), page)
  if (found.isEmptyList) await refuseUnknownFilter(view, filter)
  const nodes = await Promise.all(found.edges.map(({ node }) => compareItem(context, comparable, { id: node.stream, between }, node)))
  // An item of either list is there on that side.
  const edges = found.edges.flatMap(({ cursor }, index) => (nodes[index] ? [{ cursor, node: nodes[index] }] : []))
  return { ...found, edges }
}

builder.queryFields((t) => ({
  difference: t.field({
    type: DifferenceConnection,
    description:
      'The recommendations of a list that were added, removed or changed between two sides, in the order of the list. Either or both times may differ, in either direction.',
    args: {
      ...sidesArgs,
      ...pageArgs,
      filter: t.arg({ type: RecommendationFilterInput, description: 'Which recommendations. By default all.' }),
    },
    complexity: differenceCost,
    resolve: async (_root, { from, to, filter, ...page }, context) => {
      const between = await betweenOf(await context.readSession.view(), from, to ?? {})
      return differences(context, between, filter ? filterOf(filter) : {}, page)
    },
  }),
  recommendationDifference: t.field({
    type: RecommendationDifference,
    nullable: true,
    description: 'One recommendation on two sides. Null if it exists on neither.',
    args: { id: t.arg.id({ required: true, description: "The recommendation's `id`." }), ...sidesArgs },
    complexity: 100,
    resolve: async (_root, { id, from, to }, context) =>
      compareItem(context, comparable, { id, between: await betweenOf(await context.readSession.view(), from, to ?? {}) }),
  }),
}))
