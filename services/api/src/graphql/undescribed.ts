import { isEnumType, isInputObjectType, isInterfaceType, isIntrospectionType, isObjectType } from 'graphql'
import type { GraphQLNamedType, GraphQLSchema } from 'graphql'

type Described = { readonly name: string; readonly description?: string | null | undefined }

/** The names of all types, fields, arguments, input fields and enum values of a schema that have no description. */
export const undescribed = (schema: GraphQLSchema): readonly string[] =>
  Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type))
    .flatMap((type) => [
      ...lacking(type, type.name),
      ...membersOf(type).flatMap((member) => lacking(member, `${type.name}.${member.name}`)),
    ])

/** Fields with their arguments, or values. */
function membersOf(type: GraphQLNamedType): readonly Described[] {
  if (isEnumType(type)) return type.getValues()
  if (isInputObjectType(type)) return Object.values(type.getFields())
  if (!isObjectType(type) && !isInterfaceType(type)) return []
  return Object.values(type.getFields()).flatMap((field) => [
    field,
    ...field.args.map(({ name, description }) => ({ name: `${field.name}(${name})`, description })),
  ])
}

const lacking = ({ description }: Described, path: string): readonly string[] => (description?.trim() ? [] : [path])
