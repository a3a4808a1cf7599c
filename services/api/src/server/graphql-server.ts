import { createYoga } from 'graphql-yoga'
import type { YogaServerInstance } from 'graphql-yoga'
import type { Log } from '@outstanding/runtime'
import type { GraphQLError, GraphQLSchema } from 'graphql'
import type { Context, RequestContext } from './context.ts'
import { hideUnexpected, nameErrors } from './errors/mask.ts'
import { useLimits } from './limits/use-limits.ts'
import { useDocuments } from './request/use-documents.ts'
import { useStrictRequests } from './request/use-strict-requests.ts'
import { useExecution } from './execution/use-execution.ts'

export type GraphQLServer = YogaServerInstance<RequestContext, Context>

type Options = {
  readonly schema: GraphQLSchema
  readonly log: Log
  readonly context: (request: RequestContext) => Context
  readonly timeLimitMs: number
}

const maxBody = 1_000_000

/** GraphQL over HTTP and server-sent events. No page, no file upload, no batch, no other origin, no cookie: those stay outside. */
export function createGraphQLServer({ schema, log, context, timeLimitMs }: Options): GraphQLServer {
  return createYoga<RequestContext, Context>({
    schema,
    context,
    graphiql: false,
    landingPage: false,
    multipart: false,
    batching: false,
    cors: false,
    maxRequestBodySize: maxBody,
    maskedErrors: { maskError: hideUnexpected },
    parserAndValidationCache: false,
    logging: false,
    plugins: [useStrictRequests(), useDocuments(), useLimits(), useExecution(timeLimitMs), useNamedErrors(log)],
  })
}

/** Runs last: what it sees is what leaves. */
function useNamedErrors(log: Log) {
  type Result = { errors?: readonly GraphQLError[] }
  type Executed = { result: unknown; context: RequestContext; setResult(result: never): void }
  return {
    onExecutionResult({ result, context, setResult }: Executed): void {
      if (isResult(result)) setResult(nameErrors<Result>(result, { correlationId: context.correlationId, log }) as never)
    },
  }
}

const isResult = (result: unknown): result is { errors?: readonly GraphQLError[] } =>
  typeof result === 'object' && result !== null && !(Symbol.asyncIterator in result)
