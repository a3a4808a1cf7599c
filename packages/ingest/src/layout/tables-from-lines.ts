import type { Cell, Place, Row, Table } from '../document/block.ts'
import { plainLine, type Line, type Segment } from '../document/line.ts'
import { splitMarker } from '../document/marker.ts'
import type { BodyStyle } from './body-style.ts'

const NEAR = 6
export type TableRun = { lines: Line[]; columns: number[] }

/** The run of lines from here on whose pieces stand in columns, or null. Lines with given cells (tabs, pipes) are a table by themselves. */
export function tableRunAt(lines: Line[], start: number, body: BodyStyle): TableRun | null {
  const first = lines[start]
  if (!first) return null
  if (first.cells) {
    let end = start
    while (lines[end]?.cells && (end === start || (lines[end]?.gap ?? 0) < 1)) end++
    return { lines: lines.slice(start, end), columns: [] }
  }
  if (!isMulti(first)) return null
  let end = start + 1
  let columns = columnsOf(lines.slice(start, end))
  for (; end < lines.length; end++) {
    const line = lines[end] as Line
    if (line.cells || line.level !== null) break
    const wider = columnsOf(lines.slice(start, end + 1))
    if (!fits(line, columns, wider, lines[end - 1] as Line, body, lines[end + 1])) break
    if (isMulti(line)) columns = wider
  }
  while (
    end > start + 1 &&
    !isMulti(lines[end - 1] as Line) &&
    (lines[end - 1] as Line).x < (columns[1] ?? 0) - NEAR &&
    looksAfter(lines[end - 1] as Line, body)
  )
    end--
  const run = lines.slice(start, end)
  return run.filter(isMulti).length >= 2 || run.length === 1 ? { lines: run, columns } : null
}

const isMulti = (line: Line) => line.segments.length > 1

function looksAfter(line: Line, body: BodyStyle): boolean {
  return line.gap >= 0.8 || (line.bold && body.size > 0)
}

function fits(line: Line, columns: number[], wider: number[], above: Line, body: BodyStyle, below?: Line): boolean {
  const turned = line.page !== above.page
  if (!turned && line.gap > 3 && !isMulti(line)) return false
  if (isMulti(line))
    return (
      line.segments.some((s, i) => i > 0 && columns.some((c, k) => k > 0 && Math.abs(c - s.x) <= NEAR * 2)) &&
      wider.length <= columns.length + 1
    )
  const segment = line.segments[0] as Segment
  const column = columns.findLastIndex((c) => c <= segment.x + NEAR)
  if (column < 0) return false
  const next = columns[column + 1]
  if (next !== undefined && segment.right > next + 2) return false
  if (column === 0 && next === undefined) return false
  if (column === 0 && line.bold && body.size > 0 && line.size > body.size * 1.1) return false
  // A line in the first column alone belongs to the table while it goes on below a cell; after white space it does not.
  if (column > 0 || turned || line.gap < (body.size > 0 ? 0.6 : 1) || line.ruleAbove) return true
  // ... unless its row's other cells follow lower down, set against the middle of a first cell of several lines.
  return !!below && below.gap < 0.3 && !isMulti(below) && columns.some((c, k) => k > 0 && Math.abs(c - below.x) <= NEAR)
}

/** Left edges of the columns: where pieces begin, unless a piece that began further left still runs on there. */
export function columnsOf(lines: Line[]): number[] {
  const segments = lines.filter(isMulti).flatMap((l) => l.segments)
  const starts: number[] = []
  for (const s of [...segments].sort((a, b) => a.x - b.x)) if (!starts.some((c) => Math.abs(c - s.x) <= NEAR)) starts.push(s.x)
  const columns: number[] = []
  for (const start of starts) {
    const left = columns.at(-1)
    if (left === undefined) columns.push(start)
    else {
      const own = segments.filter((s) => s.x >= left - NEAR && s.x < start - NEAR)
      const over = own.filter((s) => s.right > start + 2)
      if (over.length <= own.length * 0.25) columns.push(start)
    }
  }
  return columns
}

