import type { Ask } from '../asking/asking.ts'
import { shown } from '../site/page.ts'
import type { Page } from '../site/page.ts'
import { dayFrom } from '../words/dates.ts'
import { entriesOf, knownAt, pastFrom, problemsOfPast } from './past.ts'
import { moreHistoryQuery, recommendationQuery } from './recommendation-query.ts'
import type { HistoryEntry, RecommendationNode } from './recommendation-query.ts'
import { recommendationView } from './recommendation-view.ts'

/** The longest history that one page shows; nothing real comes near it. */
const mostEntries = 2_000

/** `/recommendations/:id`, today's or, with `asAt` and `asKnownAt`, an earlier day's. */
export const recommendationPage: Page = async ({ ask, query, params, today }) => {
  const past = pastFrom(query)
  const problems = problemsOfPast(past, today)
  const isError = problems.length > 0
  const asked = { id: params['id'] ?? '', asAt: isError ? null : dayFrom(past.asAt), asKnownAt: isError ? null : knownAt(past) }
  const { recommendation } = await ask(recommendationQuery, asked)
  if (recommendation === null) return null
  const history = await wholeHistory(ask, recommendation, asked)
  const model = recommendationView(recommendation, isError ? history : entriesOf(past, history), past, problems)
  return shown(
    'recommendation/recommendation.njk',
    model,
    { title: `${model.reference}: ${model.title}`, section: '/', isError },
    isError ? 400 : 200,
  )
}

async function wholeHistory(
  ask: Ask,
  { history }: RecommendationNode,
  asked: { id: string; asAt: string | null; asKnownAt: string | null },
): Promise<readonly HistoryEntry[]> {
  const entries = history.edges.map(({ node }) => node)
  let { pageInfo } = history
  while (pageInfo.hasNextPage && pageInfo.endCursor !== null && entries.length < mostEntries) {
    const { recommendation } = await ask(moreHistoryQuery, { ...asked, after: pageInfo.endCursor })
    if (recommendation === null) break
    entries.push(...recommendation.history.edges.map(({ node }) => node))
    pageInfo = recommendation.history.pageInfo
  }
  return entries
}
