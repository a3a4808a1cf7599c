import { shown } from '../site/page.ts'
import type { Page } from '../site/page.ts'
import { queries } from '../queries/queries.ts'
import { verificationView } from './verification-view.ts'

/** `/verification`: of the log as it is now, whatever past is looked at. */
export const verificationPage: Page = async ({ ask, site }) => {
  const model = verificationView(await ask(queries.VerificationPage, {}), site)
  return shown('verification/verification.njk', model, { title: 'Verification', section: null })
}
