import { GraphQLError } from 'graphql'

/** Bad input to a query: says which rule and which field, so that a form can show it where it belongs. */
export const fieldError = (rule: string, field: string, message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', rule, field } })

/** A value that is none of its type; GraphQL itself adds where it stands. */
export const scalarError = (rule: string, message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', rule } })
