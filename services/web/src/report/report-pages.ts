import { paths, routes } from '../paths/paths.ts'
import { notThen } from '../past/not-then-page.ts'
import { pastView } from '../past/past-view.ts'
import { shown, pageAt } from '../site/page.ts'
import { queries } from '../queries/queries.ts'
import { reportsView, reportView, reportTemplate, reportsTemplate } from './report-view.ts'

/** `/reports`, today's or an earlier day's. */
export const reportsPage = pageAt(routes.reports, async ({ ask, query, path, past }) => {
  const after = typeof query['after'] === 'string' && query['after'] !== '' ? query['after'].slice(0, 1_000) : null
  const data = await ask(queries.ReportsPage, { after, ...past.times })
  const shownPast = pastView(past, data.logBounds, { path, changes: { path: paths.changes, asked: [['tracking', 'all']] } })
  const frame = { title: 'Reports', section: paths.reports, past: shownPast, problems: past.problems }
  return shown(reportsTemplate, reportsView(data, past.way), frame, past.problems.length > 0 ? 400 : 200)
})

/** `/reports/:id`, today's or an earlier day's. */
export const reportPage = pageAt(routes.report, async (context) => {
  const { ask, params, past } = context
  const data = await ask(queries.ReportPage, { id: params['id'] ?? '', ...past.times })
  if (data.report === null) return notThen(context, 'report')
  const path = paths.report(data.report.id)
  const changes = {
    path: paths.changes,
    asked: [
      ['report', data.report.id],
      ['tracking', 'all'],
    ],
  } as const
  const shownPast = pastView(past, data.logBounds, { path, changes })
  const frame = { title: data.report.title, section: paths.reports, past: shownPast, problems: past.problems }
  return shown(reportTemplate, reportView(data.report, past.way), frame, past.problems.length > 0 ? 400 : 200)
})
