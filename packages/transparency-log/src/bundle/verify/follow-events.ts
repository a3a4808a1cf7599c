import type { Edge } from '../../merkle/append.ts'
import { appendLeaves, emptyEdge, rootOfEdge } from '../../merkle/append.ts'
import type { Hash } from '../../merkle/hashes.ts'
import type { EventOfLine } from '../event-line.ts'
import type { LeavesLine } from '../format.ts'
import { leavesAtOnce } from '../format.ts'
import { fromBase64 } from './parse-line.ts'
import type { Refusal } from './verdict.ts'
import { malformed, refuse } from './verdict.ts'

/** The roots of the first so many events, as the events give them and as the leaf table says. */
export type Roots = { readonly events: Hash; readonly leaves: Hash }

export type Follower = {
  /** The table's next hashes. */
  leaves(line: LeavesLine): Refusal | null
  event(event: EventOfLine): Refusal | null
  /** No more events. */
  finish(): Refusal | null
  size(): number
  rootsAt(size: number): Roots | undefined
  /** Where events and leaf table part, if they do. */
  difference(): Difference | null
}

export type Difference = { readonly index: number; readonly reason: 'ROOT' | 'ORDER'; readonly words: string }

/** Follows the events with two trees. `marks` are the sizes whose roots are wanted. Memory holds a tile and each stream's revision. */
export function followEvents(marks: ReadonlySet<number>): Follower {
  const roots = new Map<number, Roots>()
  const revisions = new Map<string, number>()
  let trees: { readonly events: Edge; readonly leaves: Edge } = { events: emptyEdge, leaves: emptyEdge }
  let tile: { readonly start: number; readonly leaves: readonly Hash[] } = { start: 0, leaves: [] }
  let hashes: Hash[] = []
  let parting: { readonly index: number; readonly events: Hash[]; readonly leaves: Hash[] } | null = null

  const size = (): number => tile.start + hashes.length

  function closeTile(): void {
    part(hashes, tile.leaves)
    let from = 0
    for (let to = 1; to <= hashes.length; to += 1) {
      if (to < hashes.length && !marks.has(tile.start + to)) continue
      trees = {
        events: appendLeaves(trees.events, hashes.slice(from, to)).edge,
        leaves: appendLeaves(trees.leaves, tile.leaves.slice(from, to)).edge,
      }
      from = to
      const [events, leaves] = [rootOfEdge(trees.events), rootOfEdge(trees.leaves)]
      if (events && leaves) roots.set(tile.start + to, { events, leaves })
      if (!marks.has(tile.start + to)) roots.delete(tile.start + to)
    }
    tile = { start: size(), leaves: [] }
    hashes = []
  }

  /** Remembers where they part, and what comes next to tell how. */
  function part(events: readonly Hash[], leaves: readonly Hash[]): void {
    if (parting) {
      if (parting.events.length > 2 * leavesAtOnce) return
      parting.events.push(...events)
      parting.leaves.push(...leaves)
      return
    }
    const at = events.findIndex((hash, n) => !leaves[n]?.equals(hash))
    if (at !== -1) parting = { index: tile.start + at, events: events.slice(at), leaves: leaves.slice(at) }
  }

  return {
    leaves({ start, hashes: base64 }) {
      if (hashes.length < tile.leaves.length) return missing(size())
      closeTile()
      const bytes = fromBase64(base64)
      const fits = bytes && bytes.length % 32 === 0 && bytes.length > 0 && bytes.length <= leavesAtOnce * 32
      if (!fits || start !== size() || start % leavesAtOnce !== 0) return malformed('a line of leaves is not the next one', size())
      tile = { start, leaves: Array.from({ length: bytes.length / 32 }, (_, n) => bytes.subarray(n * 32, n * 32 + 32)) }
      return null
    },
    event({ leaf, hash, sequence }) {
      const index = size()
      if (sequence !== index)
        return refuse('ORDER', index, `event ${sequence} stands where event ${index} should: missing, extra or out of order`)
      if (hashes.length === tile.leaves.length)
        return refuse('ORDER', index, `event ${index} is one too many: the leaf table does not hold it`)
      const expected = (revisions.get(leaf.stream) ?? -1) + 1
      if (Number(leaf.revision) !== expected)
        return refuse(
          'ORDER',
          index,
          `revision ${leaf.revision} of ${leaf.stream} stands where ${expected} should: an event is missing, extra or out of order`,
        )
      revisions.set(leaf.stream, expected)
      hashes.push(hash)
      return null
    },
    finish() {
      if (hashes.length < tile.leaves.length) return missing(size())
      closeTile()
      return null
    },
    size,
    rootsAt: (at) => roots.get(at),
    difference: () => parting && told(parting),
  }
}

const missing = (index: number): Refusal => refuse('ORDER', index, `event ${index} is missing: the leaf table holds it`)

function told({
  index,
  events,
  leaves,
}: {
  readonly index: number
  readonly events: readonly Hash[]
  readonly leaves: readonly Hash[]
}): Difference {
  const [event, leaf] = [events[0], leaves[0]]
  const eventIsLater = event !== undefined && leaves.some((one) => one.equals(event))
  const leafIsLater = leaf !== undefined && events.some((one) => one.equals(leaf))
  if (eventIsLater && leafIsLater) return { index, reason: 'ORDER', words: `event ${index} and those behind it are out of order` }
  if (eventIsLater) return { index, reason: 'ORDER', words: `event ${index} is missing` }
  if (leafIsLater) return { index, reason: 'ORDER', words: `event ${index} is one that was never recorded` }
  return { index, reason: 'ROOT', words: `event ${index} is not as it was recorded` }
}
