import { days, longDate, withLongDates } from '../words/dates.ts'
import { conclusionWords, deliveryWords, responseWords, scheduleDetail, scheduleTag, timescaleWords, wordsFor } from '../words/positions.ts'
import type { RecommendationNode } from './recommendation-node.ts'
import type { Said, WhoSaid } from '../said/said.ts'

export type Fact = { readonly name: string; readonly value: string; readonly detail: string | null; readonly said: Said | null }

/** The four axes and tracking: separate answers, never one status. */
export function axesOf({ position, responseRequired, conclusionReason }: RecommendationNode, whoSaid: WhoSaid): readonly Fact[] {
  const { assessment, schedule } = position
  const category = (code: string | null, known: { readonly label: string } | null): string =>
    code === null ? 'None yet' : `${code} ${known?.label ?? ''}`.trim()
  const awaited =
    position.response === 'AWAITED' && responseRequired !== null
      ? `due ${longDate(responseRequired.dueOn)}: ${withLongDates(responseRequired.computed)}`
      : null
  const fact = (name: string, field: string, value: string, detail: string | null): Fact => ({
    name,
    value,
    detail,
    said: whoSaid(name, field),
  })
  const { proposed, agreed } = assessment
  return [
    fact('Response', 'RESPONSE', wordsFor(responseWords, position.response), awaited),
    fact(
      'Delivery',
      'DELIVERY',
      wordsFor(deliveryWords, position.delivery),
      position.delivery === 'NOT_STARTED' ? null : 'as reported by those responsible',
    ),
    fact('Assessment proposed', 'ASSESSMENT_PROPOSED', category(proposed, assessment.proposedCategory), null),
    fact('Assessment agreed', 'ASSESSMENT_AGREED', category(agreed, assessment.category), differing(assessment)),
    fact('Schedule', 'SCHEDULE', scheduleTag(schedule.state).text, scheduleDetail(schedule)),
    fact(
      'Tracking',
      'TRACKING',
      position.tracking === 'OPEN' ? 'Open' : 'Concluded',
      conclusionReason === null ? null : wordsFor(conclusionWords, conclusionReason),
    ),
  ]
}

const differing = ({ proposed, agreed }: RecommendationNode['position']['assessment']): string | null =>
  proposed !== null && agreed !== null && proposed !== agreed ? 'differs from what was proposed' : null

/** The timescale as printed, and how the date was derived from it. */
export function datesOf(node: RecommendationNode, whoSaid: WhoSaid): readonly Fact[] {
  const { timescale, originalCompletionDate, revisedCompletionDate, derivation, position } = node
  const { slippageDays } = position.schedule
  const slip =
    slippageDays === null || slippageDays === 0
      ? null
      : `${days(Math.abs(slippageDays))} ${slippageDays > 0 ? 'later' : 'earlier'} than the original date`
  return [
    {
      name: 'Timescale',
      value: timescale.asPrinted === null ? 'None printed' : `“${timescale.asPrinted}”`,
      detail: timescale.asPrinted === null ? null : timescaleDetail(timescale),
      said: whoSaid('Timescale', 'TIMESCALE'),
    },
    {
      name: 'Original completion date',
      value: originalCompletionDate === null ? 'None' : longDate(originalCompletionDate),
      detail: derivation === null ? null : withLongDates(derivation.words),
      said: whoSaid('Original completion date', 'ORIGINAL_COMPLETION_DATE'),
    },
    ...(revisedCompletionDate === null
      ? []
      : [
          {
            name: 'Revised completion date',
            value: longDate(revisedCompletionDate),
            detail: slip,
            said: whoSaid('Revised completion date', 'REVISED_COMPLETION_DATE'),
          },
        ]),
  ]
}

const timescaleDetail = ({ grade, months }: RecommendationNode['timescale']): string =>
  grade === 'WITHIN_MONTHS' && months !== null
    ? `read as: within ${months} ${months === 1 ? 'month' : 'months'}`
    : `read as: ${wordsFor(timescaleWords, grade).toLowerCase()}`
