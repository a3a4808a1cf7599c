/** A stretch of one row of the tree (C2SP tlog-tiles): entries `index * 256` and following of level `8 * level`, `width` of them. */
export type Tile = { readonly level: number; readonly index: number; readonly width: number }

export const tileWidth = 256
export const levelsOfTile = 8

/** As in `tile/0/x001/x234/067` and, for one that is not full, `tile/0/x001/x234/067.p/8`. */
export function printTilePath({ level, index, width }: Tile): string {
  const digits = String(index)
  const groups = (digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? []).map((group, n, all) =>
    n < all.length - 1 ? `x${group}` : group,
  )
  return `tile/${level}/${groups.join('/')}${width === tileWidth ? '' : `.p/${width}`}`
}

/** Null for whatever `printTilePath` does not print. */
export function parseTilePath(path: string): Tile | null {
  const [, level, groups, width] = /^tile\/(\d{1,2})\/((?:x\d{3}\/){0,4}\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path) ?? []
  if (level === undefined || groups === undefined) return null
  const tile = {
    level: Number(level),
    index: Number(groups.replaceAll(/[x/]/g, '')),
    width: width === undefined ? tileWidth : Number(width),
  }
  return tile.width > 0 && tile.width <= tileWidth && printTilePath(tile) === path ? tile : null
}
