import { GraphQLError, TypeInfo, getVariableValues, isNonNullType, visit, visitWithTypeInfo } from 'graphql'
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql'

type Asked = {
  readonly schema: GraphQLSchema
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  readonly values: Readonly<Record<string, unknown>>
}

/** What is wrong with the variables of an operation: else execution would find it when other fields are already under way. */
export function variableErrors(asked: Asked): readonly GraphQLError[] {
  const { schema, operation, values } = asked
  const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], values, { maxErrors: 20 })
  return (coerced.errors ?? nullErrors(asked)).map(asBadInput)
}

/** A nullable variable may stand where null may not, as long as a default takes its place; null itself was given here. */
function nullErrors({ schema, document, values }: Asked): readonly GraphQLError[] {
  const nulls = new Set(Object.keys(values).filter((name) => values[name] === null))
  if (nulls.size === 0) return []
  const types = new TypeInfo(schema)
  const found = new Map<string, GraphQLError>()
  const Variable = (node: { readonly name: { readonly value: string } }): void => {
    const name = node.name.value
    if (!nulls.has(name) || found.has(name) || !isNonNullType(types.getInputType())) return
    const message = `The variable "${name}" must not be null. Give it a value, or leave it out.`
    found.set(name, new GraphQLError(message, { extensions: { field: name } }))
  }
  visit(document, visitWithTypeInfo(types, { Variable }))
  return [...found.values()]
}

const asBadInput = (error: GraphQLError): GraphQLError =>
  new GraphQLError(error.message, {
    nodes: error.nodes,
    originalError: error.originalError,
    extensions: { ...error.extensions, code: 'BAD_USER_INPUT', http: { status: 400 } },
  })
