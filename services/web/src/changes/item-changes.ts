import { itemChangesTemplate } from './item-changes-view.ts'
import { paths, routes } from '../paths/paths.ts'
import { wayIn } from '../past/past-links.ts'
import type { FieldProblem } from '../past/past.ts'
import { isPast } from '../past/past.ts'
import { shown, pageAt } from '../site/page.ts'
import { causeOf, changeOf, isWhole, legend, valuesWords } from './change-words.ts'
import type { ItemChangesView } from './item-changes-view.ts'
import { queries } from '../queries/queries.ts'
import type { EndsFragment, ItemDifferenceFragment, RecommendationChangesQuery } from '../queries/queries.ts'
import { betweenWords, sideAdverbs, emptySides, isAsked, knownOf, momentsOf, problemsOfSides, sidesFrom } from './sides.ts'
import type { Sides } from './sides.ts'
import { sidesForm } from './sides-form.ts'

/** `/recommendations/:id/changes` */
export const itemChangesPage = pageAt(routes.recommendationChanges, async ({ ask, query, params, today }) => {
  const sides = sidesFrom(query)
  const problems = problemsOfSides(sides, today)
  const asks = isAsked(sides) && problems.length === 0
  const compared = asks ? sides : sidesFrom({})
  const asked = { id: params['id'] ?? '', isAsked: asks, ...momentsOf(compared), ...knownOf(compared) }
  const { recommendation, difference, ...ends } = await ask(queries.RecommendationChanges, asked)
  if (recommendation === null) return null
  const model = itemChangesView({ recommendation, sides, ends, today, problems, difference: asks ? (difference ?? null) : undefined })
  const frame = { title: `Changes: ${model.reference}: ${model.title}`, section: paths.outstanding, problems }
  return shown(itemChangesTemplate, model, frame, problems.length > 0 ? 400 : 200)
})

type Asked = {
  readonly recommendation: NonNullable<RecommendationChangesQuery['recommendation']>
  readonly sides: Sides
  readonly ends: EndsFragment
  readonly today: string
  readonly problems: readonly FieldProblem[]
  /** Undefined: not asked for. Null: it is on neither side. */
  readonly difference: ItemDifferenceFragment | null | undefined
}

export function itemChangesView({ recommendation, sides, ends, today, problems, difference }: Asked): ItemChangesView {
  const { id, reference, localReference, title, report } = recommendation
  const path = paths.recommendation(id)
  const changes = !difference || isWhole(difference) ? [] : difference.changes.map((each) => changeOf(id, each))
  return {
    reference: reference ?? localReference,
    title,
    href: path,
    authority: report.authorityName,
    form: sidesForm(sides, { path: paths.recommendationChanges(id), asked: [], today }, problems),
    found:
      difference === undefined
        ? null
        : {
            between: betweenWords(sides, ends),
            notes: emptySides(sides, ends),
            summary: summaryOf(difference, sideAdverbs(sides, ends)),
            changes,
            entries: (difference?.entries ?? []).map((each) => causeOf(id, each)),
            ways: [
              ...(isPast(sides.from) ? [{ text: 'Show the page on the first date', href: wayIn(sides.from)(path) }] : []),
              {
                text: isPast(sides.to) ? 'Show the page on the second date' : 'Show the page today',
                href: wayIn(sides.to)(path),
              },
            ],
          },
    legend,
  }
}

function summaryOf(difference: ItemDifferenceFragment | null, [first, second]: readonly [string, string]): string {
  if (difference === null) return 'Not on the register on either date.'
  const { presence, changes, entries } = difference
  if (presence === 'ADDED') return `Not on the register ${first}; on the register ${second}.`
  if (presence === 'REMOVED') return `On the register ${first}; not on the register ${second}.`
  if (changes.length > 0) return `${valuesWords(changes.length)}.`
  return entries.length === 0 ? 'Nothing changed, and nothing was recorded.' : 'Entries were recorded, but no value shown here changed.'
}
