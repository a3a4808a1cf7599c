import { paths } from '../paths/paths.ts'
import { queries } from '../queries/queries.ts'
import { shown } from '../site/page.ts'
import type { PageAnswer, PageContext } from '../site/page.ts'
import type { Kind } from './not-then-view.ts'
import { pathOf, notThenView, notThenTemplate } from './not-then-view.ts'
import { pastView } from './past-view.ts'

const today = { recommendation: queries.RecommendationToday, report: queries.ReportToday, visit: queries.VisitToday }

/** The page of something that is there today and was not then; null (not found) where it is not there today either. */
export async function notThen({ ask, params, past }: PageContext, kind: Kind): Promise<PageAnswer | null> {
  const { asAt, asKnownAt } = past.times
  if (asAt === null && asKnownAt === null) return null
  const { found, logBounds } = await ask(today[kind], {
    id: params['id'] ?? '',
    asKnownAt,
  })
  if (found === null) return null
  const frame = {
    title: `Not on the register at that time: ${found.title}`,
    section: kind === 'recommendation' ? paths.outstanding : paths.reports,
    past: pastView(past, logBounds, { path: pathOf[kind](found.id) }),
  }
  return shown(notThenTemplate, notThenView(kind, found, past), frame, 404)
}
