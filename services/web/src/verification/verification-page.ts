import { routes } from '../paths/paths.ts'
import { shown, pageAt } from '../site/page.ts'
import { queries } from '../queries/queries.ts'
import { verificationView, verificationTemplate } from './verification-view.ts'

/** `/verification`: of the log as it is now, whatever past is looked at. */
export const verificationPage = pageAt(routes.verification, async ({ ask, site }) => {
  const model = verificationView(await ask(queries.VerificationPage, {}), site)
  return shown(verificationTemplate, model, { title: 'Verification', section: null })
})
