import { AsyncLocalStorage } from 'node:async_hooks'

const correlation = new AsyncLocalStorage<string>()

/** Everything that `work` begins, also what nobody waits for, can be told to belong to this id. */
export const withCorrelation = <T>(correlationId: string, work: () => T): T => correlation.run(correlationId, work)

/** The id of the request in whose course this runs; undefined outside of any. */
export const currentCorrelation = (): string | undefined => correlation.getStore()
