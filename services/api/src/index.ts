export { createApi } from './create-api.ts'
export type { Api, ApiOptions } from './create-api.ts'
