import { paths, routes } from '../paths/paths.ts'
import { notThen } from '../past/not-then-page.ts'
import { pastView } from '../past/past-view.ts'
import { queries } from '../queries/queries.ts'
import { pageAt, shown } from '../site/page.ts'
import { visitTemplate, visitView } from './visit-view.ts'
import { visitsTemplate, visitsView } from './visits-view.ts'

/** `/visits`, today's or an earlier day's. */
export const visitsPage = pageAt(routes.visits, async ({ ask, query, path, past }) => {
  const after = typeof query['after'] === 'string' && query['after'] !== '' ? query['after'].slice(0, 1_000) : null
  const data = await ask(queries.VisitsPage, { after, ...past.times })
  const frame = { title: 'Visits', section: paths.reports, past: pastView(past, data.logBounds, { path }), problems: past.problems }
  return shown(visitsTemplate, visitsView(data, past.way), frame, past.problems.length > 0 ? 400 : 200)
})

/** `/visits/:id`, today's or an earlier day's. */
export const visitPage = pageAt(routes.visit, async (context) => {
  const { ask, params, past } = context
  const { visit, logBounds } = await ask(queries.VisitPage, { id: params['id'] ?? '', ...past.times })
  if (visit === null) return notThen(context, 'visit')
  const frame = {
    title: visit.title,
    section: paths.reports,
    past: pastView(past, logBounds, { path: paths.visit(visit.id) }),
    problems: past.problems,
  }
  return shown(visitTemplate, visitView(visit, past.way), frame, past.problems.length > 0 ? 400 : 200)
})
