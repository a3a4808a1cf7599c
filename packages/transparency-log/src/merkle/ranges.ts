import type { Hash } from './hashes.ts'
import { emptyRoot, hashNode } from './hashes.ts'

/** A perfect subtree: its 2^level leaves start at index * 2^level. Level 0 is the leaves. */
export type NodeRef = { readonly level: number; readonly index: number }
export type Node = NodeRef & { readonly hash: Hash }

/** Leaves from `start` (inclusive) to `end` (exclusive). */
export type Range = { readonly start: number; readonly end: number }

/** Gives the hashes of perfect subtrees; it throws for one that it does not hold. */
export type NodeReader = (node: NodeRef) => Hash

/** The largest power of two below `size` (which is 2 or more): where RFC 6962 splits a tree. */
export function splitOf(size: number): number {
  let split = 1
  while (split * 2 < size) split *= 2
  return split
}

/** The perfect subtrees that a range is made of, left to right. Its start is a multiple of its length's next power of two. */
export function nodesOf({ start, end }: Range): readonly NodeRef[] {
  const nodes: NodeRef[] = []
  let at = start
  while (at < end) {
    let level = 0
    while (at % 2 ** (level + 1) === 0 && at + 2 ** (level + 1) <= end) level += 1
    nodes.push({ level, index: at / 2 ** level })
    at += 2 ** level
  }
  return nodes
}

/** The hash of a range from those of its perfect subtrees. */
export function hashOf(range: Range, read: NodeReader): Hash {
  const hashes = nodesOf(range).map(read)
  const last = hashes.at(-1)
  if (last === undefined) return emptyRoot()
  return hashes.slice(0, -1).reduceRight<Hash>((right, left) => hashNode(left, right), last)
}

/** The root of the tree of the first `size` leaves. */
export const rootOf = (size: number, read: NodeReader): Hash => hashOf({ start: 0, end: size }, read)
