import { paths } from '../paths/paths.ts'
import { queries } from '../queries/queries.ts'
import { shown } from '../site/page.ts'
import type { PageAnswer, PageContext } from '../site/page.ts'
import type { Kind } from './not-then-view.ts'
import { notThenView, notThenTemplate } from './not-then-view.ts'
import { pastView } from './past-view.ts'

/** The page of something that is there today and was not then; null (not found) where it is not there today either. */
export async function notThen({ ask, params, past }: PageContext, kind: Kind): Promise<PageAnswer | null> {
  const { asAt, asKnownAt } = past.times
  if (asAt === null && asKnownAt === null) return null
  const { found, logBounds } = await ask(kind === 'recommendation' ? queries.RecommendationToday : queries.ReportToday, {
    id: params['id'] ?? '',
    asKnownAt,
  })
  if (found === null) return null
  const path = kind === 'recommendation' ? paths.recommendation(found.id) : paths.report(found.id)
  const frame = {
    title: `Not on the register at that time: ${found.title}`,
    section: kind === 'recommendation' ? paths.outstanding : paths.reports,
    past: pastView(past, logBounds, { path }),
  }
  return shown(notThenTemplate, notThenView(kind, found, past), frame, 404)
}
