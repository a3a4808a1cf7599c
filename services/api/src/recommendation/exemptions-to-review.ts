import type { ExemptionToReview } from '@outstanding/read-models'
import { listExemptionsToReview } from '@outstanding/read-models'
import { builder } from '../graphql/builder.ts'
import { asConnection, connectionTo, pageArgs, pageOf } from '../lists/connection.ts'
import { refuseUnknownAuthority } from '../lists/refuse-unknown.ts'
import { pageCost } from '../server/limits/cost.ts'
import type { AsOf } from '../as-of/as-of.ts'
import { resolveAsOf } from '../as-of/as-of.ts'
import { asOfArgs } from '../as-of/as-of-args.ts'
import { recommendationNode } from './node.ts'
import { RecommendationType } from './type.ts'

const ExemptionToReviewType = builder.objectRef<ExemptionToReview & { readonly asOf: AsOf }>('ExemptionToReview').implement({
  description: 'An exemption whose review is due.',
  fields: (t) => ({
    reviewOn: t.expose('reviewOn', { type: 'Date', description: 'The day by which it was to be reviewed.' }),
    recommendation: t.field({
      type: RecommendationType,
      nullable: true,
      description: 'The recommendation, with its exemption. Null if you may not see it.',
      resolve: async ({ recommendation, asOf }, _args, context) =>
        recommendationNode(await context.readSession.view(), recommendation, asOf),
    }),
  }),
})

const ExemptionToReviewConnection = connectionTo(ExemptionToReviewType, 'ExemptionToReview')

builder.queryField('exemptionsToReview', (t) =>
  t.field({
    type: ExemptionToReviewConnection,
    description: 'Exemptions whose review is due by the day of `asAt`, the one due first first.',
    args: { ...pageArgs, ...asOfArgs, authority: t.arg.id({ description: 'A slug.' }) },
    complexity: pageCost,
    resolve: async (_root, { authority, asAt, asKnownAt, ...args }, context) => {
      const view = await context.readSession.view()
      const asOf = await resolveAsOf(view.snapshot, { asAt, asKnownAt })
      const { snapshot, audience } = view.at(asOf)
      const found = await listExemptionsToReview(snapshot, { ...pageOf(args), audience, asAt: asOf.asAt, authority })
      const shown = asConnection(found, args, (exemption) => ({ ...exemption, asOf }))
      if (shown.totalCount === 0 && authority != null) await refuseUnknownAuthority(view, authority)
      return shown
    },
  }),
)
