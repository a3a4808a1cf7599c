import { textOfLine, type Line } from '../document/line.ts'
import { splitMarker } from '../document/marker.ts'
import type { BodyStyle } from './body-style.ts'

const LONGEST = 150
/** `afterHeading` when the block before is a heading. */
export type Around = { before: Line | undefined; after: Line | undefined; body: BodyStyle; afterHeading?: boolean }

/** Whether a printed line is a heading: larger or bolder than the body, or, where letters have neither, a short line apart that does not end like a sentence. */
export function isHeadingLine(line: Line, around: Around): boolean {
  const text = textOfLine(line).trim()
  if (line.level !== null) return text.length > 0
  if (!text || text.length > LONGEST || line.segments.length > 1 || !/[\p{L}]{3}/u.test(text)) return false
  const marker = splitMarker(text)
  const chapter = marker?.marker.family === 'roman' && /^[IVX]+[.)]$/.test(marker.marker.printed)
  if (marker && !chapter && !['number', 'decimal', 'letter'].includes(marker.marker.family)) return false
  if (announcesAlone(text, line, around)) return true
  if (chapter) return false
  if (!line.bold && OPENS_LIST.test(text)) return false
  // A sentence may end in the paragraph it comes from: "... for longer than an hour. (1.4)".
  if (/[.;,]$|[.!?](?: ?\([\w ,.–-]{1,30}\)){1,3}$/.test(text) || /^\p{Ll}/u.test(marker?.rest ?? text)) return false
  if (around.body.size > 0) return isSetAsHeading(line, text, marker?.rest ?? null, around)
  return line.bold || apartAndShort(line, text, marker !== null, around)
}

/** Where letters have sizes: larger than the body, bold, or a short line with white space around it. */
function isSetAsHeading(line: Line, text: string, markedRest: string | null, around: Around): boolean {
  const { body, before, after } = around
  // Bold words that begin a sentence which goes on below in ordinary letters.
  const below = after ? textOfLine(after).trim() : ''
  if (
    line.bold &&
    after &&
    !after.bold &&
    after.gap < 0.3 &&
    after.page === line.page &&
    Math.abs(after.size - line.size) < 0.6 &&
    /^\p{Ll}/u.test(below) &&
    !splitMarker(below)
  )
    return false
  if (line.size > body.size * 1.12) return true
  if (!line.bold) return markedRest === null && setApart(line, text, around)
  if (markedRest !== null && /\.\s/.test(markedRest)) return false
  // The second line of a bold sentence.
  const sentence = before?.bold && before.size === line.size && line.gap < 0.3 && before.segments.length === 1 ? textOfLine(before) : ''
  return !(sentence.length > 60 && /[,;a-z]$/.test(sentence))
}

/** A line that announces recommendations, or sets their timescale, is a heading however it is set, unless it is part of a sentence. */
function announcesAlone(text: string, line: Line, around: Around): boolean {
  if (text.split(/\s+/).length > 14 || /[.,;]$/.test(text) || /^\p{Ll}/u.test(text)) return false
  return standsAlone(line, around) && around.body.cues.heads(text)
}

function standsAlone(line: Line, { before, after, body }: Around): boolean {
  const below = after ? textOfLine(after).trim() : ''
  if (after && after.gap < 0.3 && /^\p{Ll}/u.test(below) && !splitMarker(below)) return false
  const unset = body.size > 0 && !line.bold && line.size <= body.size * 1.05
  const close = line.gap < 0.2 && !line.ruleAbove && before?.page === line.page
  if (unset && (line.right > body.right * 0.8 || close)) return false
  return line.gap >= 0.3 || !before || /[.:?!]$/.test(textOfLine(before)) || textOfLine(before).length < 60
}

/** "The council should:" opens a list and heads nothing. */
const OPENS_LIST = /^(?:\S+ ){2,}(?:should|must|shall)\b.*:$/

/** In plain text: a short line with white space above and below, or after a sentence and before a new one. */
function apartAndShort(line: Line, text: string, marked: boolean, { before, after, body, afterHeading }: Around): boolean {
  const words = text.split(/\s+/).length
  if (text.length > Math.min(100, body.wrap * 0.9) || words > 14) return false
  const above = before ? textOfLine(before).trim() : ''
  const below = after ? textOfLine(after).trim() : ''
  if (marked) return line.gap >= 1 && (after?.gap ?? 0) >= 1 && words <= 8 && !text.endsWith(':')
  const opens = line.gap >= 1 || !before || /[.!?:]$/.test(above) || (afterHeading === true && (after?.gap ?? 0) >= 1)
  // A line that was broken at the margin goes on, whatever letter the next begins with.
  const full = text.length > body.wrap * 0.7
  const nextOpens = !after || after.gap >= 1 || (!full && /^[\p{Lu}\d(“‘]/u.test(below)) || splitMarker(`${below} `) !== null
  return opens && nextOpens && /^[\p{Lu}\d“‘]/u.test(text)
}

/** In a page with letter sizes: a short line of body letters with white space on both sides, or before a list. */
function setApart(line: Line, text: string, { after, body }: Around): boolean {
  if (
    text.length > 90 ||
    line.right > body.right * 0.75 ||
    !/^[\p{Lu}“‘]/u.test(text) ||
    line.gap < 0.35 ||
    !after ||
    after.page !== line.page
  )
    return false
  return after.gap >= 0.35 || splitMarker(`${textOfLine(after).trim()} `) !== null
}
