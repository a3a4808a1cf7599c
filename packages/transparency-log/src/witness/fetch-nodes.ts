import { appendLeaves, emptyEdge, rootOfEdge } from '../merkle/append.ts'
import type { Hash } from '../merkle/hashes.ts'
import type { ProofPlan } from '../merkle/proofs.ts'
import { nodesOfPlan, proofOf } from '../merkle/proofs.ts'
import type { NodeRef } from '../merkle/ranges.ts'
import type { Tile } from '../publication/tile.ts'
import { levelsOfTile, printTilePath, tileWidth } from '../publication/tile.ts'

/** Gives the bytes of a tile, by its path. */
export type FetchTile = (path: string) => Promise<Buffer>

/** A proof from the published tiles of a tree of `size` leaves. Throws where a tile is not what it should be. */
export async function fetchProof(plan: ProofPlan, size: number, fetchTile: FetchTile): Promise<readonly Hash[]> {
  const tiles = new Map<string, Buffer>()
  const hashes = new Map<string, Hash>()
  for (const node of nodesOfPlan(plan)) {
    const { tile, from, count } = placeOf(node, size)
    const path = printTilePath(tile)
    const bytes = tiles.get(path) ?? (await fetchTile(path))
    if (bytes.length !== tile.width * 32) throw new Error(`the tile ${path} has ${bytes.length} bytes, not ${tile.width * 32}`)
    tiles.set(path, bytes)
    const entries = Array.from({ length: count }, (_, n) => bytes.subarray((from + n) * 32, (from + n + 1) * 32))
    const hash = rootOfEdge(appendLeaves(emptyEdge, entries).edge)
    if (hash) hashes.set(`${node.level}/${node.index}`, hash)
  }
  return proofOf(plan, ({ level, index }) => hashes.get(`${level}/${index}`) ?? Buffer.alloc(0))
}

/** In which tile a node stands, and of which of its entries it is the root. */
function placeOf({ level, index }: NodeRef, size: number): { readonly tile: Tile; readonly from: number; readonly count: number } {
  const tileLevel = Math.floor(level / levelsOfTile)
  const count = 2 ** (level - tileLevel * levelsOfTile)
  const first = index * count
  const tileIndex = Math.floor(first / tileWidth)
  const row = Math.floor(size / 2 ** (tileLevel * levelsOfTile))
  const width = Math.min(tileWidth, row - tileIndex * tileWidth)
  return { tile: { level: tileLevel, index: tileIndex, width }, from: first - tileIndex * tileWidth, count }
}
