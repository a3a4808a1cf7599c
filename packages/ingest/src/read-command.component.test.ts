import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runReadCommand } from './read-command.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'read-'))
  writeFileSync(join(folder, 'good.md'), '# Review\n\n## Recommendations\n\n- The council should reply to letters.\n')
  writeFileSync(join(folder, 'nothing.txt'), 'A letter that asks for nothing at all.\n')
  writeFileSync(join(folder, 'bad.pdf'), 'this is no PDF')
})
afterEach(() => rmSync(folder, { recursive: true }))

async function run(...argv: string[]) {
  const out: string[] = []
  const err: string[] = []
  const code = await runReadCommand(argv, { out: (t) => out.push(t), err: (t) => err.push(t) })
  return { code, out: out.join(''), err: err.join('') }
}

test('prints one JSON document a file; nothing to extract is an empty list and exit code 0', async () => {
  const { code, out } = await run(join(folder, 'nothing.txt'))
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ recommendations: [], grades: [] })
  expect(Object.keys(JSON.parse(out))).toEqual(['report', 'recommendations', 'grades'])
})

test('an unreadable file is a sentence and exit code 2, and the others are read', async () => {
  const { code, err } = await run(
    join(folder, 'bad.pdf'),
    join(folder, 'missing.pdf'),
    join(folder, 'good.md'),
    '--out',
    join(folder, 'out'),
  )
  expect(code).toBe(2)
  expect(err).toContain('the file is named .pdf but is no PDF')
  expect(err).toContain('there is no such file')
  const read = JSON.parse(readFileSync(join(folder, 'out', 'good.json'), 'utf8'))
  expect(read.recommendations).toMatchObject([
    { text: 'The council should reply to letters.', owner: 'The council', timescale: null, children: [] },
  ])
}, 60_000)

test('--why adds what was seen and not proposed; a wrong call says how', async () => {
  expect(JSON.parse((await run(join(folder, 'good.md'), '--why')).out)).toHaveProperty('notProposed')
  expect((await run()).code).toBe(64)
  expect((await run('--colour', 'x')).err).toContain('usage')
})
