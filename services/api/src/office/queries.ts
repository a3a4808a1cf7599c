import { listOffices } from '@outstanding/read-models/offices'
import { builder } from '../graphql/builder.ts'
import { asConnection, pageArgs, pageOf } from '../lists/connection.ts'
import { refuseUnknownAuthority } from '../lists/refuse-unknown.ts'
import { pageCost } from '../server/limits/cost.ts'
import { resolveAsOf } from '../as-of/as-of.ts'
import { asOfArgs } from '../as-of/as-of-args.ts'
import { OfficeConnection, OfficeType, officeNode } from './type.ts'

builder.queryFields((t) => ({
  offices: t.field({
    type: OfficeConnection,
    description: 'By name.',
    args: { ...pageArgs, ...asOfArgs, authority: t.arg.id({ description: 'A slug.' }) },
    complexity: pageCost,
    resolve: async (_root, { authority, asAt, asKnownAt, ...args }, context) => {
      const view = await context.readSession.view()
      const asOf = await resolveAsOf(view.snapshot, { asAt, asKnownAt })
      const page = pageOf(args)
      const found = await listOffices(view.at(asOf).snapshot, { ...page, authority, asAt: asOf.asAt })
      const shown = asConnection(found, page, (office) => ({ ...office, asOf }))
      if (shown.isEmptyList && authority != null) await refuseUnknownAuthority(view, authority)
      return shown
    },
  }),

  office: t.field({
    type: OfficeType,
    nullable: true,
    description: 'One office or body by its `id`. Null if there is none.',
    args: { id: t.arg.id({ required: true, description: "The office's `id`." }), ...asOfArgs },
    resolve: async (_root, { id, ...times }, context) => {
      const view = await context.readSession.view()
      return officeNode(view, id, await resolveAsOf(view.snapshot, times))
    },
  }),
}))
