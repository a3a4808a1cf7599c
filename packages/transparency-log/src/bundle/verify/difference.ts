import type { Hash } from '../../merkle/hashes.ts'
import { leavesAtOnce } from '../format.ts'

/** Where the events and the leaf table first differ, in words. */
export type Difference = { readonly index: number; readonly reason: 'ROOT' | 'ORDER'; readonly words: string }

export type Differing = {
  /** The next stretch of both; the events' may be shorter, and empty from then on. */
  compare(start: number, events: readonly Hash[], leaves: readonly Hash[]): void
  difference(): Difference | null
}

/** Finds the first difference, and keeps what comes next to tell what was done there. */
export function differing(): Differing {
  let parting: { readonly index: number; readonly events: Hash[]; readonly leaves: Hash[] } | null = null
  return {
    compare(start, events, leaves) {
      if (parting) {
        if (parting.leaves.length > 2 * leavesAtOnce) return
        parting.events.push(...events)
        parting.leaves.push(...leaves)
        return
      }
      const at = leaves.findIndex((hash, n) => !events[n]?.equals(hash))
      if (at !== -1) parting = { index: start + at, events: events.slice(at), leaves: leaves.slice(at) }
    },
    difference: () => parting && describe(parting.index, parting.events, parting.leaves),
  }
}

function describe(index: number, events: readonly Hash[], leaves: readonly Hash[]): Difference {
  const [event, leaf] = [events[0], leaves[0]]
  const eventIsLater = event === undefined || leaves.some((one) => one.equals(event))
  const leafIsLater = leaf !== undefined && events.some((one) => one.equals(leaf))
  if (eventIsLater && leafIsLater) return { index, reason: 'ORDER', words: `entry ${index} and the entries after it are out of order` }
  if (eventIsLater) return { index, reason: 'ORDER', words: `entry ${index} is missing` }
  if (leafIsLater) return { index, reason: 'ORDER', words: `entry ${index} was added: the signed record does not have it` }
  return { index, reason: 'ROOT', words: `entry ${index} has been altered since it was signed` }
}
