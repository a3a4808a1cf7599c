import { listReports } from '@outstanding/read-models'
import { builder } from '../graphql/builder.ts'
import { asConnection, pageArgs, pageOf } from '../lists/connection.ts'
import { refuseUnknownAuthority } from '../lists/refuse-unknown.ts'
import { pageCost } from '../server/limits/cost.ts'
import { resolveAsOf } from '../as-of/as-of.ts'
import { asOfArgs } from '../as-of/as-of-args.ts'
import { ReportConnection, ReportType, reportNode } from './type.ts'

builder.queryFields((t) => ({
  reports: t.field({
    type: ReportConnection,
    description: 'Ordered by day of publication, undated reports last.',
    args: {
      ...pageArgs,
      ...asOfArgs,
      authority: t.arg.id({ description: 'A slug.' }),
      illustrative: t.arg.boolean({ description: 'False: leaves out example data (invented councils).' }),
    },
    complexity: pageCost,
    resolve: async (_root, { authority, illustrative, asAt, asKnownAt, ...args }, context) => {
      const view = await context.readSession.view()
      const asOf = await resolveAsOf(view.snapshot, { asAt, asKnownAt })
      const { snapshot, audience } = view.at(asOf)
      const page = pageOf(args)
      const found = await listReports(snapshot, { ...page, audience, authority, illustrative, asAt: asOf.asAt })
      const shown = asConnection(found, page, (report) => ({ ...report, asOf }))
      if (shown.isEmptyList && authority != null) await refuseUnknownAuthority(view, authority)
      return shown
    },
  }),

  report: t.field({
    type: ReportType,
    nullable: true,
    description: 'One report by its `id`. Null if there is none, or where you may not see it.',
    args: { id: t.arg.id({ required: true, description: "The report's `id`." }), ...asOfArgs },
    resolve: async (_root, { id, ...times }, context) => {
      const view = await context.readSession.view()
      return reportNode(view, id, await resolveAsOf(view.snapshot, times))
    },
  }),
}))
