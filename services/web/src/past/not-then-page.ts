import type { Operation } from '../asking/asking.ts'
import { shown } from '../site/page.ts'
import type { PageAnswer, PageContext } from '../site/page.ts'
import type { Kind, ThereToday } from './not-then-view.ts'
import { notThenView } from './not-then-view.ts'
import { recommendationPath, reportPath } from './past-links.ts'
import type { Recorded } from './past-words.ts'
import { pastView } from './past-view.ts'

type Data = { readonly found: ThereToday | null; readonly position: Recorded }
type Variables = { readonly id: string; readonly asKnownAt: string | null }

const query = (kind: Kind, name: string): Operation<Data, Variables> => ({
  name,
  text: `query ${name}($id: ID!, $asKnownAt: String) {
  found: ${kind}(id: $id) { id title history(first: 1) { edges { node { effectiveOn recordedAt } } } }
  position(asKnownAt: $asKnownAt) { events recordedAt recordedFrom }
}`,
})
export const thereTodayQueries: Readonly<Record<Kind, Operation<Data, Variables>>> = {
  recommendation: query('recommendation', 'RecommendationToday'),
  report: query('report', 'ReportToday'),
}

/** The page of something that is there today and was not then; null (not found) where it is not there today either. */
export async function notThen({ ask, params, past }: PageContext, kind: Kind): Promise<PageAnswer | null> {
  const { asAt, asKnownAt } = past.times
  if (asAt === null && asKnownAt === null) return null
  const { found, position } = await ask(thereTodayQueries[kind], { id: params['id'] ?? '', asKnownAt })
  if (found === null) return null
  const path = kind === 'recommendation' ? recommendationPath(found.id) : reportPath(found.id)
  const frame = {
    title: `Not on the register then: ${found.title}`,
    section: kind === 'recommendation' ? '/' : '/reports',
    past: pastView(past, position, { path }),
  }
  return shown('past/not-then.njk', notThenView(kind, found, past), frame, 404)
}
