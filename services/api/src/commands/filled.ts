import { GraphQLInputObjectType, GraphQLList, GraphQLNonNull } from 'graphql'
import type { GraphQLInputType } from 'graphql'

/** An input as the commands want it: what was not given is null, at every level. */
export type Filled<T> = T extends readonly (infer Item)[]
  ? readonly Filled<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]-?: Filled<Exclude<T[Key], undefined>> | (undefined extends T[Key] ? null : never) }
    : T

/** GraphQL leaves out what was not given; a command says null, so that the same wish always has the same digest. */
export function filled<T>(type: GraphQLInputType, value: T): Filled<T> {
  return fill(type, value) as Filled<T>
}

function fill(type: GraphQLInputType, value: unknown): unknown {
  if (value === undefined || value === null) return null
  if (type instanceof GraphQLNonNull) return fill(type.ofType, value)
  if (type instanceof GraphQLList) return (value as readonly unknown[]).map((item) => fill(type.ofType, item))
  if (!(type instanceof GraphQLInputObjectType)) return value
  const given = value as Readonly<Record<string, unknown>>
  return Object.fromEntries(Object.values(type.getFields()).map((field) => [field.name, fill(field.type, given[field.name])]))
}
