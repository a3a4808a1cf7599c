import type { Hash } from './hashes.ts'
import type { NodeReader, NodeRef, Range } from './ranges.ts'
import { hashOf, nodesOf, splitOf } from './ranges.ts'

/** What a proof is made of, in its order: each range gives one hash. Known before any hash is read. */
export type ProofPlan = readonly Range[]

/**
 * The audit path of leaf `index` in the tree of `size` leaves (RFC 6962, section 2.1.1), deepest first.
 * Throws a RangeError where there is no such leaf: callers check what comes from outside.
 */
export function planInclusion(index: number, size: number): ProofPlan {
  if (!isIndexIn(index, size)) throw new RangeError(`There is no leaf ${index} in a tree of ${size}.`)
  return pathIn({ start: 0, end: size }, index)
}

/** From the tree of `oldSize` leaves to that of `newSize` (RFC 6962, section 2.1.2). Both at least 1, the old one no larger. */
export function planConsistency(oldSize: number, newSize: number): ProofPlan {
  if (!isIndexIn(oldSize - 1, newSize)) throw new RangeError(`There is no proof from ${oldSize} leaves to ${newSize}.`)
  return subproofIn({ start: 0, end: newSize }, oldSize, true)
}

/** The perfect subtrees that have to be read for a plan. */
export const nodesOfPlan = (plan: ProofPlan): readonly NodeRef[] => plan.flatMap((range) => nodesOf(range))

export const proofOf = (plan: ProofPlan, read: NodeReader): readonly Hash[] => plan.map((range) => hashOf(range, read))

const isIndexIn = (index: number, size: number): boolean =>
  Number.isSafeInteger(index) && Number.isSafeInteger(size) && index >= 0 && index < size

function pathIn({ start, end }: Range, index: number): ProofPlan {
  if (end - start === 1) return []
  const middle = start + splitOf(end - start)
  return index < middle
    ? [...pathIn({ start, end: middle }, index), { start: middle, end }]
    : [...pathIn({ start: middle, end }, index), { start, end: middle }]
}

/** `whole`: the old tree is the very subtree looked at, whose hash the verifier already holds. */
function subproofIn({ start, end }: Range, oldEnd: number, whole: boolean): ProofPlan {
  if (oldEnd === end) return whole ? [] : [{ start, end }]
  const middle = start + splitOf(end - start)
  return oldEnd <= middle
    ? [...subproofIn({ start, end: middle }, oldEnd, whole), { start: middle, end }]
    : [...subproofIn({ start: middle, end }, oldEnd, false), { start, end: middle }]
}
