import type { Block, Item } from '../document/block.ts'
import { splitMarker } from '../document/marker.ts'

const FAR = 30

/** "2. Communication with other agencies" after the item "1. Record keeping", with its parts between: a short item that looks like a heading. */
export function headingsThatCountOn(blocks: Block[]): Block[] {
  const out: Block[] = []
  for (const block of blocks) {
    const marked = block.kind === 'heading' && block.level === null ? splitMarker(block.text) : null
    const before = marked?.rest ? seriesBefore(out) : null
    const counts =
      before !== null && marked?.marker.family === before.marker.family && marked.marker.ordinal === (before.marker.ordinal ?? -9) + 1
    out.push(counts ? { kind: 'item', marker: marked.marker, depth: before.depth, text: marked.rest, at: block.at } : block)
  }
  return out
}

/** The last numbered item, when no heading stands after it. */
function seriesBefore(blocks: Block[]): Item | null {
  for (const block of blocks.slice(-FAR).toReversed()) {
    if (block.kind === 'heading' || block.kind === 'table') return null
    if (block.kind === 'item' && block.marker.family === 'number') return block
  }
  return null
}
