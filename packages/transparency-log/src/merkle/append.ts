import type { Hash } from './hashes.ts'
import { hashNode } from './hashes.ts'
import type { Node, NodeRef } from './ranges.ts'
import { nodesOf } from './ranges.ts'

/** A tree as a writer needs it: its size and the perfect subtrees of its right edge, left to right. At most 53 of them. */
export type Edge = { readonly size: number; readonly nodes: readonly Node[] }

export const emptyEdge: Edge = { size: 0, nodes: [] }

/** Which nodes make up the edge of a tree of that size: what a writer reads when it starts. */
export const edgeNodes = (size: number): readonly NodeRef[] => nodesOf({ start: 0, end: size })

/** Adds leaves: the new edge, and every perfect subtree that came to be (the leaves included), to be stored. */
export function appendLeaves(edge: Edge, leaves: readonly Hash[]): { readonly edge: Edge; readonly added: readonly Node[] } {
  const nodes = [...edge.nodes]
  const added: Node[] = []
  let size = edge.size
  for (const hash of leaves) {
    let node: Node = { level: 0, index: size, hash }
    added.push(node)
    for (let left = nodes.at(-1); left?.level === node.level; left = nodes.at(-1)) {
      nodes.pop()
      node = { level: node.level + 1, index: left.index / 2, hash: hashNode(left.hash, node.hash) }
      added.push(node)
    }
    nodes.push(node)
    size += 1
  }
  return { edge: { size, nodes }, added }
}

export const rootOfEdge = (edge: Edge): Hash | null =>
  edge.nodes.reduceRight<Hash | null>((right, left) => (right === null ? left.hash : hashNode(left.hash, right)), null)
