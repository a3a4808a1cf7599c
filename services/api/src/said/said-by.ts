import type { Recorded, RecommendationEvent, ReportEvent } from '@outstanding/domain'
import { recommendationFields, recommendationTelling, reportFields, reportTelling, whoSaid } from '@outstanding/domain'
import { readEntries } from '@outstanding/read-models'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { basisOf } from '../reading/basis.ts'
import type { RecommendationNode } from '../recommendation/node.ts'
import { RecommendationType } from '../recommendation/type.ts'
import { ReportType } from '../report/type.ts'
import type { SaidThen } from './said-type.ts'
import { SaidType, saidThen } from './said-type.ts'

const RecommendationField = builder.enumType('RecommendationField', {
  description: 'What can be said of a recommendation; the last ones entry by entry, an action and a revision by their own ids.',
  values: recommendationFields,
})
const ReportField = builder.enumType('ReportField', { description: 'What can be said of a report.', values: reportFields })

/** Each field asked for is looked for by folding the stream without this entry and that: dearer than to read it. */
const saidCost = (args: { fields?: readonly unknown[] | null }, all: number) => ({ field: 40, multiplier: args.fields?.length ?? all })
const asked =
  <Field extends string>(fields: readonly Field[] | null | undefined) =>
  ({ field }: { readonly field: Field }): boolean =>
    fields?.includes(field) ?? true

builder.objectField(RecommendationType, 'saidBy', (t) =>
  t.field({
    type: [SaidType],
    description: 'Which entries said what it is, in the times it was asked for: every value, or those of some fields.',
    args: { fields: t.arg({ type: [RecommendationField] }) },
    complexity: (args) => saidCost(args, recommendationFields.length),
    resolve: (node, { fields }, context) => saidOfRecommendation(node, context, fields ?? null),
  }),
)

async function saidOfRecommendation(
  { id, authority, basis, asIssuedAt }: RecommendationNode,
  context: Context,
  fields: readonly (typeof recommendationFields)[number][] | null,
): Promise<SaidThen[]> {
  const { snapshot, load } = await context.reading.view()
  const knownAt = asIssuedAt ?? basis.knownAt
  const asAt = basis.asAt ?? snapshot.today
  const events = (await readEntries(snapshot, id, knownAt)) as readonly Recorded<RecommendationEvent>[]
  const { clocks } = await load.policyOn(authority, asAt)
  const telling = recommendationTelling({ asAt, dueSoonDays: clocks.dueSoonDays })
  return whoSaid(telling, events, asAt, asked(fields)).map((said) => saidThen(said, knownAt))
}

builder.objectField(ReportType, 'saidBy', (t) =>
  t.field({
    type: [SaidType],
    description: 'Which entries said what it is: every value, or those of some fields. Nothing to the public of when it was not published.',
    args: {
      fields: t.arg({ type: [ReportField] }),
      asAt: t.arg({ type: 'Date', description: 'Valid time, inclusive; today by default.' }),
      asKnownAt: t.arg.string({ description: 'System time: a position, a day or a date-time; all that is known by default.' }),
    },
    complexity: (args) => saidCost(args, reportFields.length),
    resolve: async ({ id }, { fields, ...times }, context) => {
      const { snapshot, audience, load } = await context.reading.view()
      const { asAt, knownAt } = await basisOf(snapshot, times)
      if (audience === 'PUBLIC' && !(await load.publishedAt(id, knownAt))) return []
      const events = (await readEntries(snapshot, id, knownAt)) as readonly Recorded<ReportEvent>[]
      return whoSaid(reportTelling, events, asAt ?? snapshot.today, asked(fields)).map((said) => saidThen(said, knownAt))
    },
  }),
)
