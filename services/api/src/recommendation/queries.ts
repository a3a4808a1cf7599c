import { countBySchedule, listRecommendations } from '@outstanding/read-models'
import { builder } from '../builder.ts'
import { asConnection, pageArgs, pageOf } from '../connection/connection.ts'
import { pageCost } from '../limits/cost.ts'
import { ScheduleCountsType } from '../outstanding/counts-type.ts'
import { basisOf } from '../reading/basis.ts'
import { RecommendationFilterInput, RecommendationOrderInput, filterOf } from './list-inputs.ts'
import { byReference, recommendationNode } from './node.ts'
import { RecommendationConnection, RecommendationType } from './type.ts'
import { fieldError } from '../errors/field-error.ts'

const asAtWords = 'The day as at which it is asked (valid time, inclusive, London); today by default.'
const asKnownAtWords =
  'What was known then (system time, inclusive): a position (digits), a day (its end in London) or a date-time with its offset. All that is known by default.'

builder.queryFields((t) => ({
  recommendations: t.field({
    type: RecommendationConnection,
    description: 'Every recommendation, listed ones and children included, unless filtered.',
    args: {
      ...pageArgs,
      filter: t.arg({ type: RecommendationFilterInput }),
      orderBy: t.arg({ type: RecommendationOrderInput }),
      asAt: t.arg({ type: 'Date', description: asAtWords }),
    },
    complexity: pageCost,
    resolve: async (_root, args, context) => {
      const { snapshot, audience } = await context.reading.view()
      const page = pageOf(args)
      const filter = args.filter ? filterOf(args.filter) : null
      const asked = { ...page, audience, asAt: args.asAt, filter, orderBy: args.orderBy }
      const basis = { asAt: args.asAt ?? null, knownAt: null }
      return asConnection(await listRecommendations(snapshot, asked), page, (row) => ({ ...row, basis }))
    },
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
