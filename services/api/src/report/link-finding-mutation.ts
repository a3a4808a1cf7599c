import { reportDecider } from '@outstanding/domain'
import { commandsTo } from '../commands/commands-to.ts'
import { linkedItemFacts } from '../recommendation/targets.ts'
import { FindingRelation } from './enums.ts'

commandsTo('report', reportDecider)('LinkReportFinding', {
  description:
    'Links a finding of the report to an earlier recommendation. The recommendation shows it under `linkedFrom`. A recommendation made after a finding is linked by `linkRecommendation`.',
  fields: (t) => ({
    linkId: t.id({ description: 'Your own id for it. By default the `commandId`.' }),
    findingId: t.id({ required: true, description: 'The id of the finding within the report.' }),
    relation: t.field({ type: FindingRelation, required: true, description: 'What the finding says of the earlier recommendation.' }),
    recommendation: t.id({ required: true, description: 'The `id` of the earlier recommendation.' }),
    words: t.string({ description: 'Why they are linked.' }),
  }),
  data: async ({ commandId, linkId, findingId, relation, recommendation, words }, facts) => ({
    linkId: linkId ?? commandId,
    findingId,
    relation,
    recommendation,
    words,
    ...(await linkedItemFacts(facts, recommendation)),
  }),
})
