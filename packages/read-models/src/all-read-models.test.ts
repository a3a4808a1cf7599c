import { allTables, declaredModels, readModelVersion } from '@outstanding/projection'
import { expect, test } from 'vitest'
import { allReadModels } from './all-read-models.ts'
import { offices } from './offices/project.ts'

test('every table is of one read model, and every read model has a name that a schema can have', () => {
  const tables = allTables(allReadModels).map(({ name }) => name)
  expect(tables.filter((name, at) => tables.indexOf(name) !== at)).toEqual([])
  const names = declaredModels(allReadModels).map(({ name }) => name)
  expect(names.filter((name, at) => names.indexOf(name) !== at || !/^[a-z]+(-[a-z]+)*$/.test(name))).toEqual([])
})

test('the version of all is one more when one of them changes, whichever it is', () => {
  const version = readModelVersion(allReadModels)
  for (const changed of allReadModels)
    expect(readModelVersion(allReadModels.map((one) => (one === changed ? { ...one, version: one.version + 1 } : one)))).toBe(version + 1)
  expect(readModelVersion(allReadModels.map((one) => ({ ...one, version: one.version + 1 })))).toBe(version + allReadModels.length)
})

test('a fingerprint is of the shape: of columns, keys, indexes and category, and of nothing else', () => {
  const fingerprint = (model: typeof offices): string => declaredModels([model])[1]?.fingerprint ?? ''
  const [table] = offices.tables
  if (!table) throw new Error('offices have no table')
  const shaped = (change: Partial<typeof table>) => fingerprint({ ...offices, tables: [{ ...table, ...change }] })
  expect(shaped({})).toBe(fingerprint(offices))
  expect(fingerprint({ ...offices, version: 99, rows: () => ({}) })).toBe(fingerprint(offices))
  for (const change of [{ columns: { ...table.columns, extra: 'text' } }, { primaryKey: ['stream', 'name'] }, { indexes: [] }])
    expect(shaped(change)).not.toBe(fingerprint(offices))
  expect(fingerprint({ ...offices, category: 'person' })).not.toBe(fingerprint(offices))
})

test.each(allReadModels.filter(({ tables }) => tables.length > 0))('no removal of a text changes what $name folds to', (model) => {
  const removal = { type: 'PersonalDataRemoved', data: { entry: 'e0', reason: 'A name' } }
  expect(model.evolve(model.initial, removal as never)).toBe(model.initial)
})
