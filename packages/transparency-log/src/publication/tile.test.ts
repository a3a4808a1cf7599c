import { expect, test } from 'vitest'
import { parseTilePath, printTilePath } from './tile.ts'

test.each([
  [{ level: 0, index: 0, width: 256 }, 'tile/0/000'],
  [{ level: 0, index: 67, width: 8 }, 'tile/0/067.p/8'],
  [{ level: 2, index: 1_234_067, width: 256 }, 'tile/2/x001/x234/067'],
  [{ level: 1, index: 1_000, width: 255 }, 'tile/1/x001/000.p/255'],
])('%j has the path %s', (tile, path) => {
  expect(printTilePath(tile)).toBe(path)
  expect(parseTilePath(path)).toEqual(tile)
})

test.each([
  'tile/0/0',
  'tile/0/x000/001',
  'tile/00/000',
  'tile/0/000.p/0',
  'tile/0/000.p/256',
  'tile/0/000.p/257',
  'tile/-1/000',
  'tile/entries/000',
  '',
])('%s is no path of a tile', (path) => expect(parseTilePath(path)).toBeNull())
