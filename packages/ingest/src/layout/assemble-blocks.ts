import { cellOf, type Block, type Heading, type Item, type Paragraph, type Place } from '../document/block.ts'
import { textOfLine, type Line } from '../document/line.ts'
import { splitMarker, type Marker } from '../document/marker.ts'
import { fold, joinBroken } from '../document/words.ts'
import type { BodyStyle } from './body-style.ts'
import { isHeadingLine } from './heading-shape.ts'
import { withWholeGrades } from './broken-grades.ts'
import { boldParagraphGoesOn, continues, headingGoesOn, markerIsProse, type Open } from './line-joins.ts'
import { nestItems } from './nest-items.ts'
import { GAP, withLettersApart } from './letters-apart.ts'
import { withRoundBullets } from './round-bullets.ts'
import { tableFrom } from './table-rows.ts'
import { tableRunAt } from './table-run.ts'

type Assembly = {
  body: BodyStyle
  blocks: Block[]
  /** Left edges, for the depth of items; sizes, for the rank of headings. */
  positions: Map<Block, number>
  sizes: Map<Heading, number>
  open: Open | null
  /** A marker that stood alone on its line; its text is the next. */
  pending: { marker: Marker; line: Line } | null
  /** The last number of a numbered list, to know "11." below a heading for its next item. */
  lastNumber: number | null
}

/** Puts printed lines together to headings, paragraphs, items and tables. */
export function assembleBlocks(printed: Line[], body: BodyStyle): Block[] {
  const lines = withLettersApart(withRoundBullets(withWholeGrades(printed, body.cues)))
  const a: Assembly = { body, blocks: [], positions: new Map(), sizes: new Map(), open: null, pending: null, lastNumber: null }
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line
    const run = a.pending ? null : tableRunAt(lines, i, body)
    if (run) {
      const at = place(a, line)
      a.blocks.push(tableFrom(run, at, (part) => cellOf(assembleBlocks(part, { ...body, wrap: wrapOf(part), right: rightOf(part) }))))
      a.open = null
      i += run.lines.length - 1
    } else if (fold(textOfLine(line))) takeLine(a, line, lines[i - 1], lines[i + 1])
  }
  keepLoneMarker(a)
  sentencesAreNoHeadings(a)
  setLevels(a.sizes)
  nestItems(a.blocks, a.positions)
  return a.blocks
}

const wrapOf = (lines: Line[]) => Math.max(12, ...lines.map((l) => textOfLine(l).length))
const rightOf = (lines: Line[]) => Math.max(...lines.map((l) => l.right))
const place = (a: Assembly, line: Line): Place => ({ page: line.page, paragraph: a.blocks.length + 1 })

function takeLine(a: Assembly, line: Line, before: Line | undefined, after: Line | undefined): void {
  const text = fold(textOfLine(line))
  const at = place(a, line)
  // A marker with nothing beside it, at the end of a page: the heading of the next page is not its wording.
  if (a.pending && line.page !== a.pending.line.page && isHeadingLine(line, { before: undefined, after, body: a.body })) a.pending = null
  if (a.pending) {
    add(a, { kind: 'item', marker: a.pending.marker, depth: 0, text, at }, { ...line, x: a.pending.line.x }, line.x)
    a.pending = null
  } else if (restOfHeading(a, line, text)) takeHeading(a, line, text, at)
  else if (
    isHeadingLine(line, { before: a.open?.last ?? before, after, body: a.body, afterHeading: a.open?.block.kind === 'heading' }) &&
    !(a.open && boldParagraphGoesOn(a.open, line))
  ) {
    takeHeading(a, line, text, at)
  } else if (!takeItem(a, line, text, at)) takeText(a, line, text, at)
}

/** "3.1" alone in a cell, or at the end of a text, is what it says and opens no item. */
function keepLoneMarker(a: Assembly): void {
  if (!a.pending || a.pending.marker.family === 'bullet') return
  const { marker, line } = a.pending
  add(a, { kind: 'paragraph', text: marker.printed, bold: line.bold, indent: line.x, at: place(a, line) }, line, line.x)
}

