import { readFileSync } from 'node:fs'
import type { GraphQLField, GraphQLObjectType, GraphQLOutputType, GraphQLSchema } from 'graphql'
import { buildSchema, getNamedType, isInterfaceType, isLeafType, isObjectType, isRequiredArgument } from 'graphql'

/** The API's schema as it is committed. */
export const committedSchema = (): GraphQLSchema =>
  buildSchema(readFileSync(new URL('../../../services/api/schema.graphql', import.meta.url), 'utf8'))

/** Items of their own: of another one its plain fields only, for it is looked at by itself. */
const items = ['Recommendation', 'Report', 'Visit']
/** Null to all but auditors, as `api-history.test.ts` asks; they lead from entry to entry without end. */
const forAudit = ['causes', 'caused', 'together']

type Field = GraphQLField<unknown, unknown>

/** Everything that can be selected of a type, field by field: made from the schema, so that a new field is asked for as soon as it is there. */
export const everyFieldOf = (type: GraphQLObjectType): readonly string[] => fieldsOf(type).map((field) => selected(field, [type.name]))

const fieldsOf = (type: Pick<GraphQLObjectType, 'getFields'>): readonly Field[] =>
  Object.values(type.getFields()).filter(({ name, args }) => !forAudit.includes(name) && !args.some(isRequiredArgument))

const selected = ({ name, args, type }: Field, above: readonly string[]): string =>
  `${name}${args.some((arg) => arg.name === 'first') ? '(first: 100)' : ''}${selectionOf(type, above)}`

function selectionOf(output: GraphQLOutputType, above: readonly string[]): string {
  const type = getNamedType(output)
  if (isLeafType(type)) return ''
  if (!isObjectType(type) && !isInterfaceType(type)) return ' { __typename }'
  const isPlain = above.includes(type.name) || items.includes(type.name)
  const fields = fieldsOf(type).filter((field) => !isPlain || isLeafType(getNamedType(field.type)))
  return ` { __typename ${fields.map((field) => selected(field, [...above, type.name])).join(' ')} }`
}
