import { routes } from '../paths/paths.ts'
import { pageAt, shown } from '../site/page.ts'
import { statementTemplate, statementView } from './statement-view.ts'

export const accessibilityPage = pageAt(routes.accessibility, async ({ everywhere }) =>
  shown(statementTemplate, statementView(everywhere), { title: 'Accessibility statement', section: null }),
)
