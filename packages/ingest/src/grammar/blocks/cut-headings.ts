import type { Block } from '../../document/block.ts'
import { joinBroken } from '../../document/words.ts'

/** A sentence that was begun: "Guard against it. Regulators should", with no stop at its end. */
const BEGUN = /[.?!] .*[\p{L},)]$/su

/** A heading that holds the beginning of a sentence, and a paragraph that goes on in small letters: markup that swallowed a line. Both are one paragraph. */
export function joinCutHeadings(blocks: Block[]): Block[] {
  const out: Block[] = []
  for (const block of blocks) {
    const last = out.at(-1)
    const cut = last?.kind === 'heading' && (BEGUN.test(last.text) || last.text.length > 90)
    if (last?.kind === 'heading' && cut && block.kind === 'paragraph' && /^\p{Ll}/u.test(block.text))
      out[out.length - 1] = { ...block, text: joinBroken(last.text, block.text), at: last.at }
    else out.push(block)
  }
  return out
}
