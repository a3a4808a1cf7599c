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

/**
 * What has been reached and must not be lost, in counts: of `want` recommendations at least `hit` are found with at most `false` others
 * besides, and among them so many with the right timescale and owner; the same of nested items and grades. Raise it with the reader.
 */
type Reached = Record<'want' | 'hit' | 'false' | 'nestedHit' | 'timescale' | 'owner' | 'gradesHit', number>
const SETS: { name: string; expected: string; reached: Reached }[] = [
  {
    name: 'seeds',
    expected: 'expected',
    reached: { want: 37, hit: 37, false: 0, nestedHit: 3, timescale: 37, owner: 37, gradesHit: 53 },
  },
  {
    name: 'reports',
    expected: 'expected/reports',
    reached: { want: 309, hit: 309, false: 0, nestedHit: 86, timescale: 309, owner: 306, gradesHit: 33 },
  },
  {
    name: 'reports2',
    expected: 'expected/reports2',
    reached: { want: 129, hit: 123, false: 4, nestedHit: 28, timescale: 121, owner: 110, gradesHit: 3 },
  },
]

describe.skipIf(!there)(`the given documents${there ? '' : ' (skipped: ../shared is not here)'}`, () => {
  test.each(SETS)(
    '$name: all that was reached by the scorer is still reached',
    { timeout: 120_000 },
    async ({ name, expected, reached }) => {
      const out = mkdtempSync(join(tmpdir(), 'reading-'))
      for (const file of readdirSync(join(shared, name)).filter((f) => !/^(?:README|SOURCES)\b/.test(f))) {
        const outcome = await readDocument(file, await readFile(join(shared, name, file)))
        if (outcome.ok) writeFileSync(join(out, `${file.replace(/\.[^.]+$/, '')}.json`), JSON.stringify(outcome.reading))
      }
      const scored = spawnSync(
        process.execPath,
        [realpathSync(join(shared, 'tools/score-reading.mjs')), '--expected', join(shared, expected), '--got', out, '--json'],
        { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
      )
      rmSync(out, { recursive: true })
      const { counts } = (JSON.parse(scored.stdout) as { total: { counts: Record<string, number> } }).total
      expect(counts['want']).toBe(reached.want)
      expect(counts['false']).toBeLessThanOrEqual(reached.false)
      for (const count of ['hit', 'nestedHit', 'timescale', 'owner', 'gradesHit'] as const)
        expect({ [count]: counts[count], least: reached[count] }).toSatisfy(() => (counts[count] ?? 0) >= reached[count])
      expect({ inNegatives: counts['falseInNegatives'], grades: counts['falseGradesInNegatives'] }).toEqual({ inNegatives: 0, grades: 0 })
    },
  )
})
