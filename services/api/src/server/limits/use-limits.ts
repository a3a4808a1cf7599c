import { complexityFromQuery } from '@pothos/plugin-complexity'
import { GraphQLError, Kind, getOperationAST, visit } from 'graphql'
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { RequestContext } from '../context.ts'
import { limitsFor, maxIntrospection } from './cost.ts'
import { introspectionCost } from './introspection.ts'
import { variableErrors } from './refuse-variables.ts'

type Operation = {
  readonly schema: GraphQLSchema
  readonly document: DocumentNode
  readonly operationName?: string | null
  readonly variableValues?: Readonly<Record<string, unknown>> | null
  readonly contextValue: RequestContext
}

/** Refuses variables that do not fit, and what is too deep, too broad or too dear, before anything of it runs. */
export function useLimits(): Plugin<RequestContext> {
  return {
    onExecute({ args, setResultAndStopExecution }) {
      const errors = errorsOf(args)
      if (errors.length > 0) setResultAndStopExecution({ errors })
    },
    onSubscribe({ args, setResultAndStopExecution }) {
      const errors = errorsOf(args)
      if (errors.length > 0) setResultAndStopExecution({ errors })
    },
  }
}

/** Why the operation is not begun; one that is not found is refused by GraphQL itself. */
function errorsOf(asked: Operation): readonly GraphQLError[] {
  const { schema, document, operationName, variableValues } = asked
  const operation = getOperationAST(document, operationName)
  if (!operation) return []
  const wrong = variableErrors({ schema, document, operation, values: variableValues ?? {} })
  if (wrong.length > 0) return wrong
  const excess = excessOf(asked, operation)
  return excess ? [excess] : []
}

/** The first limit that the operation goes over, as an error that states both figures; variables count with their values. */
function excessOf({ schema, document, variableValues, contextValue }: Operation, operation: OperationDefinitionNode): GraphQLError | null {
  const limits = limitsFor(contextValue.viewer)
  const aliases = countAliases(document)
  if (aliases > limits.aliases) return tooMuch('aliases', aliases, limits.aliases)
  const introspection = introspectionCost(document, operation)
  if (introspection > maxIntrospection) return tooMuch('introspection', introspection, maxIntrospection)
  const alone = {
    ...document,
    definitions: document.definitions.filter((each) => each === operation || each.kind === Kind.FRAGMENT_DEFINITION),
  }
  const asked = measure(alone, { schema, ctx: contextValue, variables: { ...variableValues } })
  if (asked instanceof GraphQLError) return asked
  if (asked.depth > limits.depth) return tooMuch('depth', asked.depth, limits.depth)
  if (asked.breadth > limits.breadth) return tooMuch('breadth', asked.breadth, limits.breadth)
  return asked.complexity > limits.cost ? tooMuch('cost', asked.complexity, limits.cost) : null
}

/** What the operation asks for, or the variable that does not fit its type. */
function measure(...asked: Parameters<typeof complexityFromQuery>): ReturnType<typeof complexityFromQuery> | GraphQLError {
  try {
    return complexityFromQuery(...asked)
  } catch (error) {
    if (error instanceof GraphQLError) return error
    throw error
  }
}

function countAliases(document: DocumentNode): number {
  let count = 0
  visit(document, { Field: (field) => void (count += field.alias ? 1 : 0) })
  return count
}

export const tooMuch = (limit: string, asked: number, max: number): GraphQLError =>
  new GraphQLError(`This query's ${limit} is ${asked}. The maximum is ${max}.`, {
    extensions: { code: 'QUERY_TOO_LARGE', limit, asked, max, http: { status: 400 } },
  })
