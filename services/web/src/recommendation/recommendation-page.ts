import { paths } from '../paths/paths.ts'
import type { Ask } from '../asking/asking.ts'
import { notThen } from '../past/not-then-page.ts'
import { pastView } from '../past/past-view.ts'
import { shown } from '../site/page.ts'
import type { Page } from '../site/page.ts'
import { entriesOf } from './entries-of-past.ts'
import { queries } from '../queries/queries.ts'
import type { HistoryEntry, RecommendationNode } from './recommendation-node.ts'
import { recordedByMistakePage } from './recorded-by-mistake.ts'
import { recommendationView, recordOf } from './recommendation-view.ts'

/** The longest history that one page shows; nothing real comes near it. */
const mostEntries = 2_000

/** `/recommendations/:id`, today's or, with `asAt` and `asKnownAt`, an earlier day's. */
export const recommendationPage: Page = async (context) => {
  const { ask, params, past } = context
  const asked = { id: params['id'] ?? '', ...past.times }
  const { recommendation, position } = await ask(queries.RecommendationPage, asked)
  if (recommendation === null) return (await notThen(context, 'recommendation')) ?? recordedByMistakePage(context)
  const path = paths.recommendation(recommendation.id)
  const onRecord = new Set(recordOf(recommendation).map(({ entry }) => entry))
  const history = entriesOf(past.times, await wholeHistory(ask, recommendation, asked), onRecord)
  const model = recommendationView(recommendation, history, past)
  const frame = {
    title: `${model.reference}: ${model.title}`,
    section: paths.outstanding,
    past: pastView(past, position, { path, changes: { path: paths.recommendationChanges(recommendation.id), asked: [] } }),
    problems: past.problems,
  }
  return shown('recommendation/recommendation.njk', model, frame, past.problems.length > 0 ? 400 : 200)
}

async function wholeHistory(
  ask: Ask,
  { history }: RecommendationNode,
  asked: { id: string; asAt: string | null; asKnownAt: string | null },
): Promise<readonly HistoryEntry[]> {
  const entries = history.edges.map(({ node }) => node)
  let { pageInfo } = history
  while (pageInfo.hasNextPage && pageInfo.endCursor !== null && entries.length < mostEntries) {
    const { recommendation } = await ask(queries.RecommendationHistory, { ...asked, after: pageInfo.endCursor })
    if (recommendation === null) break
    entries.push(...recommendation.history.edges.map(({ node }) => node))
    pageInfo = recommendation.history.pageInfo
  }
  return entries
}
