import { buildSchema } from 'graphql'
import { expect, test } from 'vitest'
import { filled } from './filled.ts'

const schema = buildSchema(`
  input Place { document: String!, page: String }
  input Wish { title: String!, note: String, place: Place, places: [Place!]!, tags: [String] }
  type Query { ok(wish: Wish!): Boolean }
`)
const type = schema.getQueryType()?.getFields()['ok']?.args[0]?.type

test('what was not given is null, at every level and in every list; what was given stays', () => {
  if (!type) throw new Error('no type')
  const given = { title: 'x', place: { document: 'd' }, places: [{ document: 'a', page: '1' }, { document: 'b' }] }
  expect(filled(type, given)).toEqual({
    title: 'x',
    note: null,
    place: { document: 'd', page: null },
    places: [
      { document: 'a', page: '1' },
      { document: 'b', page: null },
    ],
    tags: null,
  })
})

test('null and absent are the same wish', () => {
  if (!type) throw new Error('no type')
  expect(filled(type, { title: 'x', places: [], note: null, place: undefined })).toEqual(filled(type, { title: 'x', places: [] }))
})
