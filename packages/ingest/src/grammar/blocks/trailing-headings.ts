import type { Block } from '../../document/block.ts'
import { fold } from '../../document/words.ts'
import { announcementIn } from '../announcers.ts'

/** A sentence's end, then one to three words that end in no stop: what stood as a heading on a line of its own. */
const TRAILING = /^(.*[\p{L}\d)][.?!:]["”’']?)\s+((?:[A-Z][\p{L}’-]*)(?: (?:[\p{L}’-]+|\d{1,2}|[IVX]{1,4})){0,2}:?)$/su
const HEADS =
  /^(?:findings?|issues?(?: (?:\d{1,2}|[ivx]{1,4}))?|conclusions?|discussion|background|analysis|observations?|comments?|responses?)$/i

/**
 * In text that a machine read from paper, a heading may stand at the end of the paragraph above it: "... were destroyed. Recommendations".
 * It is parted from it where its words announce or end a list.
 */
export function splitTrailingHeadings(blocks: Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.kind === 'table') return [block]
    const text = fold(block.text)
    const [, before, after] = TRAILING.exec(text) ?? []
    if (!before || !after || before.split(' ').length < 4) return asRead(block)
    const heads = HEADS.test(after.replace(/:$/, '')) || announcementIn(asPrinted(after))?.kind === 'recommendations'
    if (!heads) return [block]
    const rest: Block =
      block.kind === 'heading' ? { kind: 'paragraph', text: before, bold: false, indent: 0, at: block.at } : { ...block, text: before }
    return [rest, { kind: 'heading', text: asPrinted(after), level: null, at: block.at }]
  })
}

/** A short line that reads as the word with its letters misread is that heading: "Recornmendat ion". */
function asRead(block: Block): Block[] {
  if (block.kind !== 'paragraph' && block.kind !== 'heading') return [block]
  const printed = asPrinted(block.text)
  return printed === block.text
    ? [block]
    : [{ kind: 'heading', text: printed, level: block.kind === 'heading' ? block.level : null, at: block.at }]
}

/** What machines make of "m" and of spaces inside a word. */
function asPrinted(text: string): string {
  const letters = text
    .replace(/[\s.:]/g, '')
    .replace(/rn/g, 'm')
    .toLowerCase()
  const known = /^recommendations?$/.exec(letters)?.[0]
  return known && text.length <= known.length + 4 && text.trim().toLowerCase() !== known
    ? known.charAt(0).toUpperCase() + known.slice(1)
    : text
}
