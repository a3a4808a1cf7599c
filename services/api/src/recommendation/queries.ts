import { countBySchedule, listRecommendations } from '@outstanding/read-models'
import type { PageRequest } from '@outstanding/projection'
import type { ListRequest, RecommendationFilter } from '@outstanding/read-models'
import { builder } from '../graphql/builder.ts'
import { asConnection, pageArgs, pageOf } from '../lists/connection.ts'
import type { Context } from '../server/context.ts'
import { fieldError } from '../server/errors/field-error.ts'
import { refuseUnknownFilter } from './refuse-unknown-filter.ts'
import { pageCost } from '../server/limits/cost.ts'
import { ScheduleCountsType } from '../outstanding/counts-type.ts'
import type { AsOf } from '../as-of/as-of.ts'
import { resolveAsOf } from '../as-of/as-of.ts'
import type { AsOfTimes } from '../as-of/as-of-args.ts'
import { asOfArgs } from '../as-of/as-of-args.ts'
import { ReportType } from '../report/type.ts'
import { RecommendationFilterInput, RecommendationOrderInput, filterOf } from './list-inputs.ts'
import { byReference, recommendationNode } from './node.ts'
import { RecommendationConnection, RecommendationType } from './type.ts'

const listArgs = {
  ...pageArgs,
  ...asOfArgs,
  ...builder.args((t) => ({
    filter: t.field({ type: RecommendationFilterInput, description: 'Which recommendations. By default all.' }),
    orderBy: t.field({
      type: RecommendationOrderInput,
      description: 'The order of the list. By default the order of the reports and of their own lists.',
    }),
  })),
}

type ListArgs = PageRequest & AsOfTimes & Pick<ListRequest, 'orderBy'> & { readonly filter?: Parameters<typeof filterOf>[0] | null }

async function list({ filter: given, asAt, asKnownAt, orderBy, ...page }: ListArgs, of: RecommendationFilter, context: Context) {
  const view = await context.readSession.view()
  const asOf = await resolveAsOf(view.snapshot, { asAt, asKnownAt })
  const { snapshot, audience } = view.at(asOf)
  const filter = { ...(given ? filterOf(given) : {}), ...of }
  const found = await listRecommendations(snapshot, { ...pageOf(page), audience, asAt: asOf.asAt, filter, orderBy })
  const shown = asConnection(found, page, (row) => ({ ...row, asOf }))
  if (shown.isEmptyList) await refuseUnknownFilter(view, filter)
  return shown
}

/** What is not asked in times of its own is asked in those of what it belongs to. */
const inherited = ({ asAt, asKnownAt }: AsOfTimes, asOf: AsOf): AsOfTimes => ({
  asAt: asAt ?? asOf.asAt,
  asKnownAt: asKnownAt ?? asOf.knownAt,
})

builder.objectField(ReportType, 'recommendations', (t) =>
  t.field({
    type: RecommendationConnection,
    description: 'The recommendations of this report, by default in its order and at the times of the report.',
    args: listArgs,
    complexity: pageCost,
    resolve: ({ id, asOf }, args, context) => list({ ...args, ...inherited(args, asOf) }, { report: id }, context),
  }),
)

builder.queryFields((t) => ({
  recommendations: t.field({
    type: RecommendationConnection,
    description: 'Every recommendation, including those known by title only and parts, unless filtered.',
    args: listArgs,
    complexity: pageCost,
    resolve: (_root, args, context) => list(args, {}, context),
  }),

  recommendation: t.field({
    type: RecommendationType,
    nullable: true,
    description:
      'Finds a recommendation by `id`, or by `report` and `reference` (R2 finds R02; our own references work too), at any two times. Null if there is no such recommendation.',
    args: {
      id: t.arg.id({ description: 'The `id` of the recommendation.' }),
      report: t.arg.id({ description: "The report's `id`." }),
      reference: t.arg.string({ description: 'The reference, as printed or our own.' }),
      ...asOfArgs,
    },
    resolve: async (_root, { id, report, reference, ...times }, context) => {
      const view = await context.readSession.view()
      const asOf = await resolveAsOf(view.snapshot, times)
      if (id != null && report == null && reference == null) return recommendationNode(view, id, asOf)
      if (id == null && report != null && reference != null) return byReference(view, { report, reference }, asOf)
      throw fieldError('idOrReference', 'id', 'Use either id, or report and reference.')
    },
  }),

  scheduleCounts: t.field({
    type: ScheduleCountsType,
    description: 'The number of recommendations in each state of the schedule on a day.',
    args: {
      filter: t.arg({ type: RecommendationFilterInput, description: 'Which recommendations. By default all.' }),
      ...asOfArgs,
    },
    complexity: 20,
    resolve: async (_root, { filter, ...times }, context) => {
      const view = await context.readSession.view()
      const asOf = await resolveAsOf(view.snapshot, times)
      const { snapshot, audience } = view.at(asOf)
      const asked = filter ? filterOf(filter) : {}
      const counts = await countBySchedule(snapshot, { audience, asAt: asOf.asAt, filter: asked })
      if (Object.values(counts).every((count) => count === 0)) await refuseUnknownFilter(view, asked)
      return counts
    },
  }),
}))
