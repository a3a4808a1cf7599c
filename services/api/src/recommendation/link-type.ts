import type { RecommendationRecord } from '@outstanding/domain'
import type { Finding } from '@outstanding/read-models'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../server/context.ts'
import type { Basis } from '../as-of/basis.ts'
import { FindingType } from '../report/type.ts'
import { OnRecord } from './entry-types.ts'
import { LinkRelation, LinkTargetKind } from './enums.ts'
import { recommendationNode, recordOf } from './node.ts'
import type { RecommendationNode } from './recommendation-node.ts'
import { RecommendationType } from './type.ts'

type LinkNode = RecommendationRecord['links'][number] & { readonly basis: Basis }

export const LinkType = builder.objectRef<LinkNode>('Link').implement({
  description: 'A link to another recommendation, a finding, a priority or an indicator.',
  interfaces: [OnRecord],
  fields: (t) => ({
    linkId: t.exposeID('linkId', { description: 'The id of the link within the recommendation.' }),
    relation: t.expose('relation', { type: LinkRelation, description: 'How the two are related.' }),
    targetKind: t.field({ type: LinkTargetKind, description: 'What it is linked to.', resolve: ({ target }) => target.kind }),
    targetId: t.id({ description: 'The id of what it is linked to.', resolve: ({ target }) => target.id }),
    words: t.exposeString('words', { nullable: true, description: 'Why they are linked. Null where that was not recorded.' }),
    recommendation: t.field({
      type: RecommendationType,
      nullable: true,
      description: 'The linked recommendation, if you may see it.',
      resolve: async ({ target, basis }, _args, context) =>
        target.kind === 'RECOMMENDATION' ? recommendationNode(await context.reading.view(), target.id, basis) : null,
    }),
    finding: t.field({
      type: FindingType,
      nullable: true,
      description: 'What it is linked to, where that is a finding of a report that you may see.',
      resolve: ({ target, basis }, _args, context) => findingOf(target, basis, context),
    }),
  }),
})

export async function linksOf(node: RecommendationNode, context: Context): Promise<LinkNode[]> {
  const { record } = await recordOf(node, context)
  return record.links.map((link) => ({ ...link, basis: node.basis }))
}

async function findingOf(target: LinkNode['target'], basis: Basis, context: Context): Promise<Finding | null> {
  if (target.kind !== 'FINDING') return null
  const { load } = (await context.reading.view()).at(basis)
  if (!(await load.report(target.report))) return null
  return (await load.findings(target.report, basis.asAt)).find(({ findingId }) => findingId === target.id) ?? null
}
