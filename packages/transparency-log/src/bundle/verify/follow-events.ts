import type { Hash } from '../../merkle/hashes.ts'
import type { EventOfLine } from '../event-line.ts'
import type { LeavesLine } from '../format.ts'
import { leavesAtOnce } from '../format.ts'
import type { Difference } from './difference.ts'
import { differing } from './difference.ts'
import { growingTree } from './growing-tree.ts'
import { fromBase64 } from './parse-line.ts'
import type { Refusal } from './verdict.ts'
import { malformed, refuse } from './verdict.ts'

export type Follower = {
  /** The table's next hashes. */
  leaves(line: LeavesLine): Refusal | null
  event(event: EventOfLine): Refusal | null
  /** No more events. */
  finish(): void
  /** How many events, and how many leaves there were. */
  size(): number
  tableSize(): number
  /** The root of the first so many events, as they give it themselves, and as the leaf table says. */
  rootAt(size: number): Hash | undefined
  tableRootAt(size: number): Hash | undefined
  difference(): Difference | null
  /** The first event that does not follow those before it in its stream. */
  disorder(): Refusal | null
}

/** Follows the events with two trees. `marks` are the sizes whose roots are wanted. Memory holds a tile and each stream's revision. */
export function followEvents(marks: ReadonlySet<number>): Follower {
  const [events, table, parting] = [growingTree(marks), growingTree(marks), differing()]
  const revisions = new Map<string, number>()
  let tile: readonly Hash[] = []
  let hashes: Hash[] = []
  let disorder: Refusal | null = null

  const size = (): number => events.size() + hashes.length

  function closeTile(): void {
    parting.compare(events.size(), hashes, tile)
    events.append(hashes)
    ;[tile, hashes] = [[], []]
  }

  return {
    leaves({ start, hashes: base64 }) {
      closeTile()
      const bytes = fromBase64(base64)
      const fits = bytes && bytes.length % 32 === 0 && bytes.length > 0 && bytes.length <= leavesAtOnce * 32
      if (!fits || start !== table.size() || start % leavesAtOnce !== 0)
        return malformed('a line of hashes is out of order or not valid', size())
      tile = Array.from({ length: bytes.length / 32 }, (_, n) => bytes.subarray(n * 32, n * 32 + 32))
      table.append(tile)
      return null
    },
    event({ leaf, hash, sequence }) {
      const index = size()
      if (sequence !== index)
        return refuse('ORDER', index, `entry ${sequence} is in the place of entry ${index}: an entry is missing, added or out of order`)
      if (index >= table.size()) return refuse('ORDER', index, `entry ${index} was added: the list of hashes does not have it`)
      if (index < table.size() - tile.length) return refuse('ORDER', index, `entry ${index} is missing`)
      const expected = (revisions.get(leaf.stream) ?? -1) + 1
      if (Number(leaf.revision) !== expected) disorder ??= outOfOrder(index, leaf.stream, leaf.revision, expected)
      revisions.set(leaf.stream, Number(leaf.revision))
      hashes.push(hash)
      return null
    },
    finish: closeTile,
    size,
    tableSize: table.size,
    rootAt: events.rootAt,
    tableRootAt: table.rootAt,
    difference: parting.difference,
    disorder: () => disorder,
  }
}

const outOfOrder = (index: number, stream: string, revision: string, expected: number): Refusal =>
  refuse(
    'ORDER',
    index,
    `entry ${index} is revision ${revision} of ${stream}, and should be revision ${expected}: an entry is missing, added or out of order`,
  )
