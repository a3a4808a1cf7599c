import { listReports } from '@outstanding/read-models'
import { builder } from '../builder.ts'
import { asConnection, pageArgs, pageOf } from '../connection/connection.ts'
import { pageCost } from '../limits/cost.ts'
import { ReportConnection, ReportType } from './type.ts'

builder.queryFields((t) => ({
  reports: t.field({
    type: ReportConnection,
    description: 'In order of their day of publication, those without one last.',
    args: {
      ...pageArgs,
      authority: t.arg.id({ description: 'A slug.' }),
      illustrative: t.arg.boolean({ description: 'False: without made-up councils.' }),
    },
    complexity: pageCost,
    resolve: async (_root, { authority, illustrative, ...args }, context) => {
      const { snapshot, audience } = await context.reading.view()
      const page = pageOf(args)
      return asConnection(await listReports(snapshot, { ...page, audience, authority, illustrative }), page)
    },
  }),

  report: t.field({
    type: ReportType,
    nullable: true,
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, { id }, context) => (await context.reading.view()).load.report(id),
  }),
}))
