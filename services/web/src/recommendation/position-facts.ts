import { days, longDate, withLongDates } from '../words/dates.ts'
import { conclusionWords, deliveryWords, responseWords, scheduleDetail, scheduleTag, timescaleWords, wordsFor } from '../words/positions.ts'
import type { RecommendationNode } from './recommendation-query.ts'

export type Fact = { readonly name: string; readonly value: string; readonly detail: string | null }

/** The four axes and tracking: separate answers, never one status. */
export function axesOf({ position, responseRequired, conclusionReason }: RecommendationNode): readonly Fact[] {
  const { assessment, schedule } = position
  const category = (code: string | null, known: { readonly label: string } | null): string =>
    code === null ? 'None yet' : `${code} ${known?.label ?? ''}`.trim()
  const awaited =
    position.response === 'AWAITED' && responseRequired !== null
      ? `due ${longDate(responseRequired.dueOn)}: ${withLongDates(responseRequired.computed)}`
      : null
  return [
    { name: 'Response', value: wordsFor(responseWords, position.response), detail: awaited },
    {
      name: 'Delivery',
      value: wordsFor(deliveryWords, position.delivery),
      detail: position.delivery === 'NOT_STARTED' ? null : 'as reported by those responsible',
    },
    { name: 'Assessment proposed', value: category(assessment.proposed, assessment.proposedCategory), detail: null },
    { name: 'Assessment agreed', value: category(assessment.agreed, assessment.category), detail: differing(assessment) },
    { name: 'Schedule', value: scheduleTag(schedule.state).text, detail: scheduleDetail(schedule) },
    {
      name: 'Tracking',
      value: position.tracking === 'OPEN' ? 'Open' : 'Concluded',
      detail: conclusionReason === null ? null : wordsFor(conclusionWords, conclusionReason),
    },
  ]
}

const differing = ({ proposed, agreed }: RecommendationNode['position']['assessment']): string | null =>
  proposed !== null && agreed !== null && proposed !== agreed ? 'differs from what was proposed' : null

/** The timescale as printed, and how the date was derived from it. */
export function datesOf({
  timescale,
  originalCompletionDate,
  revisedCompletionDate,
  derivation,
  position,
}: RecommendationNode): readonly Fact[] {
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
    },
    {
      name: 'Original completion date',
      value: originalCompletionDate === null ? 'None' : longDate(originalCompletionDate),
      detail: derivation === null ? null : withLongDates(derivation.words),
    },
    ...(revisedCompletionDate === null ? [] : [{ name: 'Revised completion date', value: longDate(revisedCompletionDate), detail: slip }]),
  ]
}

const timescaleDetail = ({ grade, months }: RecommendationNode['timescale']): string =>
  grade === 'WITHIN_MONTHS' && months !== null
    ? `read as: within ${months} ${months === 1 ? 'month' : 'months'}`
    : `read as: ${wordsFor(timescaleWords, grade).toLowerCase()}`
