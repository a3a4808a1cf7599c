import { afterEach, expect, it, vi } from 'vitest'
import { exportBundle } from './export.ts'

afterEach(() => vi.restoreAllMocks())

it.each([
  [{}, 'give a file with --out'],
  [{ out: 'bundle.jsonl', 'with-texts': './bundle.jsonl' }, 'name the same file'],
  [{ out: '/exports/../exports/b', 'with-texts': '/exports/b' }, 'name the same file'],
])('an export of %j is refused before anything is read', async (values, words) => {
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  expect(await exportBundle.run(values, [])).toBe(2)
  expect(said.mock.calls.join('')).toContain(words)
})
