import { committeesBySlug, listCommittees } from '@outstanding/read-models/committees'
import { builder } from '../graphql/builder.ts'
import { asConnection, pageArgs, pageOf } from '../lists/connection.ts'
import { fieldError } from '../server/errors/field-error.ts'
import { refuseUnknownAuthority } from '../lists/refuse-unknown.ts'
import { pageCost } from '../server/limits/cost.ts'
import { resolveAsOf } from '../as-of/as-of.ts'
import { asOfArgs } from '../as-of/as-of-args.ts'
import { CommitteeConnection, CommitteeType } from './type.ts'

builder.queryFields((t) => ({
  committees: t.field({
    type: CommitteeConnection,
    description: 'By name.',
    args: { ...pageArgs, ...asOfArgs, authority: t.arg.id({ description: 'A slug.' }) },
    complexity: pageCost,
    resolve: async (_root, { authority, asAt, asKnownAt, ...args }, context) => {
      const view = await context.readSession.view()
      const asOf = await resolveAsOf(view.snapshot, { asAt, asKnownAt })
      const page = pageOf(args)
      const found = await listCommittees(view.at(asOf).snapshot, { ...page, authority, asAt: asOf.asAt })
      const shown = asConnection(found, page, (committee) => ({ ...committee, asOf }))
      if (shown.isEmptyList && authority != null) await refuseUnknownAuthority(view, authority)
      return shown
    },
  }),

  committee: t.field({
    type: CommitteeType,
    nullable: true,
    description: 'One committee by its slug. Null if there is none.',
    args: {
      slug: t.arg.id({ required: true, description: "The committee's slug." }),
      authority: t.arg.id({ description: "The authority's slug. Not needed if only one authority has a committee with this slug." }),
      ...asOfArgs,
    },
    resolve: async (_root, { slug, authority, ...times }, context) => {
      const view = await context.readSession.view()
      const asOf = await resolveAsOf(view.snapshot, times)
      const found = await committeesBySlug(view.at(asOf).snapshot, slug, { authority, asAt: asOf.asAt })
      if (found.length > 1)
        throw fieldError('authorityNeeded', 'authority', 'Several authorities have a committee with this slug. Give the authority.')
      return found[0] === undefined ? null : { ...found[0], asOf }
    },
  }),
}))
