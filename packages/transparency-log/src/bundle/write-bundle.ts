import { createHash } from 'node:crypto'
import type { Checkpoint } from '../checkpoint/checkpoint.ts'
import { canonicalJson } from '../json/canonical-json.ts'
import type { LeafEvent } from '../leaf/leaf.ts'
import type { Hash } from '../merkle/hashes.ts'
import { hashedLine } from './event-line.ts'
import type { ConsistencyLine, HeaderLine, InclusionLine, Line } from './format.ts'
import { leavesAtOnce } from './format.ts'
import { provenanceOf } from './provenance.ts'

export type BundleParts = {
  readonly header: HeaderLine
  /** The public halves of the log's keys, printed. */
  readonly keys: readonly string[]
  /** Smallest first; the last is the newest. */
  readonly checkpoints: readonly (Checkpoint & { readonly note: string })[]
  readonly consistency: readonly ConsistencyLine[]
  readonly inclusion: readonly InclusionLine[]
  /** The leaf table's hashes from `start` on. */
  leaves(start: number, count: number): Promise<readonly Hash[]>
  /** Every event from the first on; what comes after the header's count is left out. */
  readonly events: AsyncIterable<readonly LeafEvent[]>
  readonly readModel?: {
    readonly name: string
    readonly asAt: string
    readonly rowCount: number
    readonly rows: AsyncIterable<Readonly<Record<string, unknown>>>
  }
  /** Hears of the first event that is not the one of which the leaf table holds the hash. The bundle is written as it is. */
  onDifference?(index: number): void
}

/** The bundle, in pieces of whole lines, with flat memory. */
export async function* bundleText(parts: BundleParts): AsyncGenerator<string> {
  const digest = createHash('sha256')
  let bytes = 0
  for await (const text of piecesOf(parts)) {
    digest.update(text)
    bytes += Buffer.byteLength(text)
    yield text
  }
  yield print({ kind: 'footer', bytes, sha256: digest.digest('hex') })
}

async function* piecesOf(parts: BundleParts): AsyncGenerator<string> {
  const { header, keys, checkpoints, consistency, inclusion, readModel } = parts
  const newest = checkpoints.at(-1)
  if (!newest) throw new RangeError('a bundle needs a checkpoint')
  yield print(header)
  for (const key of keys) yield print({ kind: 'key', key })
  for (const { note } of checkpoints) yield print({ kind: 'checkpoint', note })
  for (const line of [...consistency, ...inclusion]) yield print(line)
  yield* tilesOf(parts)
  if (readModel) {
    const { name, asAt, rowCount, rows } = readModel
    yield print({ kind: 'read-model', name, asAt, rows: rowCount })
    for await (const row of rows) yield print({ kind: 'row', row })
  }
  yield print({ kind: 'provenance', document: provenanceOf(header, newest) })
}

/** Each stretch of the leaf table, and the events that it should be of: the table goes on where the log has lost its end. */
async function* tilesOf({ header, leaves, events, onDifference }: BundleParts): AsyncGenerator<string> {
  const { origin, events: count } = header
  const tiles = inTiles(events, count)[Symbol.asyncIterator]()
  let differs = false
  try {
    for (let start = 0; start < count; start += leavesAtOnce) {
      const held = await leaves(start, Math.min(leavesAtOnce, count - start))
      if (held.length > 0) yield print({ kind: 'leaves', start, hashes: Buffer.concat(held).toString('base64') })
      const next = await tiles.next()
      const lines = next.done ? [] : next.value.map((event, n) => hashedLine(origin, start + n, event))
      const offset = held.findIndex((hash, n) => !lines[n]?.hash.equals(hash))
      if (!differs && offset !== -1) onDifference?.(start + offset)
      differs ||= offset !== -1
      yield lines.map(({ line }) => `${line}\n`).join('')
    }
  } finally {
    await tiles.return?.(undefined)
  }
}

async function* inTiles(events: AsyncIterable<readonly LeafEvent[]>, max: number): AsyncGenerator<readonly LeafEvent[]> {
  let waiting: LeafEvent[] = []
  let taken = 0
  for await (const batch of events) {
    waiting.push(...batch.slice(0, max - taken))
    taken += Math.min(batch.length, max - taken)
    while (waiting.length >= leavesAtOnce) yield waiting.splice(0, leavesAtOnce)
    if (taken === max) break
  }
  if (waiting.length > 0) yield waiting
}

const print = (line: Line): string => `${canonicalJson(line)}\n`
