import { answering, clerk } from '@outstanding/identity'
import type { NounOf } from '../nouns/noun.ts'
import './difference.ts'
import { reportById } from './loaders.ts'
import './apply-dates-mutation.ts'
import './link-finding-mutation.ts'
import './respond-to-report.ts'
import './mutations.ts'
import './provenance.ts'
import './queries.ts'

export const report: NounOf<'report'> = {
  permissions: {
    RegisterReport: clerk,
    RegisterMentionedReport: clerk,
    AdoptReport: clerk,
    PublishReport: clerk,
    EmbargoReport: clerk,
    WithholdReport: clerk,
    RecordJudgement: clerk,
    RecordFinding: clerk,
    LinkReportFinding: clerk,
    WithdrawReport: clerk,
    ApplyReportDates: clerk,
    RespondToReport: ['quartet', ...answering],
  },
  isShown: async (id, { load }) => (await load(reportById, id)) !== null,
  feed: 'PUBLIC',
}
