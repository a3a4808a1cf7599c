import type { CommitteeAssessment, RecommendationRecord } from '@outstanding/domain'
import { independentFinding, openProposal } from '@outstanding/domain'
import { listRecommendations } from '@outstanding/read-models'
import { PrincipalType } from '../audit/history/history-type.ts'
import { builder } from '../graphql/builder.ts'
import { asConnection, connectionTo, pageArgs, pageOf } from '../lists/connection.ts'
import { pageCost } from '../server/limits/cost.ts'
import { resolveAsOf } from '../as-of/as-of.ts'
import { asOfArgs } from '../as-of/as-of-args.ts'
import { VisitDirection } from '../visit/enums.ts'
import { DissentType } from './committee-types.ts'
import { DecisionType } from './entry-types.ts'
import { RecommendationFilterInput, filterOf } from './list-inputs.ts'
import { recordOf } from './node.ts'
import type { RecommendationNode } from './recommendation-node.ts'
import { refuseUnknownFilter } from './refuse-unknown-filter.ts'
import { RecommendationType } from './type.ts'

type Proposal = RecommendationRecord['proposals'][number]

const Proposed = builder.objectRef<Proposal>('ProposedCategory').implement({
  description: 'A category that was proposed, and by whom.',
  fields: (t) => ({
    code: t.exposeString('category', { description: "The policy's code." }),
    label: t.exposeString('label', { description: "The policy's label, in the council's own words." }),
    by: t.field({
      type: PrincipalType,
      nullable: true,
      description: 'On whose behalf it was proposed. Null if that is a person and you are signed out.',
      resolve: ({ principal }, _args, { viewer }) => (principal.kind === 'person' && !viewer.signedIn ? null : principal),
    }),
  }),
})

const Decided = builder.objectRef<CommitteeAssessment>('DecidedCategory').implement({
  description: 'A category that a committee decided on.',
  fields: (t) => ({
    code: t.exposeString('category', { description: "The policy's code." }),
    label: t.exposeString('label', { description: "The policy's label, in the council's own words." }),
    decision: t.expose('decision', { type: DecisionType, description: 'The decision, with its minute reference.' }),
  }),
})

const Found = builder.objectRef<RecommendationRecord['findings'][number]>('FindingInDisagreement').implement({
  description: 'Of the newest visit that is linked to it, the most critical finding.',
  fields: (t) => ({
    direction: t.expose('direction', { type: VisitDirection, description: 'The direction of the finding.' }),
    body: t.exposeString('body', { description: 'Who found it.' }),
  }),
})

type DisagreementNode = { readonly node: RecommendationNode; readonly record: RecommendationRecord }

const DisagreementType = builder.objectRef<DisagreementNode>('Disagreement').implement({
  description: 'A recommendation on which the assessments differ, or whose decision somebody disagreed with.',
  fields: (t) => ({
    recommendation: t.field({ type: RecommendationType, description: 'The recommendation.', resolve: ({ node }) => node }),
    proposed: t.field({
      type: Proposed,
      nullable: true,
      description: 'What those responsible propose. Null if no proposal stands.',
      resolve: ({ record }) => openProposal(record) ?? null,
    }),
    agreed: t.field({
      type: [Decided],
      description: 'What each committee decided last: several where committees differ.',
      resolve: ({ record }) =>
        record.trackedBy.flatMap(({ tracking, assessment }) => (tracking === 'HANDED_OVER' || assessment === null ? [] : [assessment])),
    }),
    independent: t.field({
      type: Found,
      nullable: true,
      description: 'The latest independent finding. Null if there is none.',
      resolve: ({ record }) => independentFinding(record) ?? null,
    }),
    dissents: t.field({
      type: [DissentType],
      description: 'Disagreements kept with decisions, oldest first.',
      resolve: ({ record }) => [...record.dissents],
    }),
  }),
})

const DisagreementConnection = connectionTo(DisagreementType, 'Disagreement')

builder.queryField('disagreements', (t) =>
  t.field({
    type: DisagreementConnection,
    description:
      'Recommendations on which the assessments differ, or whose decision somebody disagreed with, in the order of their reports.',
    args: {
      ...pageArgs,
      ...asOfArgs,
      filter: t.arg({ type: RecommendationFilterInput, description: 'Which recommendations. By default all.' }),
    },
    complexity: (args) => ({ ...pageCost(args), field: 20 }),
    resolve: async (_root, { filter: given, asAt, asKnownAt, ...page }, context) => {
      const view = await context.readSession.view()
      const asOf = await resolveAsOf(view.snapshot, { asAt, asKnownAt })
      const { snapshot, audience } = view.at(asOf)
      const filter = { ...(given ? filterOf(given) : {}), disputed: true }
      const found = asConnection(
        await listRecommendations(snapshot, { ...pageOf(page), audience, asAt: asOf.asAt, filter }),
        page,
        (row): RecommendationNode => ({ ...row, asOf }),
      )
      if (found.totalCount === 0) await refuseUnknownFilter(view, filter)
      const edges = await Promise.all(
        found.edges.map(async ({ cursor, node }) => ({ cursor, node: { node, record: (await recordOf(node, context)).record } })),
      )
      return { ...found, edges }
    },
  }),
)
