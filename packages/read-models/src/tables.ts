import type { OfficeTableRow } from './offices/tables.ts'
import type { PersonTableRow } from './people/tables.ts'
import type { PolicyTableRow } from './policies/tables.ts'
import type { RecommendationPositionRow, RecommendationRow } from './recommendation-list/tables.ts'
import type { FindingRow, JudgementRow, ReportRow } from './reports/tables.ts'
import type { StreamRevisionRow, TimelineRow } from './timeline/table.ts'

/** Every table of the versioned schema, by name, as a query sees it. */
export type Tables = {
  timeline: TimelineRow
  stream_revision: StreamRevisionRow
  recommendation: RecommendationRow
  recommendation_position: RecommendationPositionRow
  report: ReportRow
  report_judgement: JudgementRow
  report_finding: FindingRow
  office: OfficeTableRow
  person: PersonTableRow
  policy: PolicyTableRow
}
