import { reportAttributeNames } from '@outstanding/domain'
import { fieldLabel } from '@outstanding/wording'
import { shownOf } from '../as-of/shown.ts'
import { entryLoaders } from '../audit/history/entry-loaders.ts'
import { ProvenanceType, provenanceAsOf, provenanceCost } from '../audit/provenance/provenance-type.ts'
import { builder } from '../graphql/builder.ts'
import { describedValues } from '../graphql/described-values.ts'
import { ReportType } from './type.ts'

const ReportAttribute = builder.enumType('ReportAttribute', {
  description: 'An attribute of a report.',
  values: describedValues(reportAttributeNames, fieldLabel),
})

builder.objectField(ReportType, 'provenance', (t) =>
  t.field({
    type: [ProvenanceType],
    description: 'The sources of each value, at the times that the item was asked for.',
    args: { attributes: t.arg({ type: [ReportAttribute], description: 'Which attributes. By default all.' }) },
    complexity: ({ attributes }) => provenanceCost(attributes, reportAttributeNames.length),
    resolve: async ({ id, asOf }, { attributes }, context) => {
      const view = await context.readSession.view()
      const events = await (await entryLoaders(context, asOf)).events(id)
      const task = {
        kind: 'PROVENANCE',
        stream: id,
        events,
        day: { asAt: asOf.asAt ?? view.snapshot.today },
        attributes: attributes ?? null,
      } as const
      const all = await context.beside.run(task, context.readSession.signal)
      return (await shownOf(view, all)).map((found) => provenanceAsOf(found, asOf))
    },
  }),
)
