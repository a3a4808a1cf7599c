import { listOffices } from '@outstanding/read-models'
import { builder } from '../builder.ts'
import { asConnection, pageArgs, pageOf } from '../connection/connection.ts'
import { pageCost } from '../limits/cost.ts'
import { OfficeConnection, OfficeType } from './type.ts'

builder.queryFields((t) => ({
  offices: t.field({
    type: OfficeConnection,
    description: 'By name.',
    args: { ...pageArgs, authority: t.arg.id({ description: 'A slug.' }) },
    complexity: pageCost,
    resolve: async (_root, { authority, ...args }, context) => {
      const page = pageOf(args)
      return asConnection(await listOffices((await context.reading.view()).snapshot, { ...page, authority }), page)
    },
  }),

  office: t.field({
    type: OfficeType,
    nullable: true,
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, { id }, context) => (await context.reading.view()).load.office(id),
  }),
}))
