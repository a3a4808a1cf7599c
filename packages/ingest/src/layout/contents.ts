import { textOfLine, type Line } from '../document/line.ts'
import type { Kept } from './furniture.ts'

const HEADING = /^(?:table of )?contents(?: page)?:?$/i
const LEADERS = /(?:\.\s?){3,}\s*\d{1,4}\s*$|\s…+\s*\d{1,4}\s*$/
const NUMBER_ONLY = /^(?:\d{1,4}|[ivxl]{1,6}|page)$/i

/** A table of contents names headings without being them: the entries after "Contents", or any run of lines that end in leaders and a page number. */
export function withoutContents(lines: Line[]): Kept {
  const drop = new Set<Line>()
  lines.forEach((line, i) => {
    if (HEADING.test(textOfLine(line).trim())) {
      dropEntries(lines, i, drop)
      dropNamedEntries(lines, i, drop)
    } else if (LEADERS.test(textOfLine(line))) drop.add(line)
  })
  for (const line of runsOfEntries(lines)) drop.add(line)
  return {
    lines: lines.filter((l) => !drop.has(l)),
    leftOut: [...drop].map((l) => ({ text: textOfLine(l), page: l.page, reason: 'table of contents' })),
  }
}

function dropEntries(lines: Line[], start: number, drop: Set<Line>): void {
  const entries: number[] = []
  let misses: number[] = []
  for (let i = start + 1; i < lines.length && i < start + 400; i++) {
    if (endsInPage(lines[i]) || isNumber(lines[i])) {
      entries.push(...misses, i)
      misses = []
    } else {
      misses.push(i)
      if (misses.length > 3 || (lines[i] && textOfLine(lines[i] as Line).length > 160)) break
    }
  }
  if (entries.length < 3) return
  for (const i of [start, ...entries]) if (lines[i]) drop.add(lines[i])
}

/** A web page's contents have no page numbers: short lines that return further down as headings, word for word. */
function dropNamedEntries(lines: Line[], start: number, drop: Set<Line>): void {
  const entries: Line[] = []
  for (let i = start + 1; i < Math.min(lines.length, start + 60); i++) {
    const text = textOfLine(lines[i] as Line).trim()
    const again = text.length < 120 && lines.slice(i + 1).some((l) => textOfLine(l).trim() === text)
    if (!again) break
    entries.push(lines[i] as Line)
  }
  if (entries.length >= 2) for (const line of [lines[start] as Line, ...entries]) drop.add(line)
}

const isNumber = (line: Line | undefined) => !!line && NUMBER_ONLY.test(textOfLine(line).trim())

function endsInPage(line: Line | undefined): boolean {
  if (!line) return false
  const cells = line.cells ?? line.segments.map((s) => s.text)
  return (
    (cells.length > 1 && NUMBER_ONLY.test(cells.at(-1)?.trim() ?? '')) ||
    /[\p{L})’?]\s+\d{1,3}$/u.test(textOfLine(line)) ||
    LEADERS.test(textOfLine(line))
  )
}

/** Contents without their heading: five or more lines on end, each a title and, apart from it, a page number that never falls. */
function runsOfEntries(lines: Line[]): Line[] {
  const out: Line[] = []
  let run: Line[] = []
  let last = 0
  const close = () => {
    if (run.length >= 5) out.push(...run)
    run = []
    last = 0
  }
  for (const line of lines) {
    const cells = line.cells ?? line.segments.map((s) => s.text)
    const number = cells.length === 2 && /^\d{1,3}$/.test(cells[1]?.trim() ?? '') && !/^\d+$/.test(cells[0] ?? '') ? Number(cells[1]) : null
    if (number === null || number < last) close()
    if (number !== null) {
      run.push(line)
      last = number
    }
  }
  close()
  return out
}
