import type { Heading, Item, Paragraph } from '../document/block.ts'
import { textOfLine, type Line } from '../document/line.ts'
import { splitMarker, type Marker } from '../document/marker.ts'
import { readsLikeSentenceStart } from '../document/words.ts'
import type { BodyStyle } from './body-style.ts'

/** The block that is being put together, the last line it took, and where its marker and its text begin. */
export type Open = { block: Heading | Paragraph | Item; last: Line; x: number; textX: number }

/** "date: 2023-05-25" below "id: ...": a record of one field a line. */
const KEYED = /^[A-Za-z][\w ]{1,24}:\s/
/** A label that opens a recommendation opens a block, whatever stands above. */
const LABELLED = /^(?:(?:our|pac|safety|audit) )?recommendation(?: \d{1,3}[a-z]?)?\s*[:–—](?=\s+\p{Lu}|$)/iu
const ENDED = /[.!?:;]["”’)]?$|[.!?] ?\([\w ,./–-]{1,30}\)\.?$/
const UNFINISHED = /[,–-]$|\b(?:and|or|the|of|to|in|for|with|a|by|that|on|is|are|be|as|at|from|their|its|which|who)$/

/** Whether a line was broken at the margin, so that its sentence may go on in the next. */
export function isFullLine(line: Line, body: BodyStyle): boolean {
  return body.size > 0 ? line.right > body.right * 0.8 : textOfLine(line).length > body.wrap * 0.7
}

/** A heading of several lines: set alike, close together, not ended. */
export function headingGoesOn(was: Open, line: Line, body: BodyStyle): boolean {
  // A title may be broken after its colon.
  const title = body.size > 0 && line.size > body.size * 1.3 && was.block.text.endsWith(':')
  if (line.level !== null || (!title && /[.?!:]$/.test(was.block.text))) return false
  const counted = splitMarker(textOfLine(line).trim())
  if (counted && /^(?:number|decimal|reference)$/.test(counted.marker.family)) return false
  const sameStyle = Math.abs(was.last.size - line.size) < 0.6 && was.last.bold === line.bold
  if (body.size > 0) return sameStyle && line.gap < 0.5 && !line.ruleAbove
  return line.gap === 0 && was.block.text.length > body.wrap * 0.45 && /^[\p{Ll}(]/u.test(textOfLine(line))
}

/** A bold paragraph's second line looks like a heading and is none. */
export function boldParagraphGoesOn(was: Open, line: Line): boolean {
  if (was.block.kind !== 'paragraph' || !was.block.bold || line.level !== null || line.gap >= 0.5 || line.ruleAbove) return false
  const sameStyle = line.bold === was.last.bold && Math.abs(line.size - was.last.size) < 0.6
  return sameStyle && !/[.:;?!]$/.test(was.block.text) && was.last.right > 0.8 * line.right && was.block.text.length > 60
}

/** "2014. The council ..." or "e. g." at the start of a broken line belongs to the sentence before, not to a list. */
export function markerIsProse(marker: Marker, rest: string, was: Open, line: Line, body: BodyStyle): boolean {
  if (was.block.kind === 'heading' || !isFullLine(was.last, body) || line.ruleAbove) return false
  if (marker.family === 'bullet') return dashIsProse(marker, rest, was, line)
  if (line.gap >= 0.5 || marker.family === 'reference' || (marker.ordinal ?? 1) === 1) return false
  if (
    was.block.kind === 'item' &&
    was.block.marker.family === marker.family &&
    (marker.ordinal ?? 0) === (was.block.marker.ordinal ?? -9) + 1
  )
    return false
  return !/[.:;?!)”’]$/.test(was.block.text) && !/[;,] (?:and|or)$/.test(was.block.text)
}

function dashIsProse(marker: Marker, rest: string, was: Open, line: Line): boolean {
  if (!/^[-–—]$/.test(marker.printed) || line.gap >= 0.3 || ENDED.test(was.block.text)) return false
  return line.x >= was.textX - 2 && line.x !== was.x && /^\p{Ll}/u.test(rest) && was.last.page === line.page
}

/** Whether a line without a marker goes on with the open block. */
export function continues(was: Open, line: Line, body: BodyStyle): boolean {
  const text = textOfLine(line).trim()
  if (line.ruleAbove || LABELLED.test(text) || body.cues.labels(text) || (KEYED.test(text) && KEYED.test(textOfLine(was.last))))
    return false
  // "... the following recommendations:" and below it "To the Ministry of Transport:".
  if ((was.block.text.endsWith(':') || /^and (?:that|to) /.test(text)) && body.cues.addresses(text)) return false
  const apart = line.page !== was.last.page || line.gap >= (body.size > 0 ? 0.45 : 1)
  if (apart) return continuesAfterSpace(was, line, text, body)
  return body.size > 0 ? continuesOnPage(was, line, text, body) : continuesInText(was, line, text, body)
}

function continuesAfterSpace(was: Open, line: Line, text: string, body: BodyStyle): boolean {
  if (ENDED.test(was.block.text) || /[.)] \(\p{Lu}{1,3}-$/u.test(was.block.text)) return false
  if (/^[\p{Ll}(]/u.test(text) || UNFINISHED.test(was.block.text)) return true
  // A capital after an unfinished line over a page end: the same indent and letters, and a full line before.
  const turned = line.page !== was.last.page && body.size > 0
  return turned && was.last.right > body.right * 0.86 && Math.abs(line.x - was.textX) < 4 && line.size === was.last.size && !line.bold
}

function continuesOnPage(was: Open, line: Line, text: string, body: BodyStyle): boolean {
  const ended = ENDED.test(was.block.text)
  if (Math.abs(line.size - was.last.size) > was.last.size * 0.18 || (line.bold && !was.last.bold && ended)) return false
  if (was.block.kind === 'item' && line.x > was.x + 1) return true
  // Items set flush with their numbers go on like paragraphs.
  if (was.block.kind === 'item' && (was.block.marker.family === 'bullet' || Math.abs(line.x - was.x) > 2 || !isFullLine(was.last, body)))
    return !ended && /^[\p{Ll}(]/u.test(text)
  return line.x < was.last.x + 30 && !(ended && readsLikeSentenceStart(text) && wouldHaveFitted(text, was.last, body))
}

function continuesInText(was: Open, line: Line, text: string, body: BodyStyle): boolean {
  const ended = ENDED.test(was.block.text)
  const lower = /^[\p{Ll}(]/u.test(text)
  if (was.block.kind === 'item' && line.x > was.x) return true
  // One paragraph a line: only a sentence that was cut goes on.
  if (body.wrap > 200) return lower && !ended
  // "... each month. (F-12-7)": its reference ends a recommendation.
  if (/[.!?] \(\p{Lu}[\p{L}\d./–-]{2,14}\)$/u.test(was.block.text) && /^\p{Lu}/u.test(text)) return false
  // Two paragraphs that begin alike, the first of them ended: "The partnership must ... The partnership needs to ...".
  if (ended && beginsAlike(was.block.text, text)) return false
  return lower || (textOfLine(was.last).length > body.wrap * 0.72 && !(ended && wouldHaveFitted(text, was.last, body)))
}

const beginsAlike = (a: string, b: string) => a.split(' ').slice(0, 3).join(' ') === b.split(' ').slice(0, 3).join(' ')

/** A line is broken where the next word does not fit. Where it would have fitted, the writer ended the paragraph. */
function wouldHaveFitted(text: string, last: Line, body: BodyStyle): boolean {
  const letters = textOfLine(last).length
  const width = letters ? (last.right - last.x) / letters : 5
  const word = text.split(/\s/)[0] ?? ''
  return last.right + (word.length + 1) * width < body.right - width
}
