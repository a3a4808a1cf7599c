// Written by `npm run schema` from the files that declare pages. Do not edit.
export { itemChangesPage } from '../changes/item-changes.ts'
export { listChangesPage } from '../changes/list-changes.ts'
export { developersPage } from '../developers/developers-page.ts'
export { outstandingPage } from '../outstanding/outstanding-page.ts'
export { recommendationPage } from '../recommendation/recommendation-page.ts'
export { reportsPage, reportPage } from '../report/report-pages.ts'
export { accessibilityPage } from '../statement/accessibility-page.ts'
export { verificationPage } from '../verification/verification-page.ts'
