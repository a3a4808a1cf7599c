import { routes } from '../paths/paths.ts'
import { queries } from '../queries/queries.ts'
import { shown, pageAt } from '../site/page.ts'
import { developersView, developersTemplate } from './developers-view.ts'

/** `/api`: how to use the API, with what its schema says of itself now. */
export const developersPage = pageAt(routes.api, async ({ ask, site }) => {
  const model = developersView(await ask(queries.DevelopersPage, {}), site)
  return shown(developersTemplate, model, { title: 'API', section: null })
})
