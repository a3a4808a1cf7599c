import { template } from '../render/template.ts'
import { paths } from '../paths/paths.ts'
import { wayIn } from '../past/past-links.ts'
import type { FieldProblem } from '../past/past.ts'
import { isPast } from '../past/past.ts'
import { dayFrom, longDate } from '@outstanding/wording'
import { columnsOf } from './columns.ts'
import type { Column } from './columns.ts'
import { filterForm, tagsOf } from './filter-form.ts'
import type { FilterForm, RemovableTag } from './filter-form.ts'
import { valueOf } from './list-state.ts'
import type { ListState } from './list-state.ts'
import type { OffersFragment, OutstandingPageQuery } from '../queries/queries.ts'
import { pagesOf } from './pages.ts'
import type { Pages } from './pages.ts'
import { rowOf } from './rows.ts'
import type { Row } from './rows.ts'
import { countsOf } from './schedule-counts.ts'
import type { Count } from './schedule-counts.ts'

export type OutstandingView = {
  readonly heading: string
  readonly isRefused: boolean
  readonly form: FilterForm
  readonly tags: readonly RemovableTag[]
  readonly isFiltered: boolean
  readonly counts: readonly Count[]
  readonly total: number
  readonly summary: string
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  /** What stands in place of rows where there are none. */
  readonly emptyWords: string
  readonly pages: Pages | null
  /** How many recommendations no committee tracks, which this list leaves out; null where there is none, or where it shows them. */
  readonly notTracked: { readonly count: number; readonly href: string } | null
}

export function outstandingView(state: ListState, data: OutstandingPageQuery, today: string): OutstandingView {
  const { recommendations } = data
  const rows = recommendations.edges.map(({ node }) => rowOf(node, wayIn(state.past), dayFrom(state.past.asAt) ?? today))
  return {
    ...formPart(state, data),
    counts: countsOf(state, data.scheduleCounts),
    total: recommendations.totalCount,
    summary: `${recommendations.totalCount.toLocaleString('en-GB')} ${recommendations.totalCount === 1 ? 'recommendation' : 'recommendations'}`,
    columns: columnsOf(state),
    rows,
    emptyWords: emptyWords(state),
    pages: pagesOf(state, recommendations, rows.length),
    notTracked: notTrackedOf(state, data),
  }
}

/** The page when a filter cannot be understood: the form as it was filled in, and no list. */
export function refusedView(state: ListState, offers: OffersFragment, problems: readonly FieldProblem[]): OutstandingView {
  return {
    ...formPart(state, offers, problems),
    counts: [],
    total: 0,
    summary: '',
    columns: [],
    rows: [],
    emptyWords: '',
    pages: null,
    notTracked: null,
  }
}

/** Most visitors look for what no committee tracks, too, and the front page leaves it out. */
function notTrackedOf(state: ListState, { outstandingByReport }: OutstandingPageQuery): OutstandingView['notTracked'] {
  const count = outstandingByReport.reduce((sum, report) => sum + report.notTracked, 0)
  const isLeftOut = valueOf(state, 'tracking') !== 'all' && valueOf(state, 'tracking') !== 'not-tracked'
  return count > 0 && isLeftOut ? { count, href: wayIn(state.past)(paths.outstanding, { tracking: 'not-tracked' }) } : null
}

function emptyWords({ past }: ListState): string {
  const asAt = dayFrom(past.asAt)
  if (asAt !== null) return `No recommendation issued by ${longDate(asAt)} matches these filters.`
  return isPast(past) ? 'No recommendation recorded by that time matches these filters.' : 'No recommendation matches these filters.'
}

const headings: Readonly<Record<string, string>> = {
  concluded: 'Concluded recommendations',
  'not-tracked': 'Recommendations that no committee tracks',
  all: 'Recommendations',
}

const formPart = (state: ListState, offers: OffersFragment, problems: readonly FieldProblem[] = []) => {
  const tags = tagsOf(state, offers)
  const tracking = valueOf(state, 'tracking')
  const heading = headings[tracking ?? ''] ?? 'Outstanding recommendations'
  return {
    heading,
    isRefused: problems.length > 0,
    form: filterForm(state, offers, problems),
    tags,
    isFiltered: tags.length > 0,
  }
}

export const outstandingTemplate = template<OutstandingView>('outstanding/outstanding.njk')
