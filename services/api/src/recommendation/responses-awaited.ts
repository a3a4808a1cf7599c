import type { ResponseAwaited } from '@outstanding/read-models'
import { listResponsesAwaited } from '@outstanding/read-models'
import { builder } from '../graphql/builder.ts'
import { asConnection, connectionTo, pageArgs, pageOf } from '../lists/connection.ts'
import { refuseUnknownFilter } from './refuse-unknown-filter.ts'
import { pageCost } from '../server/limits/cost.ts'
import type { AsOf } from '../as-of/as-of.ts'
import { resolveAsOf } from '../as-of/as-of.ts'
import { asOfArgs } from '../as-of/as-of-args.ts'
import { DutyAwaitedType } from './duty-types.ts'
import { recommendationNode } from './node.ts'
import { RecommendationType } from './type.ts'

const ResponseAwaitedType = builder.objectRef<ResponseAwaited & { readonly asOf: AsOf }>('ResponseAwaited').implement({
  description: 'A response that a body owes, or the early draft of its action plan.',
  fields: (t) => ({
    body: t.exposeID('body', { description: "Who has to respond: an office's `id`, or the slug of a body." }),
    bodyName: t.exposeString('bodyName', { description: 'The name of the body on the day of the notice.' }),
    of: t.expose('of', { type: DutyAwaitedType, description: 'What it owes: the duty that the clock follows from.' }),
    dueOn: t.expose('dueOn', { type: 'Date', description: 'The last day for it.' }),
    daysLate: t.exposeInt('daysLate', {
      description: 'By how many days it is late on the day of `asAt`: 0 until the last day has passed.',
    }),
    recommendation: t.field({
      type: RecommendationType,
      nullable: true,
      description: 'The recommendation that it is to respond to. Null if you may not see it.',
      resolve: async ({ recommendation, asOf }, _args, context) =>
        recommendationNode(await context.readSession.view(), recommendation, asOf),
    }),
  }),
})

const Filter = builder.inputType('ResponsesAwaitedFilter', {
  description: 'A response must match every part given.',
  fields: (t) => ({
    authority: t.id({ description: 'A slug.' }),
    body: t.id({ description: "Who has to respond: an office's `id`, or the slug of a body." }),
    late: t.boolean({ description: 'True: only where the last day has passed.' }),
    illustrative: t.boolean({ description: 'False: leaves out example data (invented councils).' }),
  }),
})

const ResponseAwaitedConnection = connectionTo(ResponseAwaitedType, 'ResponseAwaited')

builder.queryField('responsesAwaited', (t) =>
  t.field({
    type: ResponseAwaitedConnection,
    description:
      'Who has not responded: every response, and every early draft of an action plan, that a body owes on a recommendation that is not concluded, the one due first first.',
    args: { ...pageArgs, ...asOfArgs, filter: t.arg({ type: Filter, description: 'Which responses: all where none is given.' }) },
    complexity: pageCost,
    resolve: async (_root, { filter, asAt, asKnownAt, ...args }, context) => {
      const view = await context.readSession.view()
      const asOf = await resolveAsOf(view.snapshot, { asAt, asKnownAt })
      const { snapshot, audience } = view.at(asOf)
      const found = await listResponsesAwaited(snapshot, { ...pageOf(args), audience, asAt: asOf.asAt, filter })
      const shown = asConnection(found, args, (awaited) => ({ ...awaited, asOf }))
      if (shown.isEmptyList) await refuseUnknownFilter(view, { authority: filter?.authority })
      return shown
    },
  }),
)
