import type { Block } from '../document/block.ts'
import { fold } from '../document/words.ts'
import { announcementIn } from './announcers.ts'
import { isDirective } from './asking/asks.ts'
import { OBLIGES } from './asking/lexicon.ts'
import { candidate, type Candidate } from './candidate.ts'
import { closesList } from './closers.ts'
import { addressedBy } from './addressed-lines.ts'
import { partFrom, takeChildren, takeSlots } from './parts-below.ts'
import { runInLabel, type RunIn } from './run-in-label.ts'
import { isAnswerLabel, isSlotBlock, slotsAtEnd } from './slots.ts'

/** "The intent of this recommendation is to ..." explains; the wording follows. */
const INTENT = /^the (?:intent|purpose|aim|objective) of this recommendation\b/i

/** "On 12 March 2013, the Director replied:": what follows is somebody's answer. */
const REPLY = /^(?:on \d{1,2} \p{L}+ \d{4},? )?[^.]{3,80}\b(?:replied|responded|answered|advised|wrote)\b[^.]{0,40}(?::|$|that\b)/iu

/** Reads the item that a label opens: its wording on the same line or in the next block, the list below it, its labelled answers. */
export function readRunIn(blocks: Block[], start: number, section: string[]): { found: Candidate | null; end: number } {
  const first = blocks[start]
  const label = first && first.kind !== 'table' ? runInLabel(first.text) : null
  if (!first || !label) return { found: null, end: start + 1 }
  let end = start + 1
  let text = label.rest
  let place: Block = first
  if (INTENT.test(text)) text = ''
  const next = wordingAfter(blocks, start)
  if (label.code && !asksAtOnceBelow(next, start)) return { found: null, end }
  // The label may carry a title only; the wording is then the first paragraph below that asks for something.
  if (next !== null && (!text || (isTitle(text) && next.asks))) {
    place = blocks[next.at] ?? first
    text = place.kind === 'table' ? '' : place.text.replace(SOURCE_LINE, '')
    end = next.at + 1
    // A list below the label alone: its items are the parts, or the wording itself where it is one.
    if (place.kind === 'item' && place.marker.family !== 'bullet' && listsOn(blocks, next.at))
      return { found: partsOnly(blocks, start, next.at, label, section), end: endOfItems(blocks, next.at) }
  }
  if (!text || REPLY.test(text) || NOTHING.test(text)) return { found: null, end }
  const found = labelledCandidate(place, first, label, text, section)
  const answer = answerAfter(blocks, start)
  return { found, end: answer === null ? takeChildren(blocks, end, found) : takeUpTo(blocks, end, answer, found) }
}

function labelledCandidate(place: Block, first: Block, label: RunIn, text: string, section: string[]): Candidate {
  const slots = slotsAtEnd(text)
  return candidate(place, slots.rest || text, {
    at: first.at,
    ref: label.ref ?? numberOf(first),
    owner: slots.owner ?? addressedBy(text),
    timescale: slots.timescale,
    section,
    rule: 'run-in label',
    confidence: isDirective(text) ? 0.95 : 0.8,
    reason: `the label "${label.ref ?? 'Recommendation'}" stands before the wording`,
  })
}

/** A code alone names a recommendation only where the next block asks. */
const asksAtOnceBelow = (next: { at: number; asks: boolean } | null, start: number) => next !== null && next.asks && next.at === start + 1

/** "Recommendation: None." */
const NOTHING = /^(?:none|nil|n\/a|not applicable|no recommendations?(?: (?:is|are) made)?)\.?$/i

/** "Paragraph 2.15" on a line of its own between label and wording. */
const SOURCE_LINE = /^\(?paragraphs? \d+(?:\.\d+)*(?:(?:,| and| to|–|-) ?\d+(?:\.\d+)*)*\)?\s*/i

