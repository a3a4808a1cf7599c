import { dayFrom, longDate } from '../words/dates.ts'
import { conclusionWords, deliveryWords, responseWords, scheduleDetail, scheduleTag, wordsFor } from '../words/positions.ts'
import type { Tag } from '../words/positions.ts'
import { filterForm, tagsOf } from './filter-form.ts'
import type { FilterForm, Offers, RemovableTag } from './filter-form.ts'
import { pageSize } from './list-filter.ts'
import { addressOf, changed } from './list-state.ts'
import type { FieldProblem, ListState } from './list-state.ts'
import type { ListedRecommendation, OutstandingData } from './outstanding-query.ts'

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
export type Count = {
  readonly text: string
  readonly count: number
  readonly href: string
  readonly tone: string
  readonly isChosen: boolean
  readonly width: number
  readonly x: number
}
export type Column = {
  readonly text: string
  readonly sortHref: string | null
  readonly ariaSort: string | null
  readonly direction: string | null
  readonly name: string
}

export type OutstandingView = {
  readonly heading: string
  readonly problems: readonly FieldProblem[]
  readonly form: FilterForm
  readonly tags: readonly RemovableTag[]
  readonly isFiltered: boolean
  /** The day that is shown, in words; null for today. */
  readonly asAt: string | null
  readonly presentHref: string
  readonly counts: readonly Count[]
  readonly total: number
  readonly summary: string
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  readonly pages: { readonly previousHref: string | null; readonly nextHref: string | null; readonly words: string } | null
}

export function outstandingView(state: ListState, data: OutstandingData, problems: readonly FieldProblem[] = []): OutstandingView {
  const { recommendations } = data
  const asAt = dayFrom(state.asAt)
  const rows = recommendations.edges.map(({ node }) => rowOf(node))
  return {
    ...formPart(state, data, problems),
    asAt: asAt === null ? null : longDate(asAt),
    counts: countsOf(state, data.scheduleCounts),
    total: recommendations.totalCount,
    summary: `${recommendations.totalCount.toLocaleString('en-GB')} ${recommendations.totalCount === 1 ? 'recommendation' : 'recommendations'}`,
    columns: columnsOf(state),
    rows,
    pages: pagesOf(state, recommendations, rows.length),
  }
}

/** The page when a filter cannot be understood: the form as it was filled in, and no list. */
export function refusedView(state: ListState, offers: Offers, problems: readonly FieldProblem[]): OutstandingView {
  return { ...formPart(state, offers, problems), asAt: null, counts: [], total: 0, summary: '', columns: [], rows: [], pages: null }
}

const formPart = (state: ListState, offers: Offers, problems: readonly FieldProblem[]) => {
  const tags = tagsOf(state, offers)
  const heading =
    state.tracking === 'concluded'
      ? 'Concluded recommendations'
      : state.tracking === 'all'
        ? 'Recommendations'
        : 'Recommendations not yet concluded'
  return {
    heading,
    problems,
    presentHref: addressOf(changed(state, { asAt: '' })),
    form: filterForm(state, offers, problems),
    tags,
    isFiltered: tags.length > 0,
  }
}

const countKeys = {
  OVERDUE: 'overdue',
  DUE_SOON: 'dueSoon',
  NOT_DUE: 'notDue',
  UNDATED: 'undated',
  MET_ON_TIME: 'metOnTime',
  MET_LATE: 'metLate',
  ENDED: 'ended',
} as const
const always = ['OVERDUE', 'DUE_SOON', 'NOT_DUE', 'UNDATED']

/** Width of the bar of counts, in its own units. */
const barWidth = 1000

function countsOf(state: ListState, counts: Readonly<Record<string, number>>): readonly Count[] {
  const shown = Object.entries(countKeys)
    .map(([value, key]) => ({ value, count: counts[key] ?? 0 }))
    .filter(({ value, count }) => count > 0 || (state.tracking !== 'concluded' && always.includes(value)))
  const sum = shown.reduce((all, { count }) => all + count, 0)
  let x = 0
  return shown.map(({ value, count }) => {
    const isChosen = state.schedule.includes(value)
    const width = sum === 0 ? 0 : (count / sum) * barWidth
    const place = { x, width }
    x += width
    const schedule = isChosen ? state.schedule.filter((other) => other !== value) : [value]
    return {
      ...place,
      count,
      isChosen,
      text: scheduleTag(value).text,
      tone: scheduleTag(value).tone,
      href: addressOf(changed(state, { schedule })),
    }
  })
}

const columnsOf = (state: ListState): readonly Column[] =>
  [
    { name: 'reference', text: 'Reference', sort: 'reference' },
    { name: 'title', text: 'Recommendation', sort: 'title' },
    { name: 'position', text: 'Position', sort: null },
    { name: 'due', text: 'Due', sort: 'due' },
  ].map(({ name, text, sort }) => {
    const isSorted = sort !== null && state.sort === sort
    const order = isSorted && state.order === 'asc' ? ('desc' as const) : ('asc' as const)
    return {
      name,
      text,
      sortHref: sort === null ? null : addressOf(changed(state, { sort, order })),
      ariaSort: sort === null ? null : isSorted ? (state.order === 'asc' ? 'ascending' : 'descending') : 'none',
      direction: isSorted ? state.order : null,
    }
  })

function rowOf(node: ListedRecommendation): Row {
  const { position, report } = node
  const { assessment } = position
  const facts: [string, string | null][] = [
    ['Response', wordsFor(responseWords, position.response)],
    ['Delivery', wordsFor(deliveryWords, position.delivery)],
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
    href: `/recommendations/${encodeURIComponent(node.id)}`,
    reference: node.reference ?? node.localReference,
    isOurReference: node.reference === null,
    title: node.title,
    isListedOnly: !node.textToHand,
    isPart: node.parent !== null,
    illustrative: node.illustrative,
    report: { title: report.title, href: `/reports/${encodeURIComponent(report.id)}`, authority: report.authorityName },
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

const concludedWords = (reason: string | null): string =>
  reason === null ? 'Concluded' : `Concluded, ${wordsFor(conclusionWords, reason)}`

/** Pages are asked for by where they begin, so the way back is the trail of beginnings in the address. */
function pagesOf(state: ListState, { pageInfo, totalCount }: OutstandingData['recommendations'], shown: number): OutstandingView['pages'] {
  const { after, trail, page } = state
  if (after === '' && !pageInfo.hasNextPage) return null
  const first = (page - 1) * pageSize + 1
  const earlier = trail.at(-1) ?? firstPage
  const previous =
    earlier === firstPage
      ? { ...state, after: '', trail: [], page: 1 }
      : { ...state, after: earlier, trail: trail.slice(0, -1), page: page - 1 }
  const next = { ...state, after: pageInfo.endCursor ?? '', trail: [...trail, after === '' ? firstPage : after], page: page + 1 }
  return {
    previousHref: after === '' ? null : addressOf(previous),
    nextHref: pageInfo.hasNextPage && pageInfo.endCursor !== null ? addressOf(next) : null,
    words:
      shown === 0
        ? ''
        : `${first.toLocaleString('en-GB')} to ${(first + shown - 1).toLocaleString('en-GB')} of ${totalCount.toLocaleString('en-GB')}`,
  }
}

const firstPage = '-'
