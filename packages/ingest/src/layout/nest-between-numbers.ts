import type { Block, Item } from '../document/block.ts'
import type { Marker, MarkerFamily } from '../document/marker.ts'

const FAR = 60

/**
 * What stands between "2." and "3." of one series is part of "2.", however it is indented: bullets and letters there become its nested
 * items, also where other text comes between. A heading or a table ends the search.
 */
export function nestBetweenNumbers(blocks: Block[]): Block[] {
  const out = blocks.map((b) => (b.kind === 'item' ? { ...b } : b))
  /** The kind of parts that the numbers before had, by the kind of number. */
  const parts = new Map<MarkerFamily, MarkerFamily>()
  out.forEach((block, i) => {
    if (block.kind === 'heading') parts.clear()
    if (block.kind !== 'item' || block.marker.ordinal === null) return
    const next = nextOfSeries(out, i, block)
    const end = next ?? endOfOwnList(out, i, block, parts.get(block.marker.family))
    if (end === null) return
    const between = out.slice(i + 1, end).filter((b) => b.kind === 'item')
    const highest = Math.min(...between.map((b) => b.depth))
    for (const item of between) item.within = true
    if (between[0]) parts.set(block.marker.family, between[0].marker.family)
    if (highest <= block.depth) for (const item of between) item.depth += block.depth + 1 - highest
  })
  return out
}

function nextOfSeries(blocks: Block[], start: number, from: Item): number | null {
  for (let i = start + 1; i < Math.min(blocks.length, start + FAR); i++) {
    const block = blocks[i]
    if (!block || block.kind === 'heading' || block.kind === 'table') return null
    if (block.kind !== 'item') continue
    if (alike(block.marker, from.marker)) return block.marker.ordinal === (from.marker.ordinal ?? 0) + 1 ? i : null
    // A higher kind of number in between is no part of a lower one.
    if (rank(block.marker) < rank(from.marker)) return null
  }
  return null
}

/** The last of a series has no number after it: a list that follows it at once, opened by a colon or like those of the numbers before, is its own. */
function endOfOwnList(blocks: Block[], start: number, from: Item, parts: MarkerFamily | undefined): number | null {
  const first = blocks[start + 1]
  if (first?.kind !== 'item' || rank(first.marker) <= rank(from.marker)) return null
  if (!/[:–—]$/.test(from.text) && first.marker.family !== parts) return null
  let end = start + 1
  for (let block = blocks[end]; block?.kind === 'item' && rank(block.marker) > rank(from.marker); block = blocks[end]) end++
  return end
}

const alike = (a: Marker, b: Marker) => a.family === b.family && shape(a) === shape(b)
const shape = (m: Marker) => `${m.printed.startsWith('(') ? '(' : ''}${/[.)]$/.exec(m.printed)?.[0] ?? ''}${m.printed.split('.').length}`
const rank = (m: Marker) => ['reference', 'number', 'decimal', 'letter', 'roman', 'bullet'].indexOf(m.family)
