import type { RecommendationRecord } from '@outstanding/domain'
import type { Finding, FindingLinkedFrom, LinkedFrom } from '@outstanding/read-models'
import { findingsOfReport, findingsReferringTo, reportById } from '../report/loaders.ts'
import { itemsLinkedTo } from './loaders.ts'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../server/context.ts'
import type { AsOf } from '../as-of/as-of.ts'
import type { View } from '../as-of/read-session.ts'
import { mayBeShown } from '../as-of/shown.ts'
import { FindingType } from '../report/type.ts'
import { OnRecord } from './entry-types.ts'
import { LinkedFromRelation, LinkRelation, LinkTargetKind } from './enums.ts'
import { recommendationNode, recordOf } from './node.ts'
import type { RecommendationNode } from './recommendation-node.ts'
import { RecommendationType } from './type.ts'

type LinkNode = RecommendationRecord['links'][number] & { readonly asOf: AsOf }

export const LinkType = builder.objectRef<LinkNode>('Link').implement({
  description: 'A link to another recommendation, a finding, a priority or an indicator.',
  interfaces: [OnRecord],
  fields: (t) => ({
    linkId: t.exposeID('linkId', { description: 'The id of the link within the recommendation.' }),
    relation: t.expose('relation', { type: LinkRelation, description: 'How the two are related.' }),
    targetKind: t.field({ type: LinkTargetKind, description: 'What it is linked to.', resolve: ({ target }) => target.kind }),
    targetId: t.id({ description: 'The id of what it is linked to.', resolve: ({ target }) => target.id }),
    words: t.exposeString('words', { nullable: true, description: 'Why they are linked. Null if not recorded.' }),
    recommendation: t.field({
      type: RecommendationType,
      nullable: true,
      description: 'The linked recommendation, if you may see it.',
      resolve: async ({ target, asOf }, _args, context) =>
        target.kind === 'RECOMMENDATION' ? recommendationNode(await context.readSession.view(), target.id, asOf) : null,
    }),
    finding: t.field({
      type: FindingType,
      nullable: true,
      description: 'What it is linked to, if that is a finding of a report that you may see.',
      resolve: ({ target, asOf }, _args, context) => findingOf(target, asOf, context),
    }),
  }),
})

export async function linksOf(node: RecommendationNode, context: Context): Promise<LinkNode[]> {
  const { record } = await recordOf(node, context)
  return record.links.map((link) => ({ ...link, asOf: node.asOf }))
}

type LinkedFromNode = {
  readonly relation: LinkedFrom['relation'] | FindingLinkedFrom['relation']
  readonly words: string | null
  readonly recommendation: RecommendationNode | null
  readonly finding: Finding | null
}

export const LinkedFromType = builder.objectRef<LinkedFromNode>('LinkedFrom').implement({
  description: 'Another recommendation, or a later finding of a report, that refers to this one.',
  fields: (t) => ({
    relation: t.expose('relation', {
      type: LinkedFromRelation,
      description: 'How the other refers to this one, for example as one that continues it.',
    }),
    words: t.exposeString('words', { nullable: true, description: 'The reason recorded there. Null if none was recorded.' }),
    recommendation: t.expose('recommendation', {
      type: RecommendationType,
      nullable: true,
      description: 'The recommendation that refers to this one. Null if a finding does.',
    }),
    finding: t.expose('finding', {
      type: FindingType,
      nullable: true,
      description: 'The finding that refers to this one. Null if a recommendation does.',
    }),
  }),
})

/** Those that the reader may see. */
export async function linkedFromOf({ id, asOf }: RecommendationNode, context: Context): Promise<LinkedFromNode[]> {
  const view = await context.readSession.view()
  const found = await view.at(asOf).load(itemsLinkedTo, id, asOf.asAt)
  const nodes = await Promise.all(
    found.map(async ({ recommendation, relation, words }) => {
      const node = await recommendationNode(view, recommendation, asOf)
      return node === null || !(await mayBeShown(view, { of: id, recommendation, words }))
        ? []
        : [{ relation, words, recommendation: node, finding: null }]
    }),
  )
  return [...nodes.flat(), ...(await findingsOn(view, id, asOf))]
}

async function findingsOn(view: View, id: string, asOf: AsOf): Promise<LinkedFromNode[]> {
  const { load } = view.at(asOf)
  const found = await load(findingsReferringTo, id, asOf.asAt)
  const shown = await Promise.all(
    found.map(
      async ({ finding, words }) =>
        (await load(reportById, finding.report)) !== null && mayBeShown(view, { of: id, report: finding.report, words }),
    ),
  )
  return found.filter((_finding, index) => shown[index]).map((link) => ({ ...link, recommendation: null }))
}

async function findingOf(target: LinkNode['target'], asOf: AsOf, context: Context): Promise<Finding | null> {
  if (target.kind !== 'FINDING') return null
  const { load } = (await context.readSession.view()).at(asOf)
  if (!(await load(reportById, target.report))) return null
  return (await load(findingsOfReport, target.report, asOf.asAt)).find(({ findingId }) => findingId === target.id) ?? null
}
