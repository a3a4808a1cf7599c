import { queries } from '../queries/queries.ts'
import { shown } from '../site/page.ts'
import type { Page } from '../site/page.ts'
import { developersView } from './developers-view.ts'

/** `/api`: how to use the API, with what its schema says of itself now. */
export const developersPage: Page = async ({ ask, site }) => {
  const model = developersView(await ask(queries.DevelopersPage, {}), site)
  return shown('developers/developers.njk', model, { title: 'API', section: null })
}
