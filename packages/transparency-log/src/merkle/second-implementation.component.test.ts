import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { event } from '../bundle/given-installation.ts'
import { leafContent, leafHash } from '../leaf/leaf.ts'
import { appendLeaves, emptyEdge, rootOfEdge } from './append.ts'
import { emptyRoot, hashLeaf } from './hashes.ts'
import { planConsistency, planInclusion, proofOf } from './proofs.ts'

const script = fileURLToPath(new URL('../../oracle/merkle_oracle.py', import.meta.url))
const isThere = spawnSync('python3', ['--version']).status === 0
if (!isThere && process.env['OUTSTANDING_REQUIRE_ALL'] === '1') throw new Error('python3 is missing, and nothing may be skipped')

/** All questions in one run of the other program. */
function ask(questions: readonly object[]): readonly unknown[] {
  const input = questions.map((question) => `${JSON.stringify(question)}\n`).join('')
  const { stdout, stderr, status } = spawnSync('python3', [script], { input, encoding: 'utf8', maxBuffer: 1 << 28, timeout: 60_000 })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  return stdout
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line))
}

describe.skipIf(!isThere)(
  `the second implementation, in Python${isThere ? '' : ' (SKIPPED: there is no python3 here)'}`,
  { timeout: 90_000 },
  () => {
    const leaves = Array.from({ length: 70 }, (_, n) => hashLeaf(Buffer.from(`leaf ${n}`)))
    const nodes = new Map(appendLeaves(emptyEdge, leaves).added.map(({ level, index, hash }) => [`${level}/${index}`, hash]))
    const read = ({ level, index }: { level: number; index: number }): Buffer => nodes.get(`${level}/${index}`) ?? Buffer.alloc(0)
    const hex = (size: number): string[] => leaves.slice(0, size).map((leaf) => leaf.toString('hex'))
    const sizes = Array.from({ length: leaves.length + 1 }, (_, size) => size)

    test('gives the same roots', () => {
      const roots = sizes.map((size) => (rootOfEdge(appendLeaves(emptyEdge, leaves.slice(0, size)).edge) ?? emptyRoot()).toString('hex'))
      expect(ask(sizes.map((size) => ({ leaves: hex(size) })))).toEqual(roots)
    })

    test('gives the same inclusion proofs', () => {
      const wanted = sizes
        .slice(1)
        .flatMap((size) => [0, 1, size >> 1, size - 1].filter((index) => index < size).map((index) => ({ size, index })))
      const proofs = wanted.map(({ size, index }) => proofOf(planInclusion(index, size), read).map((hash) => hash.toString('hex')))
      expect(ask(wanted.map(({ size, index }) => ({ inclusion: index, leaves: hex(size) })))).toEqual(proofs)
    })

    test('gives the same consistency proofs', () => {
      const wanted = sizes
        .slice(1)
        .flatMap((size) =>
          [1, 2, size >> 1, size - 1, size].filter((older) => older > 0 && older <= size).map((older) => ({ size, older })),
        )
      const proofs = wanted.map(({ size, older }) => proofOf(planConsistency(older, size), read).map((hash) => hash.toString('hex')))
      expect(ask(wanted.map(({ size, older }) => ({ consistency: older, leaves: hex(size) })))).toEqual(proofs)
    })

    test('gives the same leaves', () => {
      const events = [
        event(0),
        event(7),
        { ...event(1), data: { '€': 'é\u0001\n"\\', '\ufb33': 1, '😀': [true, null, -5], a: {} }, metadata: null },
      ]
      const questions = events.map(({ revision, ...rest }) => ({ leaf: { v: 1, ...rest, revision: String(revision) } }))
      const expected = events.map((one) => ({ content: leafContent(one), hash: leafHash(one).toString('hex') }))
      expect(ask(questions)).toEqual(expected)
    })
  },
)
