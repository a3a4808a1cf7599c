import { paths, routes } from '../paths/paths.ts'
import { notThen } from '../past/not-then-page.ts'
import { pastView } from '../past/past-view.ts'
import { shown, pageAt } from '../site/page.ts'
import { entriesOf } from './entries-of-past.ts'
import { pageOfHistory } from './page-of-history.ts'
import { queries } from '../queries/queries.ts'
import { recordedByMistakePage } from './recorded-by-mistake.ts'
import { recommendationView, recordOf, recommendationTemplate } from './recommendation-view.ts'

/** `/recommendations/:id`, today's or, with `asAt` and `asKnownAt`, an earlier day's; with `after` the entries before those shown. */
export const recommendationPage = pageAt(routes.recommendation, async (context) => {
  const { ask, params, past, query } = context
  const asked = { id: params['id'] ?? '', ...past.times, after: textIn(query, 'after') }
  const { recommendation, logBounds } = await ask(queries.RecommendationPage, asked)
  if (recommendation === null) return (await notThen(context, 'recommendation')) ?? recordedByMistakePage(context)
  const path = paths.recommendation(recommendation.id)
  const onRecord = new Set(recordOf(recommendation).map(({ entry }) => entry))
  const history = await pageOfHistory(ask, recommendation, asked, (entries) => entriesOf(past.times, entries, onRecord))
  const model = recommendationView(recommendation, history, past)
  const frame = {
    title: `${model.reference}: ${model.title}`,
    section: paths.outstanding,
    past: pastView(past, logBounds, { path, changes: { path: paths.recommendationChanges(recommendation.id), asked: [] } }),
    problems: past.problems,
  }
  return shown(recommendationTemplate, model, frame, past.problems.length > 0 ? 400 : 200)
})

const textIn = (query: Readonly<Record<string, unknown>>, name: string): string | null => {
  const value = query[name]
  return typeof value === 'string' && value !== '' ? value : null
}
