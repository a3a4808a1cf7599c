import type { ReportPageQuery } from '../queries/queries.ts'

/** What the API answers of one report. */
export type ReportNode = NonNullable<ReportPageQuery['report']>
