import { textOf, type Block, type Table } from '../document/block.ts'
import { fold } from '../document/words.ts'
import { announcementIn } from './announcers.ts'
import { candidate, type Candidate } from './candidate.ts'
import { isFormalRecommendation } from './asking/asks.ts'
import { isFirstPerson, recommendedItself, sentencesOf } from './first-person.ts'
import { takeChildren } from './parts-below.ts'
import { under, type HeadingPath } from './heading-path.ts'

/** "Therefore, the Board recommends that" with the wording in a paragraph of its own. */
const OPEN = /\b(?:the )?(?:board|commission|bureau|branch|panel|inquiry|committee|agency) (?:therefore )?recommends that:?\s*$/i
/** "Transport Board Recommendation A22-04" on a line of its own below the wording. */
const NUMBER_BELOW = /^(?:\p{L}[\p{L}’'.]* ){0,5}recommendation ([A-Z]?\d{2,4}[-/]\d{2,4})$/iu
/** Advice to readers is no recommendation to a body. */
const TO_THE_PUBLIC =
  /\brecommend(?:ed|s)? (?:that )?(?:(?:all|any|most|uk|british|eu|our|affected) )*(?:you|nationals|citizens|travell?ers|visitors|residents|customers|users|readers|people|everyone|anyone|individuals|businesses|consumers|patients|parents)\b/i
const QUOTED = /^["“‘']|\b(?:previously|last year|our (?:previous|last|earlier)|in (?:19|20)\d{2} (?:we|i))\b/i

/** "Response by the Authority": what is quoted there was recommended before; "Q3. ...": an answer to a bidder. */
const ANSWERED = /^(?:response|reply|comments?) (?:by|from|of)\b|^(?:q|question) ?\d/i

/**
 * Sentences in running text that recommend in the first person ("We recommend that ...") or formally ("The Board recommends that ...").
 * Used where a document has no list. A list that such a sentence opens holds its parts.
 */
export function readProse(blocks: Block[]): Candidate[] {
  const out: Candidate[] = []
  const authors = acronymsThatRecommend(blocks)
  let path: HeadingPath = []
  blocks.forEach((block, i) => {
    if (block.kind === 'heading') path = under(path, block)
    if (block.kind === 'table' || (block.kind === 'paragraph' && block.quoted) || ANSWERED.test(path.at(-1)?.text ?? '')) return
    const section = path.map((h) => h.text)
    const opened = openedBy(block, blocks[i + 1], section, blocks[i + 2])
    if (opened) out.push(opened)
    else if (block.kind !== 'heading') out.push(...recommendingSentences(blocks, i, section, authors))
  })
  return onlyIssued(inAnnouncedSections(out).map(withIssuedNumber))
}

/** "Therefore, the Board recommends that", with the wording in the next paragraph. */
function openedBy(block: Exclude<Block, Table>, next: Block | undefined, section: string[], then?: Block): Candidate | null {
  const opening = OPEN.exec(fold(block.text))?.[0]
  if (!opening || !next || next.kind === 'table' || next.kind === 'heading') return null
  return candidate(next, `${opening.trim()} ${next.text}`, {
    ref: then && then.kind !== 'table' ? (NUMBER_BELOW.exec(fold(then.text))?.[1] ?? null) : null,
    section,
    rule: 'recommending sentence',
    confidence: 0.7,
    reason: 'a sentence that recommends formally and goes on in the next paragraph',
  })
}

/** "The CPT recommends" in a document whose first pages name the CPT, or more than once: the author by its letters. */
function acronymsThatRecommend(blocks: Block[]): RegExp {
  const whole = blocks.map(textOf).join('\n')
  const known = [...new Set(Array.from(whole.matchAll(/\b(\p{Lu}{2,7}) recommend(?:s|ed) that\b/gu), (m) => m[1] ?? ''))].filter(
    (name) => !OTHERS.test(name) && (whole.match(new RegExp(`\\b${name} recommend`, 'g'))?.length ?? 0) >= 2,
  )
  return new RegExp(`^(?:the )?(?:${known.join('|') || '(?!)'}) (?:\\p{Ll}+ )?recommend(?:s|ed)\\b`, 'iu')
}
const OTHERS = /^(?:WHO|NICE|EU|UN|OECD|IMF|ISO|CDC|FDA)$/

function recommendingSentences(blocks: Block[], i: number, section: string[], authors: RegExp): Candidate[] {
  const block = blocks[i]
  if (!block || block.kind === 'table') return []
  const sentences = sentencesOf(block.text)
  return sentences.flatMap((sentence, n) => {
    if (sentence.length < 40 || isOthers(sentence, block.text)) return []
    if (recommendedItself(sentence) && FOLLOWS_UP.test(`${blocks[0] ? textOf(blocks[0]) : ''} ${sentences.slice(0, n).join(' ')}`))
      return []
    const formal = (n === 0 || CONCLUDES.test(sentence)) && (isFormal(sentence) || authors.test(sentence))
    if (!isFirstPerson(sentence) && !recommendedItself(sentence) && !formal) return []
    const made = candidate(block, sentence, {
      ref: sentences.length === 1 ? numberOf(block) : null,
      section,
      rule: 'recommending sentence',
      confidence: 0.55,
      reason: 'a sentence of the running text that recommends in so many words; the document has no list',
    })
    if (n === sentences.length - 1 && /[:–—-]$/.test(sentence)) takeChildren(blocks, i + 1, made)
    return [made]
  })
}

/** The number of a paragraph that the report counts. */
const numberOf = (block: Block) =>
  block.kind === 'item' && block.marker.family === 'number' ? block.marker.printed.replace(/[.)]$/, '') : null

/** Quoted, or said to the public. */
const isOthers = (sentence: string, text: string) =>
  QUOTED.test(sentence) || TO_THE_PUBLIC.test(sentence) || insideQuotation(text, sentence)

/** A follow-up tells again what an earlier report recommended. */
const FOLLOWS_UP =
  /\bfollow(?:ing|ed)?[- ]?up\b|\bin our (?:\p{L}+ )?(?:report|review|audit)\b|\b(?:previous|earlier|last) (?:report|review|audit|year)\b/iu

/** "Therefore, the Board recommends": the text before leads to it, wherever it is in its paragraph. */
const CONCLUDES =
  /^(?:therefore|accordingly|consequently|for (?:this|these) reasons?)\b|^the \p{L}+ (?:therefore|accordingly|consequently) recommends\b/iu

/** Between an opening quotation mark and its closing one. */
function insideQuotation(text: string, sentence: string): boolean {
  const before = text.slice(0, Math.max(0, text.indexOf(sentence.slice(0, 40))))
  return before.lastIndexOf('“') > before.lastIndexOf('”')
}

function isFormal(sentence: string): boolean {
  return (
    isFormalRecommendation(sentence) &&
    /\b(?:board|commission(?:er)?|bureau|branch|panel|inquiry|committee|agency|review|inspectorate|inspectors?|ombudsman|auditor(?:[- ]general)?|council|task ?force|group|coroner|jury|aaib|raib|maib|atsb|taic|ntsb|bea|hm\w+|cqc|ofsted|nao|hssib|hsib|chirp) (?:has |have )?(?:therefore |also |further |strongly )?recommend(?:s|ed)\b/i.test(
      sentence.slice(0, 160),
    )
  )
}

/** Where a section is headed as recommendations, the recommendations of the analysis before it are repeated there. */
function inAnnouncedSections(found: Candidate[]): Candidate[] {
  const announced = found.filter((c) => c.section.some((h) => announcementIn(h)?.kind === 'recommendations'))
  return announced.length >= 2 ? announced : found
}

/** Where most were issued under numbers, one without reports on them. */
function onlyIssued(found: Candidate[]): Candidate[] {
  const issued = found.filter((c) => /[-/]/.test(c.ref ?? ''))
  return issued.length >= 2 && issued.length >= found.length / 2 ? issued : found
}

/** "(018/14)" after the wording is the number under which it was issued. */
function withIssuedNumber(c: Candidate): Candidate {
  const match = /\s*\((\d{2,4}\/\d{2,4}|[A-Z]-\d{2}-\d{1,3})\)\.?$/.exec(c.text)
  return match && !c.ref ? { ...c, ref: match[1] ?? null, text: c.text.slice(0, match.index).trim() } : c
}
