import { createYoga } from 'graphql-yoga'
import type { Plugin, YogaServerInstance } from 'graphql-yoga'
import type { Log } from '@outstanding/runtime'
import type { GraphQLError, GraphQLSchema } from 'graphql'
import type { KeptAnswers } from './answers/kept-answers.ts'
import { useKeptAnswers } from './answers/use-kept-answers.ts'
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
  readonly answers: KeptAnswers
}

/** GraphQL over HTTP and server-sent events. No page, no file upload, no batch, no other origin, no cookie: those stay outside. */
export function createGraphQLServer({ schema, log, context, timeLimitMs, answers }: Options): GraphQLServer {
  return createYoga<RequestContext, Context>({
    schema,
    context,
    graphiql: false,
    landingPage: false,
    multipart: false,
    batching: false,
    cors: false,
    // The body was taken and measured before.
    maxRequestBodySize: false,
    maskedErrors: { maskError: hideUnexpected },
    parserAndValidationCache: false,
    logging: false,
    plugins: [useStrictRequests(), useDocuments(), useLimits(), useExecution(timeLimitMs), useNamedErrors(log), useKeptAnswers(answers)],
  })
}

/** Runs last: what it sees is what leaves. Events of a subscription are seen one by one, and what was refused before execution as well. */
function useNamedErrors(log: Log): Plugin<object, RequestContext> {
  return {
    onExecutionResult({ result, context, setResult }) {
      if (isResult(result)) setResult(nameErrors(result, { correlationId: context.correlationId, log }))
    },
    onResultProcess({ result, serverContext, setResult }) {
      if (isResult(result)) setResult(nameErrors(result, { correlationId: serverContext.correlationId, log }))
    },
  }
}

const isResult = (result: unknown): result is { errors?: readonly GraphQLError[] } =>
  typeof result === 'object' && result !== null && !(Symbol.asyncIterator in result)
