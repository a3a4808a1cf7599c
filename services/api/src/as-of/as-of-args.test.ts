import type { GraphQLField } from 'graphql'
import { expect, test } from 'vitest'
import { schema } from '../schema.ts'

/** What has no past to be asked for, and why. */
const timeless: Readonly<Record<string, string>> = {
  node: 'Relay gives it its arguments; each of its types has a field of its own that takes times',
  nodes: 'as node',
  logBounds: 'says what the read models were built from, or which place of the log is meant',
  verification: 'says what the log is now; what it was is in the checkpoints that others keep',
  recordedByMistake: 'when and why an issue was made void is the same whenever it is asked',
  viewer: 'the caller',
  difference: 'each of its two sides has both times',
  recommendationDifference: 'as difference',
  reportDifference: 'as difference',
  entry: 'one event, which never changes: what corrects it is beside it',
}

const asked = (field: GraphQLField<unknown, unknown>): string[] => field.args.map(({ name, type }) => `${name}: ${String(type)}`)

test('every list, item and count can be asked in both times', () => {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {})
  expect(fields.length).toBeGreaterThan(10)
  const without = fields.filter((field) => !asked(field).includes('asAt: Date') || !asked(field).includes('asKnownAt: String'))
  expect(without.map(({ name }) => name).filter((name) => !Object.hasOwn(timeless, name))).toEqual([])
})
