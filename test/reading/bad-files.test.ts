import { readDocumentSafely } from '@outstanding/ingest'
import { expect, test } from 'vitest'
import { BAD_FILES } from './bad-files.ts'

test.each(BAD_FILES)(
  '$name, $what, is refused or survived with a clear sentence',
  { timeout: 60_000 },
  async ({ name, bytes, expect: allowed }) => {
    const outcome = await readDocumentSafely(name, bytes(), { maxMegabytes: 256, maxMilliseconds: 40_000 })
    const got = outcome.ok ? 'read' : outcome.unreadable.reason
    expect(allowed).toContain(got)
    if (!outcome.ok) expect(outcome.unreadable.sentence).toMatch(/^[a-z].{15,}[^.]$|^the .+$/i)
  },
)

test('a worker that runs out of time or memory ends, and the next file is read', { timeout: 60_000 }, async () => {
  const long = Buffer.from('The council should, by May 2020, recommend that '.repeat(170_000))
  const slow = await readDocumentSafely('long.txt', long, { maxMilliseconds: 150 })
  const tight = await readDocumentSafely('long.txt', long, { maxMegabytes: 24, maxMilliseconds: 40_000 })
  const next = await readDocumentSafely(
    'short.txt',
    Buffer.from('Recommendations\n\n1. The council should reply to letters within a week.\n'),
  )
  expect(slow).toMatchObject({ ok: false, unreadable: { reason: 'tooSlow' } })
  expect(tight).toMatchObject({ ok: false, unreadable: { reason: 'tooMuchMemory' } })
  expect(next).toMatchObject({ ok: true })
})
