import { paths } from '../paths/paths.ts'
import type { Way } from '../past/past-links.ts'
import { conclusions, deliveries, labelOf, longDate, responses, termOf } from '@outstanding/wording'
import { scheduleDetail, scheduleTag } from '../words/positions.ts'
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
  readonly facts: readonly { readonly name: string; readonly value: string }[]
}

/** One recommendation in the list. */
export function rowOf(node: ListedRecommendationFragment, way: Way): Row {
  const { position, report } = node
  const { assessment } = position
  const facts: [string, string | null][] = [
    ['Response', labelOf(responses, position.response)],
    ['Delivery', labelOf(deliveries, position.delivery)],
    ['Agreed', assessment.agreed === null ? null : `${assessment.agreed} ${assessment.category?.label ?? ''}`.trim()],
    [
      'Proposed',
      assessment.proposed === null || assessment.proposed === assessment.agreed
        ? null
        : `${assessment.proposed} ${assessment.proposedCategory?.label ?? ''}`.trim(),
    ],
    ['Tracking', position.tracking === 'CONCLUDED' ? concludedWords(node.conclusionReason) : null],
  ]
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
    due: position.schedule.dueOn === null ? null : longDate(position.schedule.dueOn),
    schedule: scheduleTag(position.schedule.state),
    scheduleDetail:
      position.schedule.state === 'OVERDUE' || position.schedule.daysUntilDue !== null || position.schedule.state === 'UNDATED'
        ? scheduleDetail(position.schedule)
        : null,
    facts: facts.flatMap(([name, value]) => (value === null ? [] : [{ name, value }])),
  }
}

const concludedWords = (reason: ListedRecommendationFragment['conclusionReason']): string =>
  reason === null ? 'Concluded' : `Concluded: ${termOf(conclusions, reason)}`
