import type { Block } from '../../document/block.ts'
import { fold } from '../../document/words.ts'
import { asksAtOnce } from '../asking/asks.ts'
import { isSlotBlock, isSlotLabel } from '../slots.ts'

/** A form or a table that came out one cell a line: "Responsible officer" and below it "Fleet Manager" are one labelled answer. */
export function joinLabelLines(blocks: Block[]): Block[] {
  const out: Block[] = []
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as Block
    const next = blocks[i + 1]
    const label = block.kind === 'paragraph' || block.kind === 'heading' ? fold(block.text).replace(/\s*:$/, '') : ''
    if (
      label &&
      isSlotLabel(label) &&
      next &&
      next.kind !== 'table' &&
      next.text.split(' ').length <= 14 &&
      // "Update" as a heading above the items that ask is a theme.
      !(block.kind === 'heading' && asksAtOnce(next.text)) &&
      !isSlotLabel(fold(next.text).replace(/\s*:$/, ''))
    ) {
      out.push({ kind: 'paragraph', text: `${label}: ${next.text}`, bold: false, indent: 0, at: block.at })
      i++
    } else if (block.kind === 'heading' && isSlotBlock(block.text))
      out.push({ kind: 'paragraph', text: block.text, bold: false, indent: 0, at: block.at })
    else out.push(block)
  }
  return out
}
