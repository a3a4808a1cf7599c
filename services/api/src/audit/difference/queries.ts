import type { PageRequest } from '@outstanding/projection'
import type { RecommendationFilter } from '@outstanding/read-models'
import { listDifferences } from '@outstanding/read-models'
import { builder } from '../../graphql/builder.ts'
import { asConnection, connectionTo, pageArgs, pageOf } from '../../lists/connection.ts'
import type { Context } from '../../server/context.ts'
import { refuseUnknownIn } from '../../lists/refuse-unknown.ts'
import { pageCost } from '../../server/limits/cost.ts'
import type { Basis } from '../../as-of/basis.ts'
import { RecommendationFilterInput, filterOf } from '../../recommendation/list-inputs.ts'
import { compareRecommendation, compareReport } from './compare.ts'
import type { Between } from './moment.ts'
import { MomentInput, betweenOf } from './moment.ts'
import { RecommendationDifference, ReportDifference } from './types.ts'

const DifferenceConnection = connectionTo(RecommendationDifference, 'Difference')

const sides = builder.args((t) => ({
  from: t.field({ type: MomentInput, required: true, description: 'The first side.' }),
  to: t.field({ type: MomentInput, description: 'The second side; now where it is not given.' }),
}))

/** Two lists are read whole to be compared; each item shown is folded. */
const differenceCost = (args: PageRequest) => ({ ...pageCost(args), field: 500 })

async function differences(context: Context, between: Between, filter: RecommendationFilter, page: PageRequest) {
  const view = await context.reading.view()
  const sideOf = (basis: Basis) => ({ snapshot: view.at(basis).snapshot, asAt: basis.asAt ?? view.snapshot.today })
  const request = { ...pageOf(page), audience: view.audience, filter }
  const found = asConnection(await listDifferences(sideOf(between.from), sideOf(between.to), request), page)
  if (found.totalCount === 0) await refuseUnknownIn(view, filter)
  const nodes = await Promise.all(found.edges.map(({ node }) => compareRecommendation(context, node.stream, between, node)))
  // An item of either list is there on that side.
  const edges = found.edges.flatMap(({ cursor }, index) => (nodes[index] ? [{ cursor, node: nodes[index] }] : []))
  return { ...found, edges }
}

builder.queryFields((t) => ({
  difference: t.field({
    type: DifferenceConnection,
    description:
      'The recommendations of a list that were added, removed or changed between two sides, in the order of the list: either or both times may differ, in either direction.',
    args: {
      ...sides,
      ...pageArgs,
      filter: t.arg({ type: RecommendationFilterInput, description: 'Which recommendations: all where none is given.' }),
    },
    complexity: differenceCost,
    resolve: async (_root, { from, to, filter, ...page }, context) => {
      const between = await betweenOf(await context.reading.view(), from, to ?? {})
      return differences(context, between, filter ? filterOf(filter) : {}, page)
    },
  }),
  recommendationDifference: t.field({
    type: RecommendationDifference,
    nullable: true,
    description: 'One recommendation on two sides; null where it is on neither.',
    args: { id: t.arg.id({ required: true, description: "The recommendation's `id`." }), ...sides },
    complexity: 100,
    resolve: async (_root, { id, from, to }, context) =>
      compareRecommendation(context, id, await betweenOf(await context.reading.view(), from, to ?? {})),
  }),
  reportDifference: t.field({
    type: ReportDifference,
    nullable: true,
    description: 'One report on two sides; null where it is on neither.',
    args: { id: t.arg.id({ required: true, description: "The report's `id`." }), ...sides },
    complexity: 100,
    resolve: async (_root, { id, from, to }, context) =>
      compareReport(context, id, await betweenOf(await context.reading.view(), from, to ?? {})),
  }),
}))

builder.objectField(ReportDifference, 'recommendations', (t) =>
  t.field({
    type: DifferenceConnection,
    description: 'The recommendations of this report that were added, removed or changed.',
    args: { ...pageArgs },
    complexity: differenceCost,
    resolve: ({ id, between }, page, context) => differences(context, between, { report: id }, page),
  }),
)
