import { paths, routes } from '../paths/paths.ts'
import { pastView } from '../past/past-view.ts'
import { thePresent } from '../past/past.ts'
import { shown, pageAt } from '../site/page.ts'
import { variablesFor } from './list-filter.ts'
import { changed, filtersOf, listStateFrom, problemsOf } from './list-state.ts'
import { queries } from '../queries/queries.ts'
import { outstandingView, refusedView, outstandingTemplate } from './outstanding-view.ts'

/** `/`: what is not concluded, or was not on an earlier day, with its filters. */
export const outstandingPage = pageAt(routes.outstanding, async ({ ask, query, past, path }) => {
  const asked = listStateFrom(query)
  const problems = [...past.problems, ...problemsOf(asked)]
  const state = past.problems.length > 0 ? changed(asked, { past: thePresent }) : asked
  const data = await ask(queries.OutstandingPage, variablesFor(state))
  const model = problems.length > 0 ? refusedView(state, data, problems) : outstandingView(state, data, past.today)
  const filters = filtersOf(asked)
  const shownPast = pastView(past, data.logBounds, { path, asked: filters, changes: { path: paths.changes, asked: filters } })
  const frame = { title: model.heading, section: paths.outstanding, past: shownPast, problems }
  return shown(outstandingTemplate, model, frame, problems.length > 0 ? 400 : 200)
})
