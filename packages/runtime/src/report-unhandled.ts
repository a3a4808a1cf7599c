import { currentCorrelation } from './correlation.ts'

type Unhandled = { readonly err: unknown; readonly correlationId?: string }

/**
 * Called once in every process of ours. A promise that is rejected and handled by nobody is logged, with the request that it
 * belongs to, counted, and reported to the parent process as `{ unhandledRejections: N }`; it never ends the process. An exception
 * that nobody catches is logged and still ends it: nobody knows what it left half done, and a supervisor starts it again.
 * Returns the count so far.
 */
export function reportUnhandled(log: (fact: Unhandled, sentence: string) => void): () => number {
  let count = 0
  process.on('unhandledRejection', (err) => {
    count += 1
    log({ err, correlationId: currentCorrelation() }, 'a promise was rejected and nobody handled it')
    if (process.connected) process.send?.({ unhandledRejections: count }, undefined, undefined, () => {})
  })
  process.on('uncaughtExceptionMonitor', (err, origin) => {
    if (origin === 'uncaughtException')
      log({ err, correlationId: currentCorrelation() }, 'an exception that nobody caught ends this process')
  })
  return () => count
}