export function tableFrom(run: TableRun, at: Place, cellFrom: (lines: Line[]) => Cell): Table {
  const rows: Row[] = []
  if (!run.columns.length) {
    for (const line of run.lines)
      rows.push({
        at: { page: line.page, paragraph: at.paragraph },
        cells: (line.cells ?? []).map((text) => cellFrom(linesInCell(text, line))),
      })
    return { kind: 'table', rows, at }
  }
  for (const group of rowGroups(run)) {
    const cells = run.columns.map((_, k) => cellFrom(group.flatMap((line) => inColumn(line, run.columns, k))))
    rows.push({ at: { page: group[0]?.page ?? at.page, paragraph: at.paragraph }, cells })
  }
  return { kind: 'table', rows, at }
}

/** A cell that came as one string may hold a list: its bullets begin lines of their own. */
function linesInCell(text: string, line: Line): Line[] {
  return text
    .split(/\n|(?=\s[•◼■▪●➢] )/)
    .map((t) => t.trim())
    .filter(Boolean)
    .map((t, i) =>
      plainLine({
        page: line.page,
        number: line.number,
        gap: i ? 1 : 0,
        segments: [{ x: 0, right: t.length * 5, text: t, size: 0, bold: false }],
      }),
    )
}

function inColumn(line: Line, columns: number[], k: number): Line[] {
  const from = (columns[k] ?? 0) - NEAR
  const to = (columns[k + 1] ?? Infinity) - NEAR
  const segments = line.segments.filter((s, i) => (k === 0 && i === 0 ? s.x < to : s.x >= from && s.x < to))
  if (!segments.length) return []
  const size = segments[0]?.size ?? line.size
  return [
    {
      ...line,
      segments: [{ ...(segments[0] as Segment), right: segments.at(-1)?.right ?? 0, text: segments.map((s) => s.text).join(' ') }],
      x: segments[0]?.x ?? 0,
      right: segments.at(-1)?.right ?? 0,
      size,
      bold: segments.every((s) => s.bold),
      ruleAbove: false,
    },
  ]
}

/** Rows end at drawn lines where the table has them, else at white space, else where every column begins anew. */
export function rowGroups({ lines, columns }: TableRun): Line[][] {
  const ruled = lines.slice(1).filter((l) => l.ruleAbove).length
  const byRules = ruled >= 2 && ruled >= lines.length / 25
  const groups: Line[][] = []
  lines.forEach((line, i) => {
    const above = lines[i - 1]
    const group = groups.at(-1)
    if (!above || !group || beginsRow(line, above, group, columns, byRules)) groups.push([line])
    else group.push(line)
  })
  return groups
}

function beginsRow(line: Line, above: Line, group: Line[], columns: number[], byRules: boolean): boolean {
  if (line.page === above.page && byRules) return line.ruleAbove
  const upper = line.segments.every((s) => /^[\p{Lu}\d“‘"(•◼■▪●£<>-]/u.test(s.text))
  const apart = line.page === above.page && line.gap >= (line.size > 0 ? 0.35 : 1)
  if (!isMulti(line))
    return apart && upper && line.x < (columns[1] ?? 0) - NEAR && group.some((l) => l.segments.some((s) => s.x >= (columns[1] ?? 0) - NEAR))
  if (!upper) return false
  const again = line.segments.filter((s) => s.x >= (columns[1] ?? 0) - NEAR && s.text.length <= 25 && textAbove(s, group, columns) !== '')
  if (again.length >= (line.page === above.page ? 2 : 1) && again.length >= line.segments.length / 2 && !apart) return true
  if (apart) return true
  return line.segments.every((s) => closedBefore(s, group, columns)) && !(line.size > 0 && !byRules && hasGaps(group))
}

const hasGaps = (group: Line[]) => group.some((l, i) => i > 0 && l.gap > 0.3)

/** Whether the text above in the same column had come to an end: a sentence's end, a short value, or nothing at all. */
function closedBefore(segment: Segment, group: Line[], columns: number[]): boolean {
  const text = textAbove(segment, group, columns)
  if (!text || /[.;:!?)]$/.test(text)) return true
  if (/(?:\b(?:and|or|of|the|for|to|in|with|by|on|a)|[,–-])$/i.test(text)) return false
  return splitMarker(text) !== null || (text.length < 60 && !/^\p{Ll}/u.test(segment.text) && columns.length > 1)
}

function textAbove(segment: Segment, group: Line[], columns: number[]): string {
  const column = columns.findLastIndex((c) => c <= segment.x + NEAR)
  return group
    .flatMap((l) => l.segments.filter((s) => columns.findLastIndex((c) => c <= s.x + NEAR) === column))
    .map((s) => s.text)
    .join(' ')
}
