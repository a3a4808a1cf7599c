import type { FindingRecorded, TextKind, VisitDirection, VisitSource } from '@outstanding/domain'
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
/** Of a text that a report prints. */
export const textKinds: Terms<TextKind> = {
  QUOTED: 'the published wording',
  SUMMARY: 'our summary',
}
/** A quotation in quotation marks. */
export const quoted = (words: string, textKind: TextKind): string => (textKind === 'QUOTED' ? `“${words}”` : words)
/** A quotation in quotation marks, and a summary called so. */
export const quotedOr = (words: string, textKind: TextKind): string => (textKind === 'QUOTED' ? `“${words}”` : `our summary: ${words}`)

export const visitSources: Terms<VisitSource> = {
  LETTER: 'the inspectors’ letter',
  SUMMARY_OF_THE_INSPECTED: 'the summary of the inspected body',
}
