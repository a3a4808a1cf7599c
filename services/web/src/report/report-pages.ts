import { shown } from '../site/page.ts'
import type { Page } from '../site/page.ts'
import { reportQuery, reportsQuery } from './report-query.ts'
import { reportsView, reportView } from './report-view.ts'

/** `/reports` */
export const reportsPage: Page = async ({ ask, query }) => {
  const after = typeof query['after'] === 'string' && query['after'] !== '' ? query['after'].slice(0, 200) : null
  return shown('report/reports.njk', reportsView(await ask(reportsQuery, { after })), { title: 'Reports', section: '/reports' })
}

/** `/reports/:id` */
export const reportPage: Page = async ({ ask, params }) => {
  const data = await ask(reportQuery, { id: params['id'] ?? '' })
  if (data.report === null) return null
  return shown('report/report.njk', reportView(data.report, data), { title: data.report.title, section: '/reports' })
}
