import type { Block } from '../document/block.ts'
import { fold } from '../document/words.ts'
import { announcementIn } from './announcers.ts'
import { candidate, type Candidate } from './candidate.ts'
import { isFormalRecommendation } from './directives.ts'
import { under, type HeadingPath } from './heading-path.ts'

const FIRST_PERSON =
  /^(?:(?:accordingly|therefore|consequently|finally|further|secondly|thirdly|in addition|for (?:this|these) reasons?)?,?\s*)(?:we|i) (?:therefore |also |further |strongly |accordingly )?recommend(?:,? [^.]{0,60}?,)? (?:that|to|the|an?)\b/i
/** "Therefore, the Board recommends that" with the wording in a paragraph of its own. */
const OPEN = /\b(?:the )?(?:board|commission|bureau|branch|panel|inquiry|committee|agency) (?:therefore )?recommends that:?\s*$/i
/** Advice to readers is no recommendation to a body. */
const TO_THE_PUBLIC =
  /\brecommend(?:ed|s)? (?:that )?(?:(?:all|any|most|uk|british|eu|our|affected) )*(?:you|nationals|citizens|travell?ers|visitors|residents|customers|users|readers|people|everyone|anyone|individuals|businesses|consumers|patients|parents)\b/i
const QUOTED = /^["“‘']|\b(?:previously|last year|our (?:previous|last|earlier)|in (?:19|20)\d{2} (?:we|i))\b/i

/** Sentences in running text that recommend in the first person ("We recommend that ...") or formally ("The Board recommends that ..."). Used where a document has no list. */
export function readProse(blocks: Block[]): Candidate[] {
  const out: Candidate[] = []
  let path: HeadingPath = []
  blocks.forEach((block, i) => {
    if (block.kind === 'heading') path = under(path, block)
    if (block.kind === 'table') return
    const next = blocks[i + 1]
    if (OPEN.test(block.text) && next && next.kind !== 'table' && next.kind !== 'heading') {
      const opening = OPEN.exec(fold(block.text))?.[0] ?? ''
      out.push(
        candidate(next, `${opening.trim()} ${next.text}`, {
          section: path.map((h) => h.text),
          rule: 'recommending sentence',
          confidence: 0.7,
          reason: 'a sentence that recommends formally and goes on in the next paragraph',
        }),
      )
      return
    }
    if (block.kind === 'heading') return
    const sentences = fold(block.text).split(/(?<=[.!?])\s+(?=[A-Z“])/)
    sentences.forEach((sentence, n) => {
      if (sentence.length < 40 || QUOTED.test(sentence) || TO_THE_PUBLIC.test(sentence)) return
      const formal =
        n === 0 &&
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
  })
  return inAnnouncedSections(out).map(withIssuedNumber)
}

/** Where a section is headed as recommendations, what the analysis before it recommends is told there again. */
function inAnnouncedSections(found: Candidate[]): Candidate[] {
  const announced = found.filter((c) => c.section.some((h) => announcementIn(h)?.kind === 'recommendations'))
  return announced.length >= 2 ? announced : found
}

/** "(018/14)" after the wording is the number under which it was issued. */
function withIssuedNumber(c: Candidate): Candidate {
  const match = /\s*\((\d{2,4}\/\d{2,4}|[A-Z]-\d{2}-\d{1,3})\)\.?$/.exec(c.text)
  return match && !c.ref ? { ...c, ref: match[1] ?? null, text: c.text.slice(0, match.index).trim() } : c
}
