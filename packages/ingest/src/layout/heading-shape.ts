import { textOfLine, type Line } from '../document/line.ts'
import { splitMarker } from '../document/marker.ts'
import { announcementIn } from '../grammar/announcers.ts'
import type { BodyStyle } from './body-style.ts'

const LONGEST = 150

/** Whether a printed line is a heading: larger or bolder than the body, or, where letters have neither, a short line apart that does not end like a sentence. */
export function isHeadingLine(line: Line, before: Line | undefined, after: Line | undefined, body: BodyStyle): boolean {
  const text = textOfLine(line).trim()
  if (line.level !== null) return text.length > 0
  if (!text || text.length > LONGEST || line.segments.length > 1 || !/[\p{L}]{3}/u.test(text)) return false
  const marker = splitMarker(text)
  if (marker && marker.marker.family !== 'number' && marker.marker.family !== 'decimal' && marker.marker.family !== 'letter') return false
  if (announcesAlone(text, line, before, after, body)) return true
  if (/[.;,]$/.test(text) && !/\betc\.$/.test(text)) return false
  if (/^[\p{Ll}]/u.test(marker?.rest ?? text)) return false
  if (body.size > 0) {
    if (line.size > body.size * 1.12) return true
    if (!line.bold) return !marker && setApart(line, after, body, text)
    return (
      line.bold &&
      !marker?.rest.match(/\.\s/) &&
      !(
        before?.bold &&
        before.size === line.size &&
        line.gap < 0.3 &&
        before.segments.length === 1 &&
        /[,;]$|[a-z]$/.test(textOfLine(before)) &&
        textOfLine(before).length > 60
      )
    )
  }
  if (line.bold) return true
  return apartAndShort(line, before, after, body, text, marker !== null)
}

function announcesAlone(text: string, line: Line, before: Line | undefined, after: Line | undefined, body: BodyStyle): boolean {
  if (text.split(/\s+/).length > 14 || /[.,;]$/.test(text) || /^\p{Ll}/u.test(text)) return false
  const below = after ? textOfLine(after).trim() : ''
  if (after && after.gap < 0.3 && /^\p{Ll}/u.test(below) && !splitMarker(below)) return false
  if (
    body.size > 0 &&
    !line.bold &&
    line.size <= body.size * 1.05 &&
    (line.right > body.right * 0.8 || (line.gap < 0.2 && !line.ruleAbove))
  )
    return false
  const opensHere = line.gap >= 0.3 || !before || /[.:?!]$/.test(textOfLine(before)) || textOfLine(before).length < 60
  return opensHere && announcementIn(text) !== null
}

function apartAndShort(
  line: Line,
  before: Line | undefined,
  after: Line | undefined,
  body: BodyStyle,
  text: string,
  marked: boolean,
): boolean {
  if (text.length > Math.min(100, body.wrap * 0.85) || text.split(/\s+/).length > 14) return false
  const above = before ? textOfLine(before).trim() : ''
  const below = after ? textOfLine(after).trim() : ''
  const opens = line.gap >= 1 || !before || /[.!?:]$/.test(above)
  const nextOpens = !after || after.gap >= 1 || /^[\p{Lu}\d(“‘]/u.test(below) || splitMarker(`${below} `) !== null
  if (marked) return opens && line.gap >= 1 && (after?.gap ?? 0) >= 1 && text.split(/\s+/).length <= 8 && !/:$/.test(text)
  return opens && nextOpens && /^[\p{Lu}\d“‘]/u.test(text)
}

/** In a page with letter sizes: a short line of body letters with white space on both sides, or before a list. */
function setApart(line: Line, after: Line | undefined, body: BodyStyle, text: string): boolean {
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
