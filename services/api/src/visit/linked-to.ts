import { builder } from '../graphql/builder.ts'
import { recommendationNode } from '../recommendation/node.ts'
import { RecommendationType } from '../recommendation/type.ts'
import { ReportType } from '../report/type.ts'
import { visitsOfReport } from './loaders.ts'
import { VisitFindingType, VisitType } from './type.ts'

builder.objectField(VisitFindingType, 'linkedTo', (t) =>
  t.field({
    type: [RecommendationType],
    complexity: { field: 3, multiplier: 4 },
    description: 'The recommendations that it concerns, of those that you may see.',
    resolve: async ({ items, asOf }, _args, context) => {
      const view = await context.readSession.view()
      const nodes = await Promise.all(items.map((item) => recommendationNode(view, item, asOf)))
      return nodes.filter((node) => node !== null)
    },
  }),
)

builder.objectField(ReportType, 'visits', (t) =>
  t.field({
    type: [VisitType],
    complexity: { field: 2, multiplier: 2 },
    description: 'The visits that are printed in it, the oldest first.',
    resolve: async ({ id, asOf }, _args, context) => {
      const visits = await (await context.readSession.view()).at(asOf).load(visitsOfReport, id, asOf.asAt)
      return visits.map((visit) => ({ ...visit, asOf }))
    },
  }),
)
