import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { appendLeaves, edgeNodes, emptyEdge, rootOfEdge } from './append.ts'
import type { Hash } from './hashes.ts'
import { emptyRoot, hashLeaf, hashNode } from './hashes.ts'
import type { NodeReader } from './ranges.ts'
import { rootOf } from './ranges.ts'
import { planConsistency, planInclusion, proofOf } from './proofs.ts'
import { includes, isContinuation } from './verify.ts'

/** The leaves and roots that the Certificate Transparency project publishes with its reference implementation. */
const published = {
  leaves: ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'],
  roots: [
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ],
}

/** Their proofs, over those leaves: index (from 0), size, audit path; and two sizes, consistency proof. */
const publishedInclusions: readonly (readonly [number, number, readonly string[]])[] = [
  [0, 1, []],
  [
    0,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    5,
    8,
    [
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [2, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
  [
    1,
    5,
    [
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  ],
]
const publishedContinuations: readonly (readonly [number, number, readonly string[]])[] = [
  [1, 1, []],
  [
    1,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    6,
    8,
    [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [
    2,
    5,
    [
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  ],
]

const leafOf = (index: number): Hash => hashLeaf(Buffer.from(`leaf ${index}`))
const leavesTo = (size: number): Hash[] => Array.from({ length: size }, (_, index) => leafOf(index))

/** The tree's definition in RFC 6962, word for word: the oracle for everything stored and folded. */
function definition(leaves: readonly Hash[]): Hash {
  if (leaves.length <= 1) return leaves[0] ?? emptyRoot()
  let split = 1
  while (split * 2 < leaves.length) split *= 2
  return hashNode(definition(leaves.slice(0, split)), definition(leaves.slice(split)))
}

function storeOf(leaves: readonly Hash[]): NodeReader {
  const nodes = new Map(appendLeaves(emptyEdge, leaves).added.map(({ level, index, hash }) => [`${level}/${index}`, hash]))
  return ({ level, index }) => {
    const hash = nodes.get(`${level}/${index}`)
    if (!hash) throw new Error(`no node ${level}/${index}`)
    return hash
  }
}

describe('the tree', () => {
  test('has the published roots', () => {
    const leaves = published.leaves.map((hex) => hashLeaf(Buffer.from(hex, 'hex')))
    expect(published.roots.map((_, n) => rootOf(n + 1, storeOf(leaves)).toString('hex'))).toEqual(published.roots)
    expect(emptyRoot().toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  })

  test('has the published proofs, which hold', () => {
    const leaves = published.leaves.map((text) => hashLeaf(Buffer.from(text, 'hex')))
    const rootAt = (size: number): Hash => Buffer.from(published.roots[size - 1] ?? '', 'hex')
    const toHashes = (texts: readonly string[]): readonly Hash[] => texts.map((text) => Buffer.from(text, 'hex'))
    for (const [index, size, path] of publishedInclusions) {
      expect(proofOf(planInclusion(index, size), storeOf(leaves)).map((hash) => hash.toString('hex'))).toEqual(path)
      expect(includes({ size, root: rootAt(size) }, { leaf: leaves[index] ?? emptyRoot(), index, proof: toHashes(path) })).toBe(true)
    }
    for (const [older, newer, proof] of publishedContinuations) {
      expect(proofOf(planConsistency(older, newer), storeOf(leaves)).map((hash) => hash.toString('hex'))).toEqual(proof)
      expect(isContinuation({ size: older, root: rootAt(older) }, { size: newer, root: rootAt(newer) }, toHashes(proof))).toBe(true)
    }
  })

  test('is the same by definition, from its stored nodes and from its edge, however it grew', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 8 }), (batches) => {
        let edge = emptyEdge
        const leaves: Hash[] = []
        for (const count of batches) {
          const batch = Array.from({ length: count }, (_, n) => leafOf(leaves.length + n))
          leaves.push(...batch)
          edge = appendLeaves(edge, batch).edge
        }
        const root = definition(leaves)
        expect(rootOf(leaves.length, storeOf(leaves))).toEqual(root)
        expect(rootOfEdge(edge) ?? emptyRoot()).toEqual(root)
        expect(edge.nodes.map(({ level, index }) => ({ level, index }))).toEqual(edgeNodes(edge.size))
      }),
    )
  })
})

describe('proofs, for every size up to 128', { timeout: 120_000 }, () => {
  const leaves = leavesTo(128)
  const read = storeOf(leaves)
  const roots = Array.from({ length: 129 }, (_, size) => definition(leaves.slice(0, size)))
  const headOf = (size: number) => ({ size, root: roots[size] ?? emptyRoot() })

  test('every leaf is included, and no other leaf at its place', () => {
    for (let size = 1; size <= 128; size += 1)
      for (let index = 0; index < size; index += 1) {
        const proof = proofOf(planInclusion(index, size), read)
        const leaf = leafOf(index)
        expect(includes(headOf(size), { leaf, index, proof }), `${index} in ${size}`).toBe(true)
        expect(includes(headOf(size), { leaf: leafOf(index + 1), index, proof })).toBe(false)
        expect(includes(headOf(size), { leaf, index: (index + 1) % (size + 1), proof })).toBe(false)
      }
  })

  test('every tree continues every smaller one, and nothing else does', () => {
    for (let size = 1; size <= 128; size += 1)
      for (let older = 1; older <= size; older += 1) {
        const proof = proofOf(planConsistency(older, size), read)
        expect(isContinuation(headOf(older), headOf(size), proof), `${older} to ${size}`).toBe(true)
        if (older === size) continue
        const another = { size: older, root: roots[older - 1] ?? emptyRoot() }
        expect(isContinuation(another, headOf(size), proof)).toBe(false)
        expect(isContinuation(headOf(older), { size, root: roots[size - 1] ?? emptyRoot() }, proof)).toBe(false)
        expect(isContinuation(headOf(older - 1), headOf(size), proof)).toBe(false)
      }
  })

  test('an empty tree is the start of any, by an empty proof only', () => {
    expect(isContinuation(headOf(0), headOf(7), [])).toBe(true)
    expect(isContinuation(headOf(0), headOf(7), [leafOf(1)])).toBe(false)
    expect(isContinuation(headOf(7), headOf(6), [])).toBe(false)
  })
})

test('120,000 forged proofs are refused', { timeout: 120_000 }, () => {
  const largest = 128
  const leaves = leavesTo(largest)
  const read = storeOf(leaves)
  const heads = Array.from({ length: largest + 1 }, (_, n) => ({ size: n, root: definition(leaves.slice(0, n)) }))
  const headOf = (size: number) => heads[size] ?? { size: 0, root: emptyRoot() }
  const next = numbers(20_260_101)
  let believed = 0
  for (let forged = 0; forged < 120_000; forged += 2) {
    const size = 2 + next(largest - 1)
    const [index, older] = [next(size), 1 + next(size - 1)]
    const [leaf, head, start] = [leafOf(index), headOf(size), headOf(older)]
    const inclusion = proofOf(planInclusion(index, size), read)
    const continuation = proofOf(planConsistency(older, size), read)
    // Every fourth claims another place, size or root with a proof that is good.
    const isClaim = forged % 8 === 0
    const claimed = isClaim
      ? [
          includes(head, { leaf, index: (index + 1 + next(size - 1)) % size, proof: inclusion }),
          isContinuation({ ...start, root: headOf((older + 1 + next(largest - 1)) % largest).root }, head, continuation),
        ]
      : [includes(head, { leaf, index, proof: forge(inclusion, next) }), isContinuation(start, head, forge(continuation, next))]
    believed += claimed.filter(Boolean).length
  }
  expect(believed).toBe(0)
})

/** Pseudo-random numbers below a bound, the same in every run. */
const numbers = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff
    return (state >>> 8) % below
  }
}

/** One thing wrong: a bit, a hash left out, doubled, made up, cut short, or one too many. */
function forge(proof: readonly Hash[], next: (below: number) => number): readonly Hash[] {
  const made = hashLeaf(Buffer.of(next(256), next(256)))
  const at = next(proof.length)
  const hash = proof[at]
  if (hash === undefined) return [made]
  const flipped = Buffer.from(hash)
  const byte = next(32)
  flipped[byte] = (flipped[byte] ?? 0) ^ (1 << next(8))
  const wrongs = [
    proof.with(at, flipped),
    proof.with(at, made),
    proof.with(at, hash.subarray(0, 31)),
    proof.toSpliced(at, 1),
    proof.toSpliced(at, 0, hash),
    [...proof, made],
  ]
  return wrongs[next(wrongs.length)] ?? [made]
}
