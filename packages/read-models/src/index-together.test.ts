import { expect, test } from 'vitest'
import { allTables } from '@outstanding/projection'
import { allReadModels } from './all-read-models.ts'

test('no two indexes of a table have the same columns: built side by side, both would be given the same name', () => {
  const columnsOf = (index: string): string => index.replace(/^using \w+ /, '').replace(/ (?:include|where) .*$/, '')
  for (const { name, indexes, earlyIndexes = [] } of allTables(allReadModels)) {
    const columns = [...earlyIndexes, ...indexes].map(columnsOf)
    expect([name, columns.filter((one, at) => columns.indexOf(one) !== at)]).toEqual([name, []])
  }
})
