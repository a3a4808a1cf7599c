import type { RecommendationRecord } from '@outstanding/domain'
import { builder } from '../graphql/builder.ts'
import { TextKindType } from '../graphql/text-kind.ts'
import { OnRecord } from './entry-types.ts'
import { recordOf } from './node.ts'
import { RecommendationType } from './type.ts'

const AmendmentType = builder.objectRef<RecommendationRecord['amendments'][number]>('WordingAmendment').implement({
  description: 'An amended wording. The words of the report are `text`.',
  interfaces: [OnRecord],
  fields: (t) => ({
    wording: t.exposeString('wording', { description: 'The amended wording, in full.' }),
    reason: t.exposeString('reason', { description: 'Why it was amended.' }),
  }),
})

builder.objectFields(RecommendationType, (t) => ({
  textKind: t.expose('textKind', {
    type: TextKindType,
    nullable: true,
    description: 'Whether the text is the published wording or a summary. Null if only the title is available.',
  }),
  amendments: t.field({
    type: [AmendmentType],
    complexity: { field: 3, multiplier: 4 },
    description: 'Amended wordings, oldest first: the last one is followed. Empty if it was never amended.',
    resolve: async (node, _args, context) => [...(await recordOf(node, context)).record.amendments],
  }),
}))