/** "Publish progress each year": a short line without a stop, which only names what the wording below asks. */
const isTitle = (text: string) => !/[.:;]["”’)]?$/.test(text) && text.split(' ').length <= 18 && !OBLIGES_IN.test(text)
const OBLIGES_IN = new RegExp(`\\b${OBLIGES}`, 'iu')

/** The item at `at` is the first of two or more that count. */
function listsOn(blocks: Block[], at: number): boolean {
  const [a, b] = [blocks[at], blocks[at + 1]]
  return (
    a?.kind === 'item' && b?.kind === 'item' && a.marker.family === b.marker.family && b.depth === a.depth && (a.marker.ordinal ?? 1) === 1
  )
}

function endOfItems(blocks: Block[], from: number): number {
  let end = from
  while (blocks[end]?.kind === 'item') end++
  return end
}

/** "Recommendation 5" whose wording is a list 1., 2.: the label's own words are its text, the items its parts. */
function partsOnly(blocks: Block[], start: number, from: number, label: RunIn, section: string[]): Candidate {
  const first = blocks[start] as Block
  const text =
    label.rest ||
    blocks
      .slice(from, endOfItems(blocks, from))
      .flatMap((b) => (b.kind === 'item' ? [`${b.marker.printed} ${b.text}`] : []))
      .join(' ')
  const found = candidate(first, text, {
    ref: label.ref ?? numberOf(first),
    section,
    rule: 'run-in label',
    confidence: 0.9,
    reason: `the label "${label.ref ?? 'Recommendation'}" stands before the list`,
  })
  if (label.rest) takeChildren(blocks, from, found, true)
  return found
}

const numberOf = (block: Block) =>
  block.kind === 'item' && block.marker.family !== 'bullet' ? block.marker.printed.replace(/[.)]$/, '') : null

/** "Finding 2: Changes to bank details": the next matter, not an answer to this one. */
const NEXT_FINDING = /^(?:finding|observation|issue|risk) (?:no\.? ?)?\d/i

/** Where a labelled answer to this recommendation begins ("Government response to recommendation 3"), before the next label. */
function answerAfter(blocks: Block[], start: number): number | null {
  for (let i = start + 1; i < Math.min(blocks.length, start + 24); i++) {
    const block = blocks[i]
    if (!block || block.kind === 'table' || runInLabel(block.text) || (block.kind === 'heading' && announcementIn(block.text))) return null
    if (block.kind === 'heading' && isAnswerLabel(block.text)) return NEXT_FINDING.test(block.text) ? null : i
  }
  return null
}

/** Where an answer follows, all that stands before it is the recommendation: paragraphs are its wording, items its parts. */
function takeUpTo(blocks: Block[], from: number, answer: number, found: Candidate): number {
  for (let i = from; i < answer; i++) {
    const block = blocks[i]
    // "Summary findings" between wording and answer heads something else.
    if (block?.kind === 'heading' && found.text !== '' && !block.text.endsWith(':')) return answer
    if (block?.kind === 'paragraph' && isSlotBlock(block.text)) {
      takeSlots(block.text, found)
      continue
    }
    if (block?.kind === 'item') {
      found.children.push(partFrom(block, found))
    } else if (block && block.kind !== 'table') {
      const cut = found.children.at(-1)
      // What begins in mid-sentence goes on with the part above it.
      const into = cut && /^[\p{Ll}(]/u.test(block.text) && !/[.;:]$/.test(cut.text) ? cut : found
      into.text = fold(`${into.text} ${block.text}`)
    }
  }
  found.directive = isDirective(found.text)
  return answer
}

const answersIt = (text: string) => isAnswerLabel(text) || isSlotBlock(text) || REPLY.test(text)

function wordingAfter(blocks: Block[], start: number): { at: number; asks: boolean } | null {
  let firstText: number | null = null
  for (let i = start + 1; i < Math.min(blocks.length, start + 4); i++) {
    const block = blocks[i]
    if (!block || block.kind === 'table' || runInLabel(block.text) || answersIt(block.text)) break
    if (block.kind === 'heading' && (closesList(block.text) || /^\d+(?:\.\d+)+\s/.test(block.text))) break
    if (addressesList(blocks, i)) return { at: i, asks: true }
    if (block.kind === 'heading' && (firstText !== null || !isDirective(block.text))) {
      if (announcementIn(block.text) || firstText !== null) break
      continue
    }
    if (INTENT.test(block.text) || fold(block.text).replace(SOURCE_LINE, '') === '') continue
    if (isDirective(block.text.replace(SOURCE_LINE, '')) || opensList(blocks, i)) return { at: i, asks: true }
    firstText ??= i
  }
  return firstText === null ? null : { at: firstText, asks: false }
}

/** "The Department of Example:" before the letters that say what it is to do. */
function addressesList(blocks: Block[], at: number): boolean {
  const [block, next] = [blocks[at], blocks[at + 1]]
  return block !== undefined && block.kind !== 'table' && addressedBy(block.text) !== null && next?.kind === 'item'
}

/** "To let commissions work well:" before the items that ask. */
function opensList(blocks: Block[], at: number): boolean {
  const [block, next] = [blocks[at], blocks[at + 1]]
  return block?.kind === 'paragraph' && block.text.endsWith(':') && next?.kind === 'item' && isDirective(next.text)
}
