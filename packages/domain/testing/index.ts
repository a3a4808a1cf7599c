export { arbitraryData, arbitraryValue, type Chosen } from './arbitrary-field.ts'
export { arbitraryFact } from './arbitrary-fact.ts'
export { hostileValues } from './hostile-values.ts'
