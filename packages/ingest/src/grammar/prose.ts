import type { Block } from '../document/block.ts'
import { fold } from '../document/words.ts'
import { candidate, type Candidate } from './candidate.ts'
import { isFormalRecommendation } from './directives.ts'
import { under, type HeadingPath } from './heading-path.ts'

const FIRST_PERSON =
  /^(?:(?:accordingly|therefore|consequently|finally|further|secondly|thirdly|in addition|for (?:this|these) reasons?)?,?\s*)(?:we|i) (?:therefore |also |further |strongly |accordingly )?recommend(?:,? [^.]{0,60}?,)? (?:that|to|the|an?)\b/i
const QUOTED = /^["“‘']|\b(?:previously|last year|our (?:previous|last|earlier)|in (?:19|20)\d{2} (?:we|i))\b/i

/** Sentences in running text that recommend in the first person ("We recommend that ...") or formally ("The Board recommends that ..."). Used where a document has no list. */
export function readProse(blocks: Block[]): Candidate[] {
  const out: Candidate[] = []
  let path: HeadingPath = []
  for (const block of blocks) {
    if (block.kind === 'heading') path = under(path, block)
    if (block.kind !== 'paragraph' && block.kind !== 'item') continue
    const sentences = fold(block.text).split(/(?<=[.!?])\s+(?=[A-Z“])/)
    sentences.forEach((sentence, i) => {
      if (sentence.length < 40 || QUOTED.test(sentence)) return
      const formal =
        i === 0 &&
        isFormalRecommendation(sentence) &&
        /\brecommends\b|\b(?:board|commission|bureau|branch|panel|inquiry|aaib|raib|maib|atsb|taic|ntsb|bea) (?:has |have )?(?:therefore |also )?recommended\b/i.test(
          sentence.slice(0, 160),
        )
      if (!FIRST_PERSON.test(sentence) && !formal) return
      out.push(
        candidate(block, sentence, {
          section: path.map((h) => h.text),
          rule: 'recommending sentence',
          confidence: 0.55,
          reason: 'a sentence of the running text that recommends in so many words; the document has no list',
        }),
      )
    })
  }
  return out
}
