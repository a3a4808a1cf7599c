import { listVisits } from '@outstanding/read-models/visits'
import { builder } from '../graphql/builder.ts'
import { asConnection, pageArgs, pageOf } from '../lists/connection.ts'
import { refuseUnknownAuthority } from '../lists/refuse-unknown.ts'
import { pageCost } from '../server/limits/cost.ts'
import { resolveAsOf } from '../as-of/as-of.ts'
import { asOfArgs } from '../as-of/as-of-args.ts'
import { refuseUnknownBody } from './refuse-unknown-body.ts'
import { VisitConnection, VisitType, visitNode } from './type.ts'

const VisitFilter = builder.inputType('VisitFilter', {
  description: 'Which visits. All conditions apply together.',
  fields: (t) => ({
    authority: t.id({ description: 'The slug of the authority that was visited.' }),
    body: t.string({ description: 'Who visited, as recorded.' }),
    illustrative: t.boolean({ description: 'False: leaves out example data (invented councils).' }),
  }),
})

builder.queryFields((t) => ({
  visits: t.field({
    type: VisitConnection,
    description: 'The newest first.',
    args: { ...pageArgs, ...asOfArgs, filter: t.arg({ type: VisitFilter, description: 'By default all visits.' }) },
    complexity: pageCost,
    resolve: async (_root, { filter, asAt, asKnownAt, ...args }, context) => {
      const view = await context.readSession.view()
      const asOf = await resolveAsOf(view.snapshot, { asAt, asKnownAt })
      const { snapshot, audience } = view.at(asOf)
      const page = pageOf(args)
      const found = await listVisits(snapshot, { ...page, ...filter, audience, asAt: asOf.asAt })
      const shown = asConnection(found, page, (visit) => ({ ...visit, asOf }))
      if (shown.totalCount === 0 && filter?.authority != null) await refuseUnknownAuthority(view, filter.authority)
      if (shown.totalCount === 0 && filter?.body != null) await refuseUnknownBody(view, filter.body)
      return shown
    },
  }),

  visit: t.field({
    type: VisitType,
    nullable: true,
    description: 'One visit by its `id`. Null if there is none, or where you may not see it.',
    args: { id: t.arg.id({ required: true, description: "The visit's `id`." }), ...asOfArgs },
    resolve: async (_root, { id, ...times }, context) => {
      const view = await context.readSession.view()
      return visitNode(view, id, await resolveAsOf(view.snapshot, times))
    },
  }),
}))
