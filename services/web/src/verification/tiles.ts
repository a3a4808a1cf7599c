import { publishedPaths } from '../paths/paths.ts'

/** A row of the tree's tiles: so many, from the first address to the last. */
export type TileRow = {
  readonly level: number
  readonly what: string
  readonly count: number
  readonly first: string
  readonly last: string
}

const width = 256

/** Where the hashes of a tree of that size are published (C2SP tlog-tiles): each level's tiles hold the roots of 256 tiles below. */
export function tileRows(size: number): readonly TileRow[] {
  const rows: TileRow[] = []
  for (let level = 0, hashes = size; hashes > 0; level += 1, hashes = Math.floor(hashes / width)) {
    const count = Math.ceil(hashes / width)
    rows.push({
      level,
      what: level === 0 ? 'hashes of entries' : `hashes of ${(width ** level).toLocaleString('en-GB')} entries each`,
      count,
      first: tilePath(level, 0, count === 1 ? hashes : width),
      last: tilePath(level, count - 1, hashes - (count - 1) * width),
    })
  }
  return rows
}

function tilePath(level: number, index: number, hashes: number): string {
  const digits = String(index)
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? []
  const path = groups.map((group, n) => (n < groups.length - 1 ? `x${group}` : group)).join('/')
  return publishedPaths.tile(`${level}/${path}${hashes === width ? '' : `.p/${hashes}`}`)
}
