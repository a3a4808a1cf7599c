import type { OfficeTableRow } from './offices/tables.ts'
import type { PersonTableRow } from './people/tables.ts'
import type { PolicyTableRow } from './policies/tables.ts'
import type {
  RecommendationPositionRow,
  RecommendationRow,
  RecommendationScheduleRow,
  RecommendationWithheldRow,
} from './recommendation-list/tables.ts'
import type { ParkedStreamRow } from './parking/table.ts'
import type { FindingRow, JudgementRow, ReportRow } from './reports/tables.ts'
import type { StreamRevisionRow, TimelineRow } from './timeline/table.ts'

/** The tables of the read models: read through `rowsIn`, in any two times. */
export type DerivedTables = {
  recommendation: RecommendationRow
  recommendation_schedule: RecommendationScheduleRow
  recommendation_position: RecommendationPositionRow
  recommendation_withheld: RecommendationWithheldRow
  report: ReportRow
  report_judgement: JudgementRow
  report_finding: FindingRow
  office: OfficeTableRow
  person: PersonTableRow
  policy: PolicyTableRow
}

/** The tables that hold every event once, by name, as a query sees them. */
export type Tables = {
  timeline: TimelineRow
  stream_revision: StreamRevisionRow
  parked_stream: ParkedStreamRow
}
