import type { Snapshot } from '@outstanding/projection'
import { expect, test } from 'vitest'
import { defineLoader, loadFrom } from './loader.ts'

const scope = { snapshot: {} as Snapshot, audience: 'PUBLIC', openName: async () => 'a name' } as const

test('what is asked for together is read in one batch a loader and a day, each id once', async () => {
  const batches: unknown[] = []
  const named = (name: string) =>
    defineLoader(async (_scope, ids, asAt) => {
      batches.push([name, ids, asAt])
      return ids.map((id) => `${name} ${id} ${asAt}`)
    })
  const [offices, reports] = [named('office'), named('report')]
  const load = loadFrom(scope)
  const found = [load(offices, 'a'), load(offices, 'b'), load(reports, 'a'), load(offices, 'a'), load(offices, 'a', '2017-02-03')]
  expect(await Promise.all(found)).toEqual(['office a null', 'office b null', 'report a null', 'office a null', 'office a 2017-02-03'])
  expect(batches).toEqual([
    ['office', ['a', 'b'], null],
    ['report', ['a'], null],
    ['office', ['a'], '2017-02-03'],
  ])
})
