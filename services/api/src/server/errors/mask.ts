import type { Log } from '@outstanding/runtime'
import { GraphQLError } from 'graphql'
import { isOutage, outageError } from './outage.ts'

type Failed = { readonly errors?: readonly GraphQLError[] }

/** A bug or a broken part, hidden behind one sentence; what really happened stays inside for the log. */
export function hideUnexpected(error: unknown): GraphQLError {
  if (error instanceof GraphQLError && isMeant(error)) return error
  const outage = outageError(error)
  if (outage) return located(outage, error)
  const hidden = error instanceof GraphQLError ? error : null
  return new GraphQLError('Sorry, there is a problem with the service.', {
    nodes: hidden?.nodes,
    path: hidden?.path,
    originalError: hidden?.originalError ?? (error instanceof Error ? error : new Error(String(error))),
    extensions: { code: 'INTERNAL_SERVER_ERROR', http: { status: 500 } },
  })
}

/** Where it happened in the answer; the cause is not shown; it is logged where the failure was found. */
const located = (outage: GraphQLError, at: unknown): GraphQLError =>
  at instanceof GraphQLError ? new GraphQLError(outage.message, { nodes: at.nodes, path: at.path, extensions: outage.extensions }) : outage

type ErrorContext = {
  readonly correlationId: string
  readonly log: Log
}

/** Gives every error of an answer the correlation id under which the log has the details, and logs it. */
export function nameErrors<Result extends Failed>(result: Result, context: ErrorContext): Result {
  if (!result.errors?.length) return result
  return { ...result, errors: result.errors.map((error) => named(error, context)) }
}

function named(original: GraphQLError, { correlationId, log }: ErrorContext): GraphQLError {
  if (original.extensions['correlationId'] === correlationId) return original
  const error = hideUnexpected(original)
  if (isOutage(error)) log.warn({ err: original.originalError, path: error.path, correlationId }, error.message)
  if (!isMeant(error)) log.error({ err: error.originalError, path: error.path, correlationId }, 'a resolver failed')
  const { message, nodes, source, positions, path } = error
  const code = error.extensions['code'] ?? 'BAD_REQUEST'
  const extensions = { ...error.extensions, ...statusFor(error), code, correlationId }
  return new GraphQLError(message, { nodes, source, positions, path, extensions })
}

/** Yoga answers whatever it found before execution with 200, where `application/json` is wanted; our own refusals keep their status. */
const statusFor = ({ extensions: { code, http } }: GraphQLError) =>
  (code === 'BAD_USER_INPUT' || code === 'QUERY_TOO_LARGE') && http ? { http: { ...http, spec: false } } : {}

/** Made on purpose: GraphQL's own error, or one that a resolver or a scalar threw as such. */
function isMeant(error: GraphQLError): boolean {
  const original = error.originalError
  return original == null || (original instanceof GraphQLError && isMeant(original))
}
