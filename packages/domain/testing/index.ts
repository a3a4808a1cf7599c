export type { Chosen } from './arbitrary-field.ts'
export { arbitraryHistory } from './arbitrary-history.ts'
export { arbitraryFact, replacedFields } from './arbitrary-fact.ts'
