import { AsyncLocalStorage } from 'node:async_hooks'

const correlation = new AsyncLocalStorage<string>()

/** Code that `work` starts, awaited or not, gets this id from `currentCorrelation`. */
export const withCorrelation = <T>(correlationId: string, work: () => T): T => correlation.run(correlationId, work)

/** The id of the current request; undefined outside a request. */
export const currentCorrelation = (): string | undefined => correlation.getStore()
