import { countBySchedule, listRecommendations } from '@outstanding/read-models'
import type { ListRequest, PageRequest, RecommendationFilter } from '@outstanding/read-models'
import { builder } from '../builder.ts'
import { asConnection, pageArgs, pageOf } from '../connection/connection.ts'
import type { Context } from '../context.ts'
import { fieldError } from '../errors/field-error.ts'
import { pageCost } from '../limits/cost.ts'
import { ScheduleCountsType } from '../outstanding/counts-type.ts'
import { basisOf } from '../reading/basis.ts'
import { ReportType } from '../report/type.ts'
import { RecommendationFilterInput, RecommendationOrderInput, filterOf } from './list-inputs.ts'
import { byReference, recommendationNode } from './node.ts'
import { RecommendationConnection, RecommendationType } from './type.ts'

const asAtWords = 'The day as at which it is asked (valid time, inclusive, London); today by default.'
const asKnownAtWords =
  'What was known then (system time, inclusive): a position (digits), a day (its end in London) or a date-time with its offset. All that is known by default.'

const listArgs = {
  ...pageArgs,
  ...builder.args((t) => ({
    filter: t.field({ type: RecommendationFilterInput }),
    orderBy: t.field({ type: RecommendationOrderInput }),
    asAt: t.field({ type: 'Date', description: asAtWords }),
  })),
}

type ListArgs = PageRequest & Pick<ListRequest, 'orderBy' | 'asAt'> & { readonly filter?: Parameters<typeof filterOf>[0] | null }

async function list({ filter: given, asAt, orderBy, ...page }: ListArgs, of: RecommendationFilter, context: Context) {
  const { snapshot, audience } = await context.reading.view()
  const filter = { ...(given ? filterOf(given) : {}), ...of }
  const basis = { asAt: asAt ?? null, knownAt: null }
  const found = await listRecommendations(snapshot, { ...pageOf(page), audience, asAt, filter, orderBy })
  return asConnection(found, page, (row) => ({ ...row, basis }))
}

builder.objectField(ReportType, 'recommendations', (t) =>
  t.field({
    type: RecommendationConnection,
    description: 'Those of this report, in its order unless another is asked for.',
    args: listArgs,
    complexity: pageCost,
    resolve: ({ id }, args, context) => list(args, { report: id }, context),
  }),
)

builder.queryFields((t) => ({
  recommendations: t.field({
    type: RecommendationConnection,
    description: 'Every recommendation, listed ones and children included, unless filtered.',
    args: listArgs,
    complexity: pageCost,
    resolve: (_root, args, context) => list(args, {}, context),
  }),

  recommendation: t.field({
    type: RecommendationType,
    nullable: true,
    description: 'By `id`, or by `report` and `reference` (R2 is R02; ours are found too). In any two times. Null where there is none.',
    args: {
      id: t.arg.id(),
      report: t.arg.id({ description: "The report's `id`." }),
      reference: t.arg.string({ description: 'As printed, or ours.' }),
      asAt: t.arg({ type: 'Date', description: asAtWords }),
      asKnownAt: t.arg.string({ description: asKnownAtWords }),
    },
    resolve: async (_root, { id, report, reference, ...times }, context) => {
      const view = await context.reading.view()
      const basis = await basisOf(view.snapshot, times)
      if (id != null && report == null && reference == null) return recommendationNode(view, id, basis)
      if (id == null && report != null && reference != null) return byReference(view, { report, reference }, basis)
      throw fieldError('idOrReference', 'id', 'Give either id, or report and reference.')
    },
  }),

  scheduleCounts: t.field({
    type: ScheduleCountsType,
    description: 'How many recommendations stand at each state of the schedule on a day.',
    args: { filter: t.arg({ type: RecommendationFilterInput }), asAt: t.arg({ type: 'Date', description: asAtWords }) },
    complexity: 20,
    resolve: async (_root, { filter, asAt }, context) => {
      const { snapshot, audience } = await context.reading.view()
      return countBySchedule(snapshot, { audience, asAt, filter: filter ? filterOf(filter) : null })
    },
  }),
}))
