import { listOffices } from '@outstanding/read-models'
import { builder } from '../graphql/builder.ts'
import { asConnection, pageArgs, pageOf } from '../lists/connection.ts'
import { refuseUnknownAuthority } from '../lists/refuse-unknown.ts'
import { pageCost } from '../server/limits/cost.ts'
import { basisOf } from '../as-of/basis.ts'
import { timesArgs } from '../as-of/times-args.ts'
import { OfficeConnection, OfficeType, officeNode } from './type.ts'

builder.queryFields((t) => ({
  offices: t.field({
    type: OfficeConnection,
    description: 'By name.',
    args: { ...pageArgs, ...timesArgs, authority: t.arg.id({ description: 'A slug.' }) },
    complexity: pageCost,
    resolve: async (_root, { authority, asAt, asKnownAt, ...args }, context) => {
      const view = await context.reading.view()
      const basis = await basisOf(view.snapshot, { asAt, asKnownAt })
      const page = pageOf(args)
      const found = await listOffices(view.at(basis).snapshot, { ...page, authority, asAt: basis.asAt })
      const shown = asConnection(found, page, (office) => ({ ...office, basis }))
      if (shown.totalCount === 0 && authority != null) await refuseUnknownAuthority(view, authority)
      return shown
    },
  }),

  office: t.field({
    type: OfficeType,
    nullable: true,
    description: 'One office or body by its `id`. Null where there is none.',
    args: { id: t.arg.id({ required: true, description: "The office's `id`." }), ...timesArgs },
    resolve: async (_root, { id, ...times }, context) => {
      const view = await context.reading.view()
      return officeNode(view, id, await basisOf(view.snapshot, times))
    },
  }),
}))
