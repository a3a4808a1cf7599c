import { cellOf, type Block, type Heading, type Item, type Paragraph } from '../document/block.ts'
import { textOfLine, type Line } from '../document/line.ts'
import { splitMarker, type Marker } from '../document/marker.ts'
import { fold, joinBroken } from '../document/words.ts'
import { readsLikeSentenceStart } from '../grammar/directives.ts'
import type { BodyStyle } from './body-style.ts'
import { isHeadingLine } from './heading-shape.ts'
import { nestItems } from './nest-items.ts'
import { tableFrom, tableRunAt } from './tables-from-lines.ts'

type Open = { block: Heading | Paragraph | Item; last: Line; x: number; textX: number }

/** Puts printed lines together to headings, paragraphs, items and tables. */
export function assembleBlocks(lines: Line[], body: BodyStyle): Block[] {
  const blocks: Block[] = []
  const positions = new Map<Block, number>()
  const sizes = new Map<Heading, number>()
  let open: Open | null = null
  let pending: { marker: Marker; line: Line } | null = null
  const add = (block: Heading | Paragraph | Item, line: Line, textX: number) => {
    blocks.push(block)
    positions.set(block, line.x)
    open = { block, last: line, x: line.x, textX }
  }
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line
    const at = { page: line.page, paragraph: blocks.length + 1 }
    const run = tableRunAt(lines, i, body)
    if (run) {
      blocks.push(tableFrom(run, at, (part) => cellOf(assembleBlocks(part, { ...body, wrap: wrapOf(part), right: rightOf(part) }))))
      i += run.lines.length - 1
      open = null
      continue
    }
    const text = fold(textOfLine(line))
    if (!text) continue
    const was = open as Open | null
    const before = lines[i - 1]
    const after = lines[i + 1]
    if (pending) {
      add({ kind: 'item', marker: pending.marker, depth: 0, text, at }, { ...line, x: pending.line.x }, line.x)
      pending = null
      continue
    }
    if (isHeadingLine(line, was?.last ?? before, after, body) && !(was && continuesHeadingless(was, line))) {
      if (was?.block.kind === 'heading' && headingGoesOn(was, line, body)) {
        was.block.text = joinBroken(was.block.text, text)
        was.last = line
        continue
      }
      const heading: Heading = { kind: 'heading', text, level: line.level, at }
      sizes.set(heading, line.size + (line.bold ? 0.3 : 0))
      add(heading, line, line.x)
      continue
    }
    const marked = splitMarker(text)
    if (marked && !(was && markerIsProse(marked.marker, marked.rest, was, line, body))) {
      if (!marked.rest) {
        pending = { marker: marked.marker, line }
        continue
      }
      add({ kind: 'item', marker: marked.marker, depth: 0, text: marked.rest, at }, line, textStart(line, marked.marker))
      continue
    }
    if (was && was.block.kind !== 'heading' && continues(was, line, body)) {
      was.block.text = joinBroken(was.block.text, text)
      was.last = line
      if (was.block.kind === 'item') was.textX = line.page === null || line.x > was.x ? line.x : was.textX
      continue
    }
    add({ kind: 'paragraph', text, bold: line.bold, indent: line.x, at }, line, line.x)
  }
  setLevels(sizes)
  nestItems(blocks, positions)
  return blocks
}

/** "date: 2023-05-25" below "id: ...": a record of one field a line. */
const KEYED = /^[A-Za-z][\w ]{1,24}:\s/
const wrapOf = (lines: Line[]) => Math.max(12, ...lines.map((l) => textOfLine(l).length))
const rightOf = (lines: Line[]) => Math.max(...lines.map((l) => l.right))
const textStart = (line: Line, marker: Marker) => line.x + (line.size || 5) * (marker.printed.length * 0.5 + 0.5)

