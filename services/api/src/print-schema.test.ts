import { readFile } from 'node:fs/promises'
import { buildSchema, isInputObjectType, isObjectType, validateSchema } from 'graphql'
import { expect, test } from 'vitest'
import { printedSchema, schemaFile } from './print-schema.ts'
import { schema } from './schema.ts'
import { undescribed } from './graphql/undescribed.ts'

test('the committed schema is the one that is served: `pnpm schema` writes it', async () => {
  expect(await readFile(schemaFile, 'utf8')).toBe(printedSchema())
})

test('it is a valid schema', () => {
  expect(validateSchema(buildSchema(printedSchema()))).toEqual([])
})

test('everything in it has a description', () => {
  expect(undescribed(schema)).toEqual([])
})

test('one type, field, argument, input field or value without a description is found', () => {
  const planted = buildSchema(`
    "A query" type Query { bare(bare: Int, "An argument" described: Int): Bare "A field" full("An argument" input: In): Full }
    "An interface" interface Named { bare: Int }
    "Implements it" type Full implements Named { "A field" bare: Int }
    type Bare { "A field" full: Int }
    "An input" input In { bare: Int "An input field" full: Int }
    "An enum" enum Choice { BARE "A value" FULL "   " BLANK }
    scalar Plain
    union Either = Bare | Full
  `)
  expect(undescribed(planted).toSorted()).toEqual(
    ['Bare', 'Choice.BARE', 'Choice.BLANK', 'Either', 'In.bare', 'Named.bare', 'Plain', 'Query.bare', 'Query.bare(bare)'].toSorted(),
  )
})

test('every command says what it is for, and takes one input with an id of its own and a day', () => {
  for (const { name, description, args } of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    expect(description, name).toMatch(/\.$/)
    expect(
      args.map((arg) => String(arg.type)),
      name,
    ).toEqual([`${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`])
    const input = schema.getType(`${name.charAt(0).toUpperCase()}${name.slice(1)}Input`)
    const fields = isInputObjectType(input) ? input.getFields() : {}
    expect(String(fields['commandId']?.type), name).toBe('ID!')
    expect(String(fields['effectiveOn']?.type), name).toBe('Date!')
  }
})

test('the names that others rely on are there', () => {
  const fieldsOf = (type: string) => {
    const found = schema.getType(type)
    return isObjectType(found) ? Object.keys(found.getFields()) : []
  }
  const promised: Readonly<Record<string, readonly string[]>> = {
    Query: ['recommendations', 'recommendation'],
    RecommendationConnection: ['totalCount', 'edges', 'pageInfo'],
    Recommendation:
      'id reference localReference title text addressee report timescale originalCompletionDate revisedCompletionDate owners position children history'.split(
        ' ',
      ),
    Report: ['id', 'title', 'authority', 'publishedOn', 'publishedAsPrinted'],
    Timescale: ['asPrinted', 'grade', 'months', 'date', 'datePrecision'],
    Owner: ['name', 'role'],
    RecommendationPosition: ['response', 'delivery', 'assessment', 'schedule', 'tracking'],
    AssessmentAxis: ['proposed', 'agreed', 'category'],
    ScheduleAxis: ['state', 'daysOverdue', 'daysUntilDue'],
    HistoryEntry: ['type', 'effectiveOn', 'recordedAt', 'actor', 'logPosition'],
    Actor: ['name', 'role'],
    PageInfo: ['hasNextPage', 'endCursor'],
  }
  for (const [type, names] of Object.entries(promised)) expect(fieldsOf(type), type).toEqual(expect.arrayContaining([...names]))
})
