import { recommendationAttributeNames } from '@outstanding/domain'
import { fieldLabel } from '@outstanding/wording'
import { knownUpTo } from '../as-of/as-of.ts'
import { shownValues } from '../as-of/shown.ts'
import { entryLoaders } from '../audit/history/entry-loaders.ts'
import type { ProvenanceAsOf } from '../audit/provenance/provenance-type.ts'
import { ProvenanceType, provenanceAsOf, provenanceCost } from '../audit/provenance/provenance-type.ts'
import { builder } from '../graphql/builder.ts'
import { describedValues } from '../graphql/described-values.ts'
import type { Context } from '../server/context.ts'
import { dueSoonDaysOn } from './due-soon-days-on.ts'
import type { RecommendationNode } from './recommendation-node.ts'
import { RecommendationType } from './type.ts'

const RecommendationAttribute = builder.enumType('RecommendationAttribute', {
  description:
    'An attribute of a recommendation. The last ones can have several values, one for each entry, action or revision; `key` identifies them.',
  values: describedValues(recommendationAttributeNames, fieldLabel),
})

builder.objectField(RecommendationType, 'provenance', (t) =>
  t.field({
    type: [ProvenanceType],
    description: 'The sources of each value, at the times that the item was asked for.',
    args: { attributes: t.arg({ type: [RecommendationAttribute], description: 'Which attributes. By default all.' }) },
    complexity: ({ attributes }) => provenanceCost(attributes, recommendationAttributeNames.length),
    resolve: (node, { attributes }, context) => provenanceOf(node, context, attributes ?? null),
  }),
)

type Attributes = readonly (typeof recommendationAttributeNames)[number][] | null

async function provenanceOf(node: RecommendationNode, context: Context, attributes: Attributes): Promise<ProvenanceAsOf[]> {
  const view = await context.readSession.view()
  const { id, authority, asOf: asked } = node
  // Where its issue was void then, it is shown as of just before that.
  const asOf = node.asIssuedAt === undefined ? asked : await knownUpTo(view.snapshot, node.asIssuedAt, asked.asAt)
  const asAt = asOf.asAt ?? view.snapshot.today
  const dueSoonDays = await dueSoonDaysOn(view.at(asOf), authority, asAt)
  const events = await (await entryLoaders(context, asOf)).events(id)
  const task = { kind: 'PROVENANCE', stream: id, events, day: { asAt, dueSoonDays }, attributes } as const
  const all = await context.beside.run(task, context.readSession.signal)
  return (await shownValues(view, id, all)).map((found) => provenanceAsOf(found, asOf))
}