function headingGoesOn(was: Open, line: Line, body: BodyStyle): boolean {
  if (line.level !== null) return false
  if (/[.?!:]$/.test(was.block.text)) return false
  const sameStyle = Math.abs(was.last.size - line.size) < 0.6 && was.last.bold === line.bold
  if (body.size > 0) return sameStyle && line.gap < 0.5 && !line.ruleAbove
  return line.gap === 0 && was.block.text.length > body.wrap * 0.45 && /^[\p{Ll}(]/u.test(textOfLine(line))
}

/** A heading's look inside a sentence that has not ended (a bold name over a line end) is not a heading. */
function continuesHeadingless(was: Open, line: Line): boolean {
  if (was.block.kind === 'heading' || line.level !== null || line.gap >= 0.5 || line.ruleAbove) return false
  return (
    line.bold === was.last.bold &&
    Math.abs(line.size - was.last.size) < 0.6 &&
    !/[.:;?!]$/.test(was.block.text) &&
    was.last.right > 0.8 * line.right &&
    was.block.text.length > 60 &&
    was.block.kind === 'paragraph' &&
    was.block.bold
  )
}

/** "2014. The council ..." or "e. g." at the start of a broken line belongs to the sentence before, not to a list. */
function markerIsProse(marker: Marker, rest: string, was: Open, line: Line, body: BodyStyle): boolean {
  const wasFull = body.size > 0 ? was.last.right > body.right * 0.8 : textOfLine(was.last).length > body.wrap * 0.7
  if (!wasFull) return false
  if (marker.family === 'bullet')
    return (
      /^[-–—]$/.test(marker.printed) &&
      was.block.kind !== 'heading' &&
      line.gap < 0.3 &&
      !/[.:;!?]$/.test(was.block.text) &&
      line.x >= was.textX - 2 &&
      /^\p{Ll}/u.test(rest) &&
      was.last.page === line.page &&
      line.x !== was.x
    )
  if (line.gap >= 0.5 || line.ruleAbove || was.block.kind === 'heading') return false
  const endsMidSentence = !/[.:;?!)”’]$/.test(was.block.text) && !/[;,] (?:and|or)$/.test(was.block.text)
  if (
    was.block.kind === 'item' &&
    was.block.marker.family === marker.family &&
    (marker.ordinal ?? 0) === (was.block.marker.ordinal ?? -9) + 1
  )
    return false
  return endsMidSentence && marker.family !== 'reference' && (marker.ordinal ?? 1) !== 1
}

function continues(was: Open, line: Line, body: BodyStyle): boolean {
  const text = textOfLine(line).trim()
  const open = was.block.text
  const ended = /[.!?:;]["”’)]?$/.test(open)
  const lower = /^[\p{Ll}(]/u.test(text)
  if (line.ruleAbove || (KEYED.test(text) && KEYED.test(textOfLine(was.last)))) return false
  const turned = line.page !== was.last.page
  if (turned || line.gap >= (body.size > 0 ? 0.45 : 1)) {
    if (
      ended ||
      (!lower && !/[,–-]$|\b(?:and|or|the|of|to|in|for|with|a|by|that|on|is|are|be|as|at|from|their|its|which|who)$/.test(open))
    ) {
      // a capital after an unfinished line over a page end: same indent and a full line before
      return (
        turned &&
        !ended &&
        was.last.right > body.right * 0.86 &&
        Math.abs(line.x - was.textX) < 4 &&
        body.size > 0 &&
        line.size === was.last.size &&
        !line.bold
      )
    }
    return lower || !ended
  }
  if (body.size > 0) {
    if (Math.abs(line.size - was.last.size) > 1.2 || (line.bold !== was.last.bold && ended && line.bold)) return false
    if (was.block.kind === 'item') return line.x > was.x + 1 || (!ended && lower)
    return line.x < was.last.x + 30 && !(ended && was.last.right < body.right * 0.75 && readsLikeSentenceStart(text))
  }
  if (was.block.kind === 'item' && line.x > was.x) return true
  if (body.wrap > 200) return lower && !ended
  const full = textOfLine(was.last).length > body.wrap * 0.72
  return lower || (full && !(ended && textOfLine(was.last).length < body.wrap * 0.72)) || (!ended && full)
}

/** The larger and bolder a heading, the higher its level; markup's own levels stay. */
function setLevels(sizes: Map<Heading, number>): void {
  const known = [...sizes].filter(([h, size]) => h.level === null && size >= 1)
  // Sizes that differ by less than a point are one size set in two weights or rounded twice.
  const steps: number[] = []
  for (const size of [...new Set(known.map(([, s]) => s))].sort((a, b) => b - a))
    if (!steps.length || (steps.at(-1) ?? 0) - size >= 1) steps.push(size)
  for (const [heading, size] of known) heading.level = steps.findLastIndex((s) => s >= size) + 1
}
