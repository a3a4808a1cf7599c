import { expect, test } from 'vitest'
import type { Block, Table } from '../../document/block.ts'
import { joinHeadTables } from './head-tables.ts'

const at = { page: null, paragraph: 1 }
const table = (...rows: string[][]): Table => ({
  kind: 'table',
  at,
  rows: rows.map((cells) => ({ at, cells: cells.map((text) => ({ text, blocks: [] as Block[] })) })),
})
const body = table(
  ['1', 'Fees were not reviewed.', 'Review the fees each year.', 'Bursar'],
  ['2', 'Tills were not counted.', 'Count the tills.', 'Bursar'],
)

test('a head whose first two cells ran together is joined to its rows', () => {
  const joined = joinHeadTables([table(['No. Finding', 'Recommendation', 'Owner']), body])
  expect(joined.map((b) => (b.kind === 'table' ? b.rows.length : 0))).toEqual([3])
})

test('two tables of which the first heads nothing stay two', () => {
  expect(joinHeadTables([table(['Councils', 'Spent', 'Staff']), body])).toHaveLength(2)
})
