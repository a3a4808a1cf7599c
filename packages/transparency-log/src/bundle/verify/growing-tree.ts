import type { Edge } from '../../merkle/append.ts'
import { appendLeaves, emptyEdge, rootOfEdge } from '../../merkle/append.ts'
import type { Hash } from '../../merkle/hashes.ts'

/** A tree that only grows, and remembers its roots at the sizes that were asked for. */
export type GrowingTree = {
  append(leaves: readonly Hash[]): void
  size(): number
  rootAt(size: number): Hash | undefined
}

export function growingTree(marks: ReadonlySet<number>): GrowingTree {
  const roots = new Map<number, Hash>()
  let edge: Edge = emptyEdge
  return {
    append(leaves) {
      let from = 0
      const start = edge.size
      for (let to = 1; to <= leaves.length; to += 1) {
        const isMarked = marks.has(start + to)
        if (to < leaves.length && !isMarked) continue
        edge = appendLeaves(edge, leaves.slice(from, to)).edge
        from = to
        const root = isMarked ? rootOfEdge(edge) : null
        if (root) roots.set(start + to, root)
      }
    },
    size: () => edge.size,
    rootAt: (size) => roots.get(size),
  }
}
