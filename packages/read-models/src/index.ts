export { allReadModels } from './all-read-models.ts'
export type { Audience } from './audience.ts'
export type * from './recommendation-list/recommendation.ts'
export type { LinkedFrom } from './recommendation-list/linked-from.ts'
export { linkedFrom } from './recommendation-list/linked-from.ts'
export { scheduleStates } from './recommendation-list/recommendation.ts'
export type { AsAt } from './recommendation-list/items.ts'
export type { RecommendationFilter } from './recommendation-list/filter.ts'
export { recommendationOrders } from './recommendation-list/order.ts'
export type { RecommendationOrder } from './recommendation-list/order.ts'
export type { ListRequest } from './recommendation-list/queries.ts'
export {
  childrenOf,
  countBySchedule,
  listRecommendations,
  recommendationByReference,
  openItemsOfOwner,
  recommendationsById,
} from './recommendation-list/queries.ts'
export type { Exempt } from './recommendation-list/exemption.ts'
export { exemptPartsOf } from './recommendation-list/exemption.ts'
export { listActions } from './recommendation-list/list-actions.ts'
export type { ExemptionToReview } from './recommendation-list/exemptions-to-review.ts'
export { listExemptionsToReview } from './recommendation-list/exemptions-to-review.ts'
export type { ResponseAwaited } from './recommendation-list/responses-awaited.ts'
export { listResponsesAwaited } from './recommendation-list/responses-awaited.ts'
export type * from './outstanding/outstanding-counts.ts'
export type { OutstandingRequest } from './outstanding/queries.ts'
export { listOutstandingByOwner, listOutstandingByReport, listThemes } from './outstanding/queries.ts'
export type * from './reports/report.ts'
export { publicInMs } from './reports/is-public.ts'
export type { FindingLinkedFrom, ListReportsRequest, OfReports } from './reports/queries.ts'
export { findingsLinkedTo, findingsOf, judgementsOf, listReports, reportsById } from './reports/queries.ts'
export { isInLog, knownActors, knownAuthorities, knownOwners, knownThemes } from './known-values/known-values.ts'
export type { DifferencesRequest, DifferingItem } from './difference/list-differences.ts'
export type { Side } from './difference/side.ts'
export { listDifferences } from './difference/list-differences.ts'
