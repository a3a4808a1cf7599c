import type { ActionOnRecord } from '@outstanding/domain'
import { listActions } from '@outstanding/read-models'
import { builder } from '../graphql/builder.ts'
import { asConnection, connectionTo, pageArgs, pageOf } from '../lists/connection.ts'
import { refuseUnknownAuthority } from '../lists/refuse-unknown.ts'
import { pageCost } from '../server/limits/cost.ts'
import { resolveAsOf } from '../as-of/as-of.ts'
import { asOfArgs } from '../as-of/as-of-args.ts'
import { ActionType } from './delivery-types.ts'
import { recommendationNode, recordOf } from './node.ts'
import type { RecommendationNode } from './recommendation-node.ts'
import { RecommendationType } from './type.ts'

type Listed = { readonly recommendation: RecommendationNode | null; readonly action: ActionOnRecord | null }

const ActionListedType = builder.objectRef<Listed>('ActionListed').implement({
  description: 'An action, with the recommendation whose plan it is in.',
  fields: (t) => ({
    action: t.expose('action', { type: ActionType, nullable: true, description: 'The action. Null if you may not see it.' }),
    recommendation: t.expose('recommendation', {
      type: RecommendationType,
      nullable: true,
      description: 'The recommendation. Null if you may not see it.',
    }),
  }),
})

const ActionsFilter = builder.inputType('ActionsFilter', {
  description: 'An action must match every part given.',
  fields: (t) => ({
    authority: t.id({ description: 'A slug.' }),
    lead: t.string({ description: 'The office or body that leads it, exactly as it was recorded.' }),
    dueFrom: t.field({ type: 'Date', description: 'Due on this day or later.' }),
    dueBefore: t.field({ type: 'Date', description: 'Due before this day.' }),
    open: t.boolean({ description: 'True: neither completed nor abandoned.' }),
    illustrative: t.boolean({ description: 'False: leaves out example data (invented councils).' }),
  }),
})

const ActionConnection = connectionTo(ActionListedType, 'ActionListed')

builder.queryField('actions', (t) =>
  t.field({
    type: ActionConnection,
    description: 'Planned actions, the one due first first. Undated actions come last.',
    args: { ...pageArgs, ...asOfArgs, filter: t.arg({ type: ActionsFilter, description: 'Which actions. By default all.' }) },
    complexity: (args) => ({ ...pageCost(args), field: 20 }),
    resolve: async (_root, { filter, asAt, asKnownAt, ...page }, context) => {
      const view = await context.readSession.view()
      const asOf = await resolveAsOf(view.snapshot, { asAt, asKnownAt })
      const { snapshot, audience } = view.at(asOf)
      const found = asConnection(await listActions(snapshot, { ...pageOf(page), audience, asAt: asOf.asAt, filter }), page)
      if (found.totalCount === 0 && filter?.authority != null) await refuseUnknownAuthority(view, filter.authority)
      const edges = await Promise.all(
        found.edges.map(async ({ cursor, node: { recommendation: id, actionId } }) => {
          const recommendation = await recommendationNode(view, id, asOf)
          const record = recommendation && (await recordOf(recommendation, context)).record
          const action = record?.actions.find((one) => one.actionId === actionId) ?? null
          return { cursor, node: { recommendation, action } }
        }),
      )
      return { ...found, edges }
    },
  }),
)