function add(a: Assembly, block: Heading | Paragraph | Item, line: Line, textX: number): void {
  a.blocks.push(block)
  a.positions.set(block, line.x)
  a.open = { block, last: line, x: line.x, textX }
  if (block.kind === 'item' && block.marker.family === 'number') a.lastNumber = block.marker.ordinal
}

/** What was set bold like a heading and, put together, ends like a sentence is a paragraph. */
function sentencesAreNoHeadings(a: Assembly): void {
  a.blocks.forEach((block, i) => {
    if (
      block.kind !== 'heading' ||
      block.level !== null ||
      block.text.length < 60 ||
      !/[a-z]{2}\.(?: \([\w ,./–-]{1,20}\))?$/.test(block.text)
    )
      return
    const size = a.sizes.get(block) ?? 0
    if (size > a.body.size * 1.12) return
    a.sizes.delete(block)
    const marked = splitMarker(block.text)
    const made: Item | Paragraph = marked?.rest
      ? { kind: 'item', marker: marked.marker, depth: 0, text: marked.rest, at: block.at }
      : { kind: 'paragraph', text: block.text, bold: true, indent: a.positions.get(block) ?? 0, at: block.at }
    a.positions.set(made, a.positions.get(block) ?? 0)
    a.blocks[i] = made
  })
}

/** The second line of a heading may begin with a small letter, as no heading does. */
function restOfHeading(a: Assembly, line: Line, text: string): boolean {
  return (
    a.open?.block.kind === 'heading' &&
    line.segments.length === 1 &&
    /^[\p{Ll}(]/u.test(text) &&
    !splitMarker(text) &&
    headingGoesOn(a.open, line, a.body)
  )
}

function takeHeading(a: Assembly, line: Line, text: string, at: Place): void {
  if (a.open?.block.kind === 'heading' && headingGoesOn(a.open, line, a.body)) {
    a.open.block.text = joinBroken(a.open.block.text, text)
    a.open.last = line
    return
  }
  const heading: Heading = { kind: 'heading', text, level: line.level, at }
  a.sizes.set(heading, line.size)
  add(a, heading, line, line.x)
}

function takeItem(a: Assembly, line: Line, text: string, at: Place): boolean {
  const marked = splitMarker(textOfLine(line).includes(GAP) ? textOfLine(line).trim() : text)
  if (!marked) return false
  const countsOn = marked.marker.family === 'number' && a.lastNumber !== null && marked.marker.ordinal === a.lastNumber + 1
  if (!countsOn && a.open && markerIsProse(marked.marker, marked.rest, a.open, line, a.body)) return false
  if (!marked.rest) a.pending = { marker: marked.marker, line }
  else {
    const textX = line.x + (line.size || 5) * (marked.marker.printed.length * 0.5 + 0.5)
    add(a, { kind: 'item', marker: marked.marker, depth: 0, text: marked.rest, at }, line, textX)
  }
  return true
}

function takeText(a: Assembly, line: Line, text: string, at: Place): void {
  const open = a.open
  if (!open || open.block.kind === 'heading' || !continues(open, line, a.body)) {
    add(a, { kind: 'paragraph', text, bold: line.bold, indent: line.x, at }, line, line.x)
    return
  }
  open.block.text = joinBroken(open.block.text, text)
  open.last = line
  if (open.block.kind === 'item' && line.x > open.x) open.textX = line.x
}

/** The larger a heading's letters, the higher its rank; markup's own levels stay. Sizes less than a point apart are one size. */
function setLevels(sizes: Map<Heading, number>): void {
  const known = [...sizes].filter(([h, size]) => h.level === null && size >= 1)
  const steps: number[] = []
  for (const size of [...new Set(known.map(([, s]) => s))].sort((x, y) => y - x))
    if (!steps.length || (steps.at(-1) ?? 0) - size >= 1) steps.push(size)
  for (const [heading, size] of known) heading.level = steps.findLastIndex((s) => s >= size) + 1
}
