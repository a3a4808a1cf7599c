import { listChangesTemplate } from './list-changes-view.ts'
import { paths, routes } from '../paths/paths.ts'
import { address, wayIn } from '../past/past-links.ts'
import type { FieldProblem } from '../past/past.ts'
import { tagsOf } from '../outstanding/filter-form.ts'
import { pageSize, variablesFor } from '../outstanding/list-filter.ts'
import { filtersOf, listStateFrom, problemsOf } from '../outstanding/list-state.ts'
import type { ListState } from '../outstanding/list-state.ts'
import { shown, pageAt } from '../site/page.ts'
import type { Tag } from '../words/positions.ts'
import { trackingWords } from '../outstanding/filters.ts'
import { causeOf, changeOf, isWhole, legend } from './change-words.ts'
import type { ChangedItem, ListChangesView } from './list-changes-view.ts'
import { queries } from '../queries/queries.ts'
import type { DifferencePresence, ListChangesQuery } from '../queries/queries.ts'
import { askedOfSides, betweenWords, emptySides, isAsked, knownOf, momentsOf, problemsOfSides, sidesFrom } from './sides.ts'
import type { Sides } from './sides.ts'
import { sidesForm } from './sides-form.ts'

/** `/changes`: the list, with its filters, on two sides. */
export const listChangesPage = pageAt(routes.changes, async ({ ask, query, today }) => {
  const [sides, state] = [sidesFrom(query), listStateFrom({ ...query, asAt: undefined, asKnownAt: undefined, 'as-at': undefined })]
  const problems = [...problemsOfSides(sides, today), ...problemsOf(state)]
  const asks = isAsked(sides) && problems.length === 0
  const { filter, after, policyOf } = variablesFor(state)
  const compared = asks ? sides : sidesFrom({})
  const both = { ...momentsOf(compared), ...knownOf(compared) }
  const asked = { filter, after, policyOf, first: pageSize, isAsked: asks, asAt: null, asKnownAt: null, ...both }
  const model = listChangesView(await ask(queries.ListChanges, asked), { sides, state, today, problems })
  return shown(listChangesTemplate, model, { title: 'Changes', section: paths.outstanding, problems }, problems.length > 0 ? 400 : 200)
})

type Asked = { readonly sides: Sides; readonly state: ListState; readonly today: string; readonly problems: readonly FieldProblem[] }

export function listChangesView(data: ListChangesQuery, { sides, state, today, problems }: Asked): ListChangesView {
  const filters = filtersOf(state)
  const { difference } = data
  const next = difference?.pageInfo.hasNextPage === true ? (difference.pageInfo.endCursor ?? '') : ''
  return {
    form: sidesForm(sides, { path: paths.changes, asked: filters, today }, problems),
    listHref: address(paths.outstanding, filters),
    filters: [
      ...(state.chosen.tracking === undefined ? [`Tracking: ${trackingWords.open}`] : []),
      ...tagsOf(state, data).map(({ name, value }) => `${name}: ${value}`),
    ],
    found:
      difference === undefined
        ? null
        : {
            between: betweenWords(sides, data),
            notes: emptySides(sides, data),
            summary: summaryOf(difference.totalCount),
            items: difference.edges.flatMap(({ node }) => itemOf(node, sides)),
            nextHref: next === '' ? null : address(paths.changes, [...filters, ...askedOfSides(sides), ['after', next]]),
          },
    legend,
  }
}

const summaryOf = (count: number): string =>
  count === 0
    ? 'No recommendation in this list was added, removed or changed.'
    : count === 1
      ? '1 recommendation was added, removed or changed.'
      : `${count.toLocaleString('en-GB')} recommendations were added, removed or changed.`

const presences: Readonly<Record<DifferencePresence, Tag>> = {
  SAME: { text: 'Unchanged', tone: 'grey' },
  ADDED: { text: 'Added', tone: 'teal' },
  REMOVED: { text: 'Removed', tone: 'purple' },
  CHANGED: { text: 'Changed', tone: 'blue' },
}
/** More are on the page of the item itself. */
const maxChanges = 8

type Node = NonNullable<ListChangesQuery['difference']>['edges'][number]['node']

/** What was removed is shown as it last was. */
function itemOf(node: Node, sides: Sides): readonly ChangedItem[] {
  const { presence, before, after, entries } = node
  const there = after ?? before
  if (there === null) return []
  const { id, reference, localReference, title, report } = there
  const side = after === null ? sides.from : sides.to
  const because = isWhole(node) ? entries.at(presence === 'ADDED' ? 0 : -1) : undefined
  const changes = isWhole(node) ? [] : node.changes
  return [
    {
      href: wayIn(side)(paths.recommendation(id)),
      changesHref: address(paths.recommendationChanges(id), askedOfSides(sides)),
      reference: reference ?? localReference,
      title,
      report: `${report.title} · ${report.authorityName}`,
      presence: presences[presence],
      because: because === undefined ? null : causeOf(id, because),
      changes: changes.slice(0, maxChanges).map((each) => changeOf(id, each)),
      more: Math.max(0, changes.length - maxChanges),
    },
  ]
}
