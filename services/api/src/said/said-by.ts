import { recommendationAttributeNames, reportAttributeNames } from '@outstanding/domain'
import { fieldLabel } from '@outstanding/wording'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { describedValues } from '../described-values.ts'
import { entryLoaders } from '../history/entry-loaders.ts'
import { knownUpTo } from '../reading/basis.ts'
import { shownOf } from '../reading/shown.ts'
import type { RecommendationNode } from '../recommendation/recommendation-node.ts'
import { RecommendationType } from '../recommendation/type.ts'
import { ReportType } from '../report/type.ts'
import type { SaidThen } from './said-type.ts'
import { SaidType, saidThen } from './said-type.ts'
import { dueSoonDaysOn } from './telling-on.ts'

type RecommendationFieldName = (typeof recommendationAttributeNames)[number]

const RecommendationAttribute = builder.enumType('RecommendationField', {
  description: 'What can be said of a recommendation; the last ones entry by entry, an action and a revision by their own ids.',
  values: describedValues(recommendationAttributeNames, fieldLabel),
})
const ReportAttribute = builder.enumType('ReportField', {
  description: 'What can be said of a report.',
  values: describedValues(reportAttributeNames, fieldLabel),
})

/** Each field asked for is looked for by folding the stream without this entry and that: dearer than to read it. */
const saidCost = (args: { fields?: readonly unknown[] | null }, all: number) => ({ field: 40, multiplier: args.fields?.length ?? all })

builder.objectField(RecommendationType, 'saidBy', (t) =>
  t.field({
    type: [SaidType],
    description: 'Which entries said what it is, in the times it was asked for: every value, or those of some fields.',
    args: { fields: t.arg({ type: [RecommendationAttribute], description: 'Which values: every one where none is named.' }) },
    complexity: (args) => saidCost(args, recommendationAttributeNames.length),
    resolve: (node, { fields }, context) => saidOfRecommendation(node, context, fields ?? null),
  }),
)

type Fields = readonly RecommendationFieldName[] | null

async function saidOfRecommendation(node: RecommendationNode, context: Context, fields: Fields): Promise<SaidThen[]> {
  const view = await context.reading.view()
  const { id, authority, basis: asked } = node
  // Where its issue was void then, it is shown as of just before that.
  const basis = node.asIssuedAt === undefined ? asked : await knownUpTo(view.snapshot, node.asIssuedAt, asked.asAt)
  const asAt = basis.asAt ?? view.snapshot.today
  const dueSoonDays = await dueSoonDaysOn(view.at(basis), authority, asAt)
  const events = await (await entryLoaders(context, basis)).events(id)
  const all = await context.beside.run({ kind: 'SAID_OF_RECOMMENDATION', events, asAt, dueSoonDays, fields }, context.reading.signal)
  return (await shownOf(view, all)).map((said) => saidThen(said, basis))
}

builder.objectField(ReportType, 'saidBy', (t) =>
  t.field({
    type: [SaidType],
    description: 'Which entries said what it is, in the times it was asked for: every value, or those of some fields.',
    args: { fields: t.arg({ type: [ReportAttribute], description: 'Which values: every one where none is named.' }) },
    complexity: (args) => saidCost(args, reportAttributeNames.length),
    resolve: async ({ id, basis }, { fields }, context) => {
      const view = await context.reading.view()
      const events = await (await entryLoaders(context, basis)).events(id)
      const asAt = basis.asAt ?? view.snapshot.today
      const all = await context.beside.run({ kind: 'SAID_OF_REPORT', events, asAt, fields: fields ?? null }, context.reading.signal)
      return (await shownOf(view, all)).map((said) => saidThen(said, basis))
    },
  }),
)
