import type { Hash } from './hashes.ts'
import { hashNode } from './hashes.ts'

/** A tree that the verifier trusts: its size and its root. Never take either from the side that offers the proof. */
export type TreeHead = { readonly size: number; readonly root: Hash }

export type Inclusion = { readonly leaf: Hash; readonly index: number; readonly proof: readonly Hash[] }

/** Whether the leaf stands at that index of the tree (RFC 9162, section 2.1.3.2). Total: a proof that makes no sense is false. */
export function includes(head: TreeHead, { leaf, index, proof }: Inclusion): boolean {
  if (!isCount(head.size) || !isCount(index) || index >= head.size) return false
  if (![leaf, head.root, ...proof].every(isHash)) return false
  let at = BigInt(index)
  let last = BigInt(head.size - 1)
  let hash = leaf
  for (const sibling of proof) {
    if (last === 0n) return false
    if (isOdd(at) || at === last) {
      hash = hashNode(sibling, hash)
      while (!isOdd(at) && at !== 0n) [at, last] = [at >> 1n, last >> 1n]
    } else {
      hash = hashNode(hash, sibling)
    }
    ;[at, last] = [at >> 1n, last >> 1n]
  }
  return last === 0n && hash.equals(head.root)
}

/** Whether the newer tree starts with all leaves of the older (RFC 9162, section 2.1.4.2). An empty tree is the start of any. */
export function isContinuation(older: TreeHead, newer: TreeHead, proof: readonly Hash[]): boolean {
  if (!isCount(older.size) || !isCount(newer.size) || older.size > newer.size) return false
  if (![older.root, newer.root, ...proof].every(isHash)) return false
  if (older.size === newer.size) return proof.length === 0 && older.root.equals(newer.root)
  if (older.size === 0) return proof.length === 0
  return climbsToBoth(older, newer, isPowerOfTwo(older.size) ? [older.root, ...proof] : proof)
}

function climbsToBoth(older: TreeHead, newer: TreeHead, [first, ...path]: readonly Hash[]): boolean {
  if (first === undefined) return false
  let [at, last] = [BigInt(older.size - 1), BigInt(newer.size - 1)]
  while (isOdd(at)) [at, last] = [at >> 1n, last >> 1n]
  let [old, now] = [first, first]
  for (const hash of path) {
    if (last === 0n) return false
    if (isOdd(at) || at === last) {
      old = hashNode(hash, old)
      now = hashNode(hash, now)
      while (!isOdd(at) && at !== 0n) [at, last] = [at >> 1n, last >> 1n]
    } else {
      now = hashNode(now, hash)
    }
    ;[at, last] = [at >> 1n, last >> 1n]
  }
  return last === 0n && old.equals(older.root) && now.equals(newer.root)
}

const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 0
const isHash = (hash: Uint8Array): boolean => hash.length === 32
const isOdd = (n: bigint): boolean => (n & 1n) === 1n
const isPowerOfTwo = (n: number): boolean => 2 ** Math.round(Math.log2(n)) === n
