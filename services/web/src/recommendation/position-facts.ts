import {
  conclusions,
  daysWords,
  deliveries,
  elapsedWords,
  gravities,
  labelOf,
  labelsOf,
  dateWords,
  responses,
  termOf,
  timescaleGrades,
  trackings,
} from '@outstanding/wording'
import { deliveryWords, hasPassedUntracked, scheduleShown } from '../words/positions.ts'
import { lengthFrom } from '../words/lengths.ts'
import { extensionsOf } from './extensions.ts'
import { knownTo } from './known-to.ts'
import type { RecommendationNode } from './recommendation-node.ts'
import { responsesOf } from './responses.ts'
import type { Fact } from './fact.ts'
import { trackersOf } from './trackers.ts'
import type { SourcesOf } from '../provenance/sources.ts'

/** The four axes and tracking: separate answers, never one status. */
export function axesOf(node: RecommendationNode, sourcesOf: SourcesOf): readonly Fact[] {
  const { position, conclusionReason } = node
  const { assessment, schedule } = position
  const shown = scheduleShown({ ...schedule, ...datesIn(node) }, position.tracking)
  const byBody = responsesOf(node)
  const single = byBody.length === 1 && byBody[0] !== undefined ? byBody[0] : null
  const fact = (name: string, field: string, value: string, detail: string | null): Fact => ({
    name,
    value,
    detail,
    sources: sourcesOf(name, field),
  })
  return [
    fact('Response', 'RESPONSE', labelOf(responses, position.response), single?.detailWithBody ?? null),
    ...(single === null ? byBody.map(({ name, value, detail }) => ({ name, value, detail, sources: null })) : []),
    fact('Delivery', 'DELIVERY', ...deliveryOf(node)),
    fact('Assessment proposed', 'ASSESSMENT_PROPOSED', categoryWords(assessment.proposed, assessment.proposedCategory), null),
    fact('Assessment agreed', 'ASSESSMENT_AGREED', ...agreedWords(node)),
    fact('Schedule', 'SCHEDULE', shown.tag.text, shown.detail),
    fact(
      'Tracking',
      'TRACKING',
      labelOf(trackings, position.tracking),
      conclusionReason === null ? untracked(position.tracking) : termOf(conclusions, conclusionReason),
    ),
    ...trackersOf(node, sourcesOf),
  ]
}

/** The dates shown with the schedule of an item. */
export const datesIn = ({
  originalCompletionDate,
  originalCompletionDatePrecision,
}: Pick<RecommendationNode, 'originalCompletionDate' | 'originalCompletionDatePrecision'>) => ({
  originalCompletionDate,
  originalCompletionDatePrecision,
})

const untracked = (tracking: RecommendationNode['position']['tracking']): string | null =>
  tracking === 'NOT_TRACKED' ? 'nothing recorded here says whether it was done' : null

/** What those responsible last reported. Without any report, nothing is known: that is not the same as "not started". */
function deliveryOf({ position }: RecommendationNode): [value: string, detail: string | null] {
  const { delivery, tracking } = position
  if (delivery === 'NOT_REPORTED') return [labelOf(deliveries, delivery), 'no record here of whether it was done']
  const detail = tracking === 'CONCLUDED' ? 'last report before tracking was concluded' : 'as reported by those responsible'
  return [deliveryWords(position), detail]
}

const categoryWords = (code: string | null, category: { readonly label: string } | null): string =>
  code === null ? 'None yet' : `${code} ${category?.label ?? ''}`.trim()

/** Where committees differ, none of them speaks for the item. */
function agreedWords({ trackedBy, position: { assessment } }: RecommendationNode): [value: string, detail: string | null] {
  const agreed = trackedBy.filter(({ tracking, agreed: code }) => tracking !== 'HANDED_OVER' && code !== null)
  if (assessment.agreed === null && agreed.length > 1) return ['Committees differ', 'see what each committee decided']
  return [categoryWords(assessment.agreed, assessment.category), differing(assessment)]
}

