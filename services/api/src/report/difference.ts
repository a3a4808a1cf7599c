import type { ReportEvent, ReportState } from '@outstanding/domain'
import { reportAttributes, reportDecider } from '@outstanding/domain'
import type { Comparable, Compared } from '../audit/difference/compare.ts'
import { compareItem, dayOf } from '../audit/difference/compare.ts'
import { betweenOf } from '../audit/difference/moment.ts'
import { sidesArgs } from '../audit/difference/sides-args.ts'
import { ItemDifference } from '../audit/difference/types.ts'
import { builder } from '../graphql/builder.ts'
import { pageArgs } from '../lists/connection.ts'
import { DifferenceConnection, differenceCost, differences } from '../recommendation/difference.ts'
import type { ReportNode } from './type.ts'
import { ReportType, reportNode } from './type.ts'

const ReportDifference = builder.objectRef<Compared<ReportNode>>('ReportDifference').implement({
  description: 'One report, compared between two sides: its own details and its recommendations.',
  interfaces: [ItemDifference],
  fields: (t) => ({
    before: t.expose('before', {
      type: ReportType,
      nullable: true,
      description: 'The item on the first side. Null if it did not exist or was not public.',
    }),
    after: t.expose('after', {
      type: ReportType,
      nullable: true,
      description: 'The item on the second side. Null if it does not exist or is not public.',
    }),
    recommendations: t.field({
      type: DifferenceConnection,
      description: 'The recommendations of this report that were added, removed or changed.',
      args: { ...pageArgs },
      complexity: differenceCost,
      resolve: ({ id, between }, page, context) => differences(context, between, { report: id }, page),
    }),
  }),
})

const comparable: Comparable<ReportNode, ReportState, ReportEvent> = {
  nodeOn: reportNode,
  dayOn: async (view, asOf) => ({ asAt: dayOf(view, asOf) }),
  decider: reportDecider,
  isThere: (state) => reportAttributes.values(state).some(({ field }) => field === 'TITLE'),
}

builder.queryField('reportDifference', (t) =>
  t.field({
    type: ReportDifference,
    nullable: true,
    description: 'One report on two sides. Null if it exists on neither.',
    args: { id: t.arg.id({ required: true, description: "The report's `id`." }), ...sidesArgs },
    complexity: 100,
    resolve: async (_root, { id, from, to }, context) =>
      compareItem(context, comparable, { id, between: await betweenOf(await context.readSession.view(), from, to ?? {}) }),
  }),
)
