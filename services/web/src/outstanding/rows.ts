import { paths } from '../paths/paths.ts'
import type { Way } from '../past/past-links.ts'
import { conclusions, dateWords, gravities, labelOf, labelsOf, responses, shortened, termOf } from '@outstanding/wording'
import { deliveryWords, scheduleShown } from '../words/positions.ts'
import type { Tag } from '../words/positions.ts'
import type { ListedRecommendationFragment } from '../queries/queries.ts'

export type Row = {
  readonly href: string
  readonly reference: string
  readonly isOurReference: boolean
  readonly title: string
  readonly isListedOnly: boolean
  readonly isPart: boolean
  readonly illustrative: boolean
  readonly report: { readonly title: string; readonly href: string; readonly authority: string }
  readonly owners: string | null
  readonly due: string | null
  readonly schedule: Tag
  readonly scheduleDetail: string | null
  /** The date and the words of the newest update. */
  readonly update: { readonly on: string; readonly words: string } | null
  /** What is due next, besides the recommendation itself. */
  readonly next: string | null
  readonly marks: readonly string[]
  readonly facts: readonly { readonly name: string; readonly value: string }[]
}

/** One recommendation in the list. `today`: the day that is shown, as ISO. */
export function rowOf(node: ListedRecommendationFragment, way: Way, today: string): Row {
  const { position, report } = node
  const { assessment } = position
  const facts: [string, string | null][] = [
    ['Response', labelOf(responses, position.response)],
    ['Delivery', deliveryWords(position)],
    ['Agreed', categoryWords(assessment.agreed, assessment.category)],
    ['Proposed', assessment.proposed === assessment.agreed ? null : categoryWords(assessment.proposed, assessment.proposedCategory)],
    ['Tracking', position.tracking === 'CONCLUDED' ? concludedWords(node.conclusionReason) : null],
  ]
  const { originalCompletionDate, originalCompletionDatePrecision } = node
  const schedule = scheduleShown({ ...position.schedule, originalCompletionDate, originalCompletionDatePrecision }, position.tracking)
  return {
    href: way(paths.recommendation(node.id)),
    reference: node.reference ?? node.localReference,
    isOurReference: node.reference === null,
    title: node.title,
    isListedOnly: !node.textToHand,
    isPart: node.parent !== null,
    illustrative: node.illustrative,
    report: { title: report.title, href: way(paths.report(report.id)), authority: report.authorityName },
    owners: node.owners.length === 0 ? null : [...new Set(node.owners.map(({ name }) => name))].join('; '),
    due: position.schedule.dueOn === null ? null : dateWords(position.schedule.dueOn, position.schedule.dueOnPrecision),
    schedule: schedule.tag,
    scheduleDetail: schedule.detail,
    update: updateOf(node),
    next: nextOf(node, today),
    marks: [
      ...(node.gravity === null ? [] : [termOf(labelsOf(gravities), node.gravity)]),
      ...(node.reopenings.length > 0 ? ['Reopened'] : []),
      ...(node.mergedInto === null ? [] : ['Duplicate, merged']),
      ...(node.reportWithdrawn === null ? [] : ['Report withdrawn']),
    ],
    facts: facts.flatMap(([name, value]) => (value === null ? [] : [{ name, value }])),
  }
}

/** "3 Not achieved (Progress made)" */
const categoryWords = (code: string | null, category: { readonly label: string } | null): string | null =>
  code === null ? null : `${code} ${category?.label ?? ''}`.trim()

const concludedWords = (reason: ListedRecommendationFragment['conclusionReason']): string =>
  reason === null ? 'Concluded' : `Concluded: ${termOf(conclusions, reason)}`

const maxUpdateLength = 140

function updateOf({ updates }: ListedRecommendationFragment): Row['update'] {
  const newest = updates.toSorted((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1)).at(-1)
  if (newest === undefined) return null
  return { on: dateWords(newest.effectiveOn, newest.effectiveOnPrecision), words: shortened(newest.words, maxUpdateLength) }
}

/** The first date still to come: of a planned or started action, or of an awaited response. */
function nextOf({ actions, responseRequired, position }: ListedRecommendationFragment, today: string): string | null {
  const open = actions.filter(({ status }) => status === 'PLANNED' || status === 'STARTED')
  const dates = [
    ...open.map(({ dueOn, dueOnPrecision }) => ({ on: dueOn ?? '', precision: dueOnPrecision, what: 'action due' })),
    ...(position.response === 'AWAITED' && responseRequired !== null
      ? [{ on: responseRequired.dueOn, precision: 'DAY' as const, what: 'response due' }]
      : []),
  ]
  const [next] = dates.filter(({ on }) => on >= today).toSorted((a, b) => (a.on < b.on ? -1 : 1))
  return next === undefined ? null : `${dateWords(next.on, next.precision)}, ${next.what}`
}
