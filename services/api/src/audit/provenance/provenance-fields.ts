import { recommendationAttributeNames, reportAttributeNames } from '@outstanding/domain'
import { fieldLabel } from '@outstanding/wording'
import { builder } from '../../graphql/builder.ts'
import type { Context } from '../../server/context.ts'
import { describedValues } from '../../graphql/described-values.ts'
import { entryLoaders } from '../history/entry-loaders.ts'
import { knownUpTo } from '../../as-of/basis.ts'
import { shownOf } from '../../as-of/shown.ts'
import type { RecommendationNode } from '../../recommendation/recommendation-node.ts'
import { RecommendationType } from '../../recommendation/type.ts'
import { ReportType } from '../../report/type.ts'
import type { ProvenanceAsOf } from './provenance-type.ts'
import { ProvenanceType, provenanceAsOf } from './provenance-type.ts'
import { dueSoonDaysOn } from './attributes-on.ts'

type RecommendationAttributeName = (typeof recommendationAttributeNames)[number]

const RecommendationAttribute = builder.enumType('RecommendationAttribute', {
  description: 'An attribute of a recommendation. The last ones have a value an entry, an action or a revision, told apart by `key`.',
  values: describedValues(recommendationAttributeNames, fieldLabel),
})
const ReportAttribute = builder.enumType('ReportAttribute', {
  description: 'An attribute of a report.',
  values: describedValues(reportAttributeNames, fieldLabel),
})

/** The sources of each attribute are found by folding the stream without this entry and that: dearer than to read it. */
const provenanceCost = (args: { attributes?: readonly unknown[] | null }, all: number) => ({
  field: 40,
  multiplier: args.attributes?.length ?? all,
})

builder.objectField(RecommendationType, 'provenance', (t) =>
  t.field({
    type: [ProvenanceType],
    description: 'The sources of each value, as of the times that the item was asked for.',
    args: { attributes: t.arg({ type: [RecommendationAttribute], description: 'Which attributes: all of them where none is named.' }) },
    complexity: (args) => provenanceCost(args, recommendationAttributeNames.length),
    resolve: (node, { attributes }, context) => recommendationProvenance(node, context, attributes ?? null),
  }),
)

type Attributes = readonly RecommendationAttributeName[] | null

async function recommendationProvenance(node: RecommendationNode, context: Context, attributes: Attributes): Promise<ProvenanceAsOf[]> {
  const view = await context.reading.view()
  const { id, authority, basis: asked } = node
  // Where its issue was void then, it is shown as of just before that.
  const basis = node.asIssuedAt === undefined ? asked : await knownUpTo(view.snapshot, node.asIssuedAt, asked.asAt)
  const asAt = basis.asAt ?? view.snapshot.today
  const dueSoonDays = await dueSoonDaysOn(view.at(basis), authority, asAt)
  const events = await (await entryLoaders(context, basis)).events(id)
  const all = await context.beside.run(
    { kind: 'PROVENANCE_OF_RECOMMENDATION', events, asAt, dueSoonDays, attributes },
    context.reading.signal,
  )
  return (await shownOf(view, all)).map((found) => provenanceAsOf(found, basis))
}

builder.objectField(ReportType, 'provenance', (t) =>
  t.field({
    type: [ProvenanceType],
    description: 'The sources of each value, as of the times that the item was asked for.',
    args: { attributes: t.arg({ type: [ReportAttribute], description: 'Which attributes: all of them where none is named.' }) },
    complexity: (args) => provenanceCost(args, reportAttributeNames.length),
    resolve: async ({ id, basis }, { attributes }, context) => {
      const view = await context.reading.view()
      const events = await (await entryLoaders(context, basis)).events(id)
      const asAt = basis.asAt ?? view.snapshot.today
      const all = await context.beside.run(
        { kind: 'PROVENANCE_OF_REPORT', events, asAt, attributes: attributes ?? null },
        context.reading.signal,
      )
      return (await shownOf(view, all)).map((found) => provenanceAsOf(found, basis))
    },
  }),
)
