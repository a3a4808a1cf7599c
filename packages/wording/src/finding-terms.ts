import type { FindingRecorded, VisitDirection, VisitSource } from '@outstanding/domain'
import type { Terms } from './terms.ts'

/** Of findings of visits and of reports. */
export const directions: Terms<VisitDirection | FindingRecorded['data']['direction']> = {
  STRENGTH: 'strength',
  WEAKNESS: 'weakness',
  NEUTRAL: 'neutral',
  POSITIVE: 'positive',
  NEEDS_IMPROVEMENT: 'needs improvement',
  IMPROVED: 'improved',
  UNCHANGED: 'unchanged',
  WORSE: 'worse',
}
export const visitSources: Terms<VisitSource> = {
  LETTER: 'the inspectors’ letter',
  SUMMARY_OF_THE_INSPECTED: 'the summary of the inspected body',
}
