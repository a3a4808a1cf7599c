import type { Block } from '../../document/block.ts'
import { announcementIn } from '../announcers.ts'
import { leadIn } from '../lead-ins.ts'

/** "The board recommends that the road authority:" on a line of its own looks like a heading, and is the sentence that opens the list below it. */
export function sentencesAreParagraphs(blocks: Block[]): Block[] {
  return blocks.map((block): Block => {
    if (block.kind !== 'heading' || block.level !== null || !/[:–—]$/.test(block.text)) return block
    const lead = leadIn(block.text)
    // "We suggest that:" is short and a sentence all the same.
    const sentence = lead?.asksFor && (lead.recommends || block.text.split(' ').length >= 4)
    return sentence && announcementIn(block.text) === null
      ? { kind: 'paragraph', text: block.text, bold: false, indent: 0, at: block.at }
      : block
  })
}
