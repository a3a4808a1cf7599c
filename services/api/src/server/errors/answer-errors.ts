import type { Log } from '@outstanding/runtime'
import type { ErrorRequestHandler } from 'express'
import { outageError } from './outage.ts'

/**
 * Answers what went wrong before or beside GraphQL, an address that cannot be decoded above all: with its status and one sentence,
 * never with what happened inside.
 */
export const answerErrors =
  (log: Log): ErrorRequestHandler =>
  (error: unknown, request, response, next) => {
    const status = statusOf(error)
    if (status >= 500) log.error({ err: error, path: request.path }, 'a request failed')
    if (response.headersSent) return next(error)
    if (status === 503) response.set('retry-after', '10')
    response
      .status(status)
      .type('text/plain')
      .set('cache-control', 'no-store')
      .send(`${words[status] ?? words[500]}\n`)
  }

/** Errors caused by the request are marked by the code that found them. */
function statusOf(error: unknown): number {
  const status = error instanceof Error && 'status' in error ? error.status : undefined
  if (outageError(error)) return 503
  return typeof status === 'number' && status in words ? status : 500
}

const words: Readonly<Record<number, string>> = {
  400: 'This address or request is not valid. Check that it was copied completely and is encoded as UTF-8.',
  413: 'This request is too large.',
  415: 'This type of content cannot be read.',
  500: 'Sorry, there is a problem with the service.',
  503: 'The service is not available at the moment. Try again in a few seconds.',
}
