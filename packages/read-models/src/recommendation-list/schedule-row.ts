import type { Issued, Listed } from '@outstanding/domain'
import { baselinePrecision, conclusionOf, duePrecision, scheduleDatesOf, trackingOf } from '@outstanding/domain'
import type { RecommendationScheduleRow } from './tables.ts'

/** Only the dates are kept: the state of the schedule, "due soon" among them, is asked of a day. */
export function scheduleRow(state: Issued | Listed, stream: string, illustrative: boolean): RecommendationScheduleRow {
  const { record } = state
  const start = state.kind === 'ISSUED' ? state.issued : state.listed
  const dates = scheduleDatesOf(state)
  return {
    stream,
    authority: authorityOf(stream),
    report: start.report,
    parent: state.kind === 'ISSUED' ? state.issued.parent : null,
    illustrative: illustrative || start.publication.illustrative,
    tracking: trackingOf(record),
    conclusion_reason: conclusionOf(record)?.reason ?? null,
    baseline_on: dates.baselineOn,
    revised_on: record.revisedDate,
    due_on: dates.dueOn,
    achieved: dates.achieved,
    completed_on: dates.completedOn,
    completed_from: dates.completedFrom,
    baseline_precision: baselinePrecision(state),
    revised_precision: record.revisedPrecision,
    due_precision: duePrecision(state),
    ended: dates.ended,
    merged_into: record.merged?.into ?? null,
  }
}

/** The slug between the category and the identity: `recommendation-{authority}.{uuid}`. */
const authorityOf = (stream: string): string => stream.slice(stream.indexOf('-') + 1, stream.lastIndexOf('.'))