const differing = ({ proposed, agreed }: RecommendationNode['position']['assessment']): string | null =>
  proposed !== null && agreed !== null && proposed !== agreed ? 'differs from the proposal' : null

/** The timescale as published, the date that follows from it, and each extension. */
export function datesOf(node: RecommendationNode, sourcesOf: SourcesOf): readonly Fact[] {
  const { timescale, originalCompletionDate, revisedCompletionDate, gravity } = node
  const original = originalCompletionDate && dateWords(originalCompletionDate, node.originalCompletionDatePrecision)
  return [
    ...(gravity === null
      ? []
      : [{ name: 'Gravity', value: termOf(labelsOf(gravities), gravity), detail: 'as the report calls it', sources: null }]),
    {
      name: 'Timescale',
      value: timescale.asPrinted === null ? 'None given' : `“${timescale.asPrinted}”`,
      detail: timescale.asPrinted === null ? null : timescaleDetail(timescale),
      sources: sourcesOf('Timescale', 'TIMESCALE'),
    },
    {
      name: 'Original completion date',
      value: original ?? 'No date set',
      detail: originDetail(node),
      sources: sourcesOf('Original completion date', 'ORIGINAL_COMPLETION_DATE'),
    },
    ...extensionsOf(node).map((extension) => ({ ...extension, sources: null })),
    ...(revisedCompletionDate === null
      ? []
      : [
          {
            name: 'Revised completion date',
            value: dateWords(revisedCompletionDate, node.revisedCompletionDatePrecision),
            detail: originalCompletionDate === null ? null : comparedWith(originalCompletionDate, revisedCompletionDate),
            sources: sourcesOf('Revised completion date', 'REVISED_COMPLETION_DATE'),
          },
        ]),
    ...slippageOf(node),
    ...lookAgainOf(node),
  ]
}

/** The day on which each committee that concluded it wants to look at it again. */
const lookAgainOf = ({ conclusions: concluded, conclusionReason }: RecommendationNode): readonly Fact[] =>
  conclusionReason === null
    ? []
    : concluded.flatMap(({ lookAgainOn, decision, datesKnownTo }) =>
        lookAgainOn === null
          ? []
          : [
              {
                name: 'To be looked at again',
                value: dateWords(lookAgainOn, knownTo(datesKnownTo, 'lookAgainOn')),
                detail: decision.committeeName,
                sources: null,
              },
            ],
      )

/** How it was worked out, and whether the report's date was corrected since. */
const originDetail = ({ derivation, baselineInDoubt }: RecommendationNode): string | null => {
  const parts = [derivation?.words ?? null, baselineInDoubt && `In doubt: ${baselineInDoubt.because}`]
  return parts.filter((part) => part !== null).join('. ') || null
}

/** How far it is from the original date by the day shown; nothing where it is not, or without a date. */
function slippageOf({ position, originalCompletionDate }: RecommendationNode): readonly Fact[] {
  const { slippageDays: days, state } = position.schedule
  if (days === null || days <= 0 || hasPassedUntracked(state, position.tracking)) return []
  const detail = state === 'OVERDUE' ? 'increases each day while it is overdue' : null
  return [
    {
      name: 'Slippage',
      value: originalCompletionDate === null ? daysWords(days) : lengthFrom(originalCompletionDate, days),
      detail,
      sources: null,
    },
  ]
}

/** "74 days later than the original date". */
const comparedWith = (original: string, date: string): string =>
  date === original
    ? 'same as the original date'
    : date > original
      ? `${elapsedWords(original, date)} later than the original date`
      : `${elapsedWords(date, original)} earlier than the original date`

const timescaleDetail = ({ grade, months }: RecommendationNode['timescale']): string =>
  grade === 'WITHIN_MONTHS' && months !== null
    ? `Interpreted as: within ${months} ${months === 1 ? 'month' : 'months'}`
    : `Interpreted as: ${termOf(timescaleGrades, grade)}`
