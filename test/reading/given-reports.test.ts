import { existsSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readDocument } from '@outstanding/ingest'
import { describe, expect, test } from 'vitest'

const shared = fileURLToPath(new URL('../../../shared/', import.meta.url))
const there = existsSync(join(shared, 'tools/score-reading.mjs'))
const SETS = [
  { name: 'seeds', from: 'seeds', expected: 'expected' },
  { name: 'reports', from: 'reports', expected: 'expected/reports' },
  { name: 'reports2', from: 'reports2', expected: 'expected/reports2' },
]

describe.skipIf(!there)(`the given documents${there ? '' : ' (skipped: ../shared is not here)'}`, () => {
  test.each(SETS)('$name: recall and precision are at least 0.95 by the scorer', { timeout: 120_000 }, async ({ from, expected }) => {
    const out = mkdtempSync(join(tmpdir(), 'reading-'))
    for (const file of readdirSync(join(shared, from)).filter((f) => !/^(?:README|SOURCES)\b/.test(f))) {
      const outcome = await readDocument(file, await readFile(join(shared, from, file)))
      if (outcome.ok) writeFileSync(join(out, `${file.replace(/\.[^.]+$/, '')}.json`), JSON.stringify(outcome.reading))
    }
    const scored = spawnSync(
      process.execPath,
      [realpathSync(join(shared, 'tools/score-reading.mjs')), '--expected', join(shared, expected), '--got', out],
      { encoding: 'utf8' },
    )
    rmSync(out, { recursive: true })
    expect(scored.stdout).toContain('pass')
    expect(scored.stdout).toContain('false items in negative documents: 0 (and 0 grades)')
    expect(scored.status).toBe(0)
  })
})
