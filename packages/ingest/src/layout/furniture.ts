import type { Cues } from './cues.ts'
import { textOfLine, type Line } from '../document/line.ts'

export type LeftOut = { text: string; page: number | null; reason: string }
export type Kept = { lines: Line[]; leftOut: LeftOut[] }

const TOP = 4
const BOTTOM = 5
const PAGE_NUMBER = /^(?:page\s*)?[-–—|]?\s*(?:\d{1,4}|[ivxl]{1,6})\s*(?:(?:of|\/)\s*\d{1,4})?\s*[-–—|]?$/i

const bareShape = (line: Line) => shapeOf(textOfLine(line)).replace(/#/g, '').trim()
const shapeOf = (text: string) =>
  text
    .toLowerCase()
    .replace(/\d+/g, '#')
    .replace(/[^a-z#]+/g, ' ')
    .trim()

/** Running heads, running feet and page numbers: what returns at the edge of page after page, whatever its number says. */
export function withoutFurniture(lines: Line[], cues: Pick<Cues, 'opensItem'>): Kept {
  const pages = byPage(lines)
  if (lines[0]?.page === null) return withoutFurnitureUnpaged(lines)
  const titles = new Set(
    lines
      .slice(0, 4)
      .map((l) => bareShape(l))
      .filter((t) => t.length > 15),
  )
  const edges = pages.map((page) => edgeLines(page))
  const count = new Map<string, number>()
  for (const edge of edges)
    for (const shape of new Set(edge.map((l) => shapeOf(textOfLine(l))))) count.set(shape, (count.get(shape) ?? 0) + 1)
  const often = pages.length <= 4 ? 2 : 3
  const drop = new Set<Line>()
  const seen = new Set<string>()
  pages.forEach((page, i) => {
    const edge = edges[i] ?? []
    for (const line of edge) {
      const text = textOfLine(line)
      const shape = shapeOf(text)
      // "Recommendation 4" at the head of a page differs from "Recommendation 9" by its number only, and is no furniture.
      if (/^(?:safety )?recommendation\b.{0,4}#/.test(shape) || cues.opensItem(text)) continue
      const repeated = shape.length > 1 && text.length < 200 && (count.get(shape) ?? 0) >= often
      // A table's head is printed again on each page: the first one stays.
      const head = line.segments.length > 2 && !seen.has(shape) && !/#/.test(shape)
      seen.add(shape)
      // A running foot may print the title, also where there is one page only.
      const title = titles.has(bareShape(line)) && page.indexOf(line) > 4 && page.length - page.indexOf(line) <= BOTTOM
      if ((repeated && !head) || title) drop.add(line)
    }
    // The page's number is its outermost line once the repeated lines are gone.
    const rest = page.filter((l) => !drop.has(l))
    for (const line of [rest[0], rest.at(-1)]) if (line && PAGE_NUMBER.test(textOfLine(line).trim())) drop.add(line)
  })
  return split(lines, drop)
}

/** A text saved without page ends: a line that keeps coming back beside a lone page number is furniture. */
function withoutFurnitureUnpaged(lines: Line[]): Kept {
  const count = new Map<string, number>()
  for (const line of lines) count.set(textOfLine(line), (count.get(textOfLine(line)) ?? 0) + 1)
  const drop = new Set<Line>()
  lines.forEach((line, i) => {
    const text = textOfLine(line)
    if (text.length > 120 || (count.get(text) ?? 0) < 4 || line.cells) return
    const beside = [lines[i - 1], lines[i + 1]].find((l) => l && PAGE_NUMBER.test(textOfLine(l).trim()))
    if (beside) drop.add(line).add(beside)
  })
  return split(lines, drop)
}

function split(lines: Line[], drop: Set<Line>): Kept {
  const kept: Line[] = []
  let lostGap = 0
  for (const line of lines) {
    if (drop.has(line)) lostGap = Math.max(lostGap, line.gap)
    else {
      kept.push(lostGap > line.gap ? { ...line, gap: lostGap } : line)
      lostGap = 0
    }
  }
  return {
    lines: kept,
    leftOut: [...drop].map((l) => ({ text: textOfLine(l), page: l.page, reason: 'page furniture: it returns at the edge of many pages' })),
  }
}

function edgeLines(page: Line[]): Line[] {
  return [...new Set([...page.slice(0, TOP), ...page.slice(-BOTTOM)])]
}

export function byPage(lines: Line[]): Line[][] {
  const pages = new Map<number, Line[]>()
  for (const line of lines) {
    if (line.page === null) return [lines]
    const page = pages.get(line.page)
    if (page) page.push(line)
    else pages.set(line.page, [line])
  }
  return [...pages.values()]
}
