import { dayFrom, longDate } from '../words/dates.ts'
import { columnsOf } from './columns.ts'
import type { Column } from './columns.ts'
import { filterForm, tagsOf } from './filter-form.ts'
import type { FilterForm, Offers, RemovableTag } from './filter-form.ts'
import { addressOf, changed } from './list-state.ts'
import type { FieldProblem, ListState } from './list-state.ts'
import type { OutstandingData } from './outstanding-query.ts'
import { pagesOf } from './pages.ts'
import type { Pages } from './pages.ts'
import { rowOf } from './rows.ts'
import type { Row } from './rows.ts'
import { countsOf } from './schedule-counts.ts'
import type { Count } from './schedule-counts.ts'

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
  readonly pages: Pages | null
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
