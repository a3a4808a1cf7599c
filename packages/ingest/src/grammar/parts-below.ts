import type { Block, Item } from '../document/block.ts'
import { candidate, type Candidate } from './candidate.ts'
import { runInLabel } from './run-in-label.ts'
import { isSlotBlock, slotsAtEnd } from './slots.ts'

/** Items below a labelled recommendation are its parts, until the next paragraph, heading or label. */
export function takeChildren(blocks: Block[], from: number, parent: Candidate, opened = false): number {
  let end = from
  const stack: { depth: number; of: Candidate }[] = []
  for (; end < blocks.length; end++) {
    const block = blocks[end]
    if ((block?.kind === 'paragraph' || block?.kind === 'heading') && isSlotBlock(block.text)) {
      takeSlots(block.text, parent)
      continue
    }
    if (block?.kind !== 'item' || runInLabel(block.text) || (!stack.length && !opened && !opensParts(parent, block))) break
    const child = partFrom(block, parent)
    while (stack.length && (stack.at(-1)?.depth ?? 0) >= block.depth) stack.pop()
    ;(stack.at(-1)?.of ?? parent).children.push(child)
    stack.push({ depth: block.depth, of: child })
  }
  return end
}

export function takeSlots(text: string, into: Candidate): void {
  const slots = slotsAtEnd(text)
  into.owner ??= slots.owner
  into.timescale ??= slots.timescale
}

/** Bullets and letters below a recommendation are its parts; a number is one only after a colon or an unfinished sentence. */
function opensParts(parent: Candidate, item: Item): boolean {
  return /[:;–-]$|\b(?:by|including|that|to|and)$/.test(parent.text) || ['bullet', 'letter', 'roman'].includes(item.marker.family)
}

export function partFrom(item: Item, parent: Candidate): Candidate {
  const ref = item.marker.family === 'bullet' ? null : item.marker.printed
  return candidate(item, item.text, {
    ref,
    section: parent.section,
    rule: 'nested item',
    reason: 'stands in the list below it',
    confidence: parent.confidence,
  })
}
