import type { Block } from '../../document/block.ts'

/** "a" and a capital, as some auditors letter their recommendations: no stop, no bracket. */
const LETTERED = /^([a-z]) (?=\p{Lu})/u

/** Paragraphs that begin with a, b, c and so on, each before a capital, are the items of a list; one alone may begin with an article. */
export function letteredParagraphs(blocks: Block[]): Block[] {
  const out = [...blocks]
  for (let i = 0; i < blocks.length; i++) {
    let end = i
    while (letterOf(blocks[end]) === String.fromCharCode(97 + end - i)) end++
    if (end - i < 2) continue
    for (let k = i; k < end; k++) out[k] = asItem(blocks[k] as Block)
    i = end - 1
  }
  return out
}

const letterOf = (block: Block | undefined) => (block?.kind === 'paragraph' ? LETTERED.exec(block.text)?.[1] : undefined)

function asItem(block: Block): Block {
  if (block.kind !== 'paragraph') return block
  const letter = block.text.charAt(0)
  const marker = { family: 'letter' as const, printed: letter, ordinal: letter.charCodeAt(0) - 96 }
  return { kind: 'item', marker, depth: 0, text: block.text.slice(2), at: block.at }
}
