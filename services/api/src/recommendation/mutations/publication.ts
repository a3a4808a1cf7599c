import { ExemptionGroundType, ExemptPartType } from '../enums.ts'
import { recommendationCommand } from './recommendation-command.ts'

recommendationCommand('WithholdRecommendation', {
  description: 'Withholds the recommendation and its parts from the public.',
  fields: (t) => ({ reason: t.string({ required: true, description: 'Why it is withheld.' }) }),
  data: ({ reason }) => ({ reason }),
})

recommendationCommand('PublishRecommendation', {
  description: 'Shows to the public again what was withheld. The withholding stays in its history.',
  fields: (t) => ({ reason: t.string({ required: true, description: 'Why it is shown again.' }) }),
  data: ({ reason }) => ({ reason }),
})

recommendationCommand('AmendWording', {
  description: 'Records the amended words that are followed from now on. The words of the report stay beside them.',
  fields: (t) => ({
    wording: t.string({ required: true, description: 'The amended wording, in full.' }),
    reason: t.string({ required: true, description: 'Why it was amended, for example as the executive accepted it.' }),
  }),
  data: ({ wording, reason }) => ({ wording, reason }),
})

recommendationCommand('MarkExempt', {
  description:
    'Keeps parts of the recommendation from the public, as the proper officer withholds papers. The public sees that it exists, and the ' +
    'ground. One exemption is in force at a time.',
  fields: (t) => ({
    parts: t.field({ type: [ExemptPartType], required: true, description: 'The parts that are exempt.' }),
    ground: t.field({ type: ExemptionGroundType, required: true, description: 'The legal ground.' }),
    publicInterest: t.string({
      description:
        'Why the public interest in the exemption outweighs the interest in disclosure. Needed under Schedule 12A; not taken for ' +
        'confidential information, to which no such test applies.',
    }),
    reviewOn: t.field({ type: 'Date', required: true, description: 'The day by which it is to be reviewed.' }),
  }),
  data: ({ parts, ground, publicInterest, reviewOn }) => ({ parts, ground, publicInterest, reviewOn }),
})

recommendationCommand('ReviewExemption', {
  description: 'Records that the exemption was reviewed and continues.',
  fields: (t) => ({
    found: t.string({ required: true, description: 'Why it continues.' }),
    reviewOn: t.field({ type: 'Date', required: true, description: 'The day of the next review.' }),
  }),
  data: ({ found, reviewOn }) => ({ found, reviewOn }),
})

recommendationCommand('EndExemption', {
  description: 'Ends the exemption: all of the recommendation is public again.',
  fields: (t) => ({ reason: t.string({ required: true, description: 'Why it ends.' }) }),
  data: ({ reason }) => ({ reason }),
})
