import { shown } from '../site/page.ts'
import type { Page } from '../site/page.ts'
import { variablesFor } from './list-filter.ts'
import { listStateFrom, problemsOf } from './list-state.ts'
import { outstandingQuery } from './outstanding-query.ts'
import { outstandingView, refusedView } from './outstanding-view.ts'

/** `/`: what is not concluded, with its filters. */
export const outstandingPage: Page = async ({ ask, query, today }) => {
  const state = listStateFrom(query)
  const problems = problemsOf(state, today)
  const data = await ask(outstandingQuery, variablesFor(state))
  const model = problems.length > 0 ? refusedView(state, data, problems) : outstandingView(state, data)
  const isError = problems.length > 0
  return shown('outstanding/outstanding.njk', model, { title: model.heading, section: '/', isError }, isError ? 400 : 200)
}
