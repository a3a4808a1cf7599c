import type { Block } from '../document/block.ts'
import { splitMarker } from '../document/marker.ts'
import { fold } from '../document/words.ts'
import { announcementIn } from './announcers.ts'

const RUN_IN = /^([\p{L}’' ]{6,60}?)\s*:\s+(\S.{15,})$/su

/** "concerns: (1) The road ...": an announcing heading that runs into its text is parted from it. */
export function splitRunInHeadings(blocks: Block[]): Block[] {
  const out: Block[] = []
  for (const block of blocks) {
    if (
      block.kind === 'paragraph' &&
      block.text.length < 70 &&
      /^\p{Lu}/u.test(block.text) &&
      !/[.;,]$/.test(block.text) &&
      announcementIn(block.text)
    ) {
      out.push({ kind: 'heading', text: block.text, level: null, at: block.at })
      continue
    }
    const match = block.kind === 'paragraph' ? RUN_IN.exec(fold(block.text)) : null
    const announced = match?.[1] && !/^recommendation$/i.test(match[1]) ? announcementIn(match[1]) : null
    if (!match || !announced || block.kind !== 'paragraph') {
      out.push(block)
      continue
    }
    const rest = match[2] ?? ''
    const marked = splitMarker(rest)
    out.push({ kind: 'heading', text: match[1] ?? '', level: null, at: block.at })
    out.push(marked?.rest ? { kind: 'item', marker: marked.marker, depth: 0, text: marked.rest, at: block.at } : { ...block, text: rest })
  }
  return out.map((b, i) => ({ ...b, at: { ...b.at, paragraph: i + 1 } }))
}
