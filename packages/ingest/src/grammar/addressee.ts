import { textOf, type Block } from '../document/block.ts'
import { fold, wordsOf } from '../document/words.ts'
import type { Candidate } from './candidate.ts'

const SENT_TO = /^(?:this report is being sent to|receivers?|sent to|addressees?)\s*:?\s*(.*)$/i

/**
 * Whom a whole list is addressed to. A coroner's report names its receiver. Where the sentence that opens a list says for whom it is meant
 * ("intended to support councils and their partners"), the same words as a sentence's subject name that class again, not an owner.
 */
export function addresseeOf(blocks: Block[]): (c: Candidate) => { list: string | null; ignored: (subject: string) => boolean } {
  const receiver = receiverOf(blocks)
  return (c) => {
    const intro = introBefore(blocks, c)
    return {
      list: c.kind === 'matters of concern' ? receiver : null,
      ignored: (subject) => intro !== null && names(intro, subject),
    }
  }
}

function receiverOf(blocks: Block[]): string | null {
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as Block
    const match = SENT_TO.exec(fold(textOf(block)).replace(/^\d{1,2}\s+/, ''))
    if (!match) continue
    const here = (match[1] ?? '').trim()
    if (here && here.length < 500) return here.replace(/^\(?1[.)]\s*/, '')
    const next = blocks[i + 1]
    if (next && textOf(next).length < 120) return fold(textOf(next)).replace(/^\(?1[.)]\s*/, '')
  }
  return null
}

function introBefore(blocks: Block[], c: Candidate): string | null {
  for (let i = c.at.paragraph - 2; i >= 0 && i > c.at.paragraph - 14; i--) {
    const block = blocks[i]
    if (block?.kind === 'heading') return null
    if (
      block?.kind === 'paragraph' &&
      /\brecommendations\b/i.test(block.text) &&
      /\b(?:support|help|assist|aimed at|intended (?:for|to))\b/i.test(block.text) &&
      !/\b(?:should|must)\b/.test(block.text)
    )
      return block.text
  }
  return null
}

function names(intro: string, subject: string): boolean {
  return ` ${wordsOf(intro).join(' ')} `.includes(` ${wordsOf(subject).join(' ')} `)
}
