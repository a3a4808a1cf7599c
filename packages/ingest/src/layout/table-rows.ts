import type { Cell, Place, Row, Table } from '../document/block.ts'
import { plainLine, type Line, type Segment } from '../document/line.ts'
import { splitMarker } from '../document/marker.ts'
import { columnAt, isMulti, textInColumn, type Columns } from './columns.ts'
import type { TableRun } from './table-run.ts'

export function tableFrom(run: TableRun, at: Place, cellFrom: (lines: Line[]) => Cell): Table {
  const rows: Row[] = run.columns.starts.length
    ? rowGroups(run).map((group) => ({
        at: { page: group[0]?.page ?? at.page, paragraph: at.paragraph },
        cells: run.columns.starts.map((_, k) => cellFrom(group.flatMap((line) => inColumn(line, run.columns, k)))),
      }))
    : run.lines.map((line) => ({
        at: { page: line.page, paragraph: at.paragraph },
        cells: (line.cells ?? []).map((text) => cellFrom(linesInCell(text, line))),
      }))
  return { kind: 'table', rows, at }
}

/** A cell that came as one string may hold a list: its bullets begin lines of their own. */
function linesInCell(text: string, line: Line): Line[] {
  const parts = text.split(/\n|(?=\s[•◼■▪●➢] )/).map((t) => t.trim())
  return parts.filter(Boolean).map((t, i) =>
    plainLine({
      page: line.page,
      number: line.number,
      gap: i ? 1 : 0,
      segments: [{ x: 0, right: t.length * 5, text: t, size: 0, bold: false }],
    }),
  )
}

function inColumn(line: Line, columns: Columns, k: number): Line[] {
  const segments = line.segments.filter((s) => Math.max(0, columnAt(columns, s.x)) === k)
  const first = segments[0]
  const right = segments.at(-1)?.right ?? 0
  if (!first) return []
  const joined: Segment = { ...first, right, text: segments.map((s) => s.text).join(' ') }
  return [{ ...line, segments: [joined], x: first.x, right, size: first.size, bold: segments.every((s) => s.bold), ruleAbove: false }]
}

/** Rows end at drawn lines where the table has them, else at white space, else where every column starts again. */
export function rowGroups({ lines, columns }: TableRun): Line[][] {
  const ruled = lines.slice(1).filter((l) => l.ruleAbove).length
  const byRules = ruled >= 2 && ruled >= lines.length / 25
  const groups: Line[][] = []
  for (const line of lines) {
    const group = groups.at(-1)
    if (!group || beginsRow(line, group, columns, byRules)) groups.push([line])
    else group.push(line)
  }
  return groups
}

function beginsRow(line: Line, group: Line[], columns: Columns, byRules: boolean): boolean {
  const above = group.at(-1) as Line
  const samePage = line.page === above.page
  if (samePage && byRules) return line.ruleAbove
  if (!line.segments.every((s) => /^[\p{Lu}\d“‘"(•◼■▪●£<>-]/u.test(s.text))) return false
  const apart = samePage && line.gap >= (line.size > 0 ? 0.35 : 1)
  if (!isMulti(line))
    return apart && columnAt(columns, line.x) === 0 && group.some((l) => l.segments.some((s) => columnAt(columns, s.x) > 0))
  if (apart || valuesAgain(line, group, columns)) return true
  // A table with white space between its rows has no row without it.
  if (line.size > 0 && !byRules && samePage && group.some((l, i) => i > 0 && l.gap > 0.3)) return false
  return line.segments.every((s) => closedAbove(s, group, columns))
}

/** Short values stand once in a row: where they come again, a new row has begun. */
function valuesAgain(line: Line, group: Line[], columns: Columns): boolean {
  const again = line.segments.filter(
    (s) => columnAt(columns, s.x) > 0 && s.text.length <= 25 && textInColumn(group, columns, columnAt(columns, s.x)) !== '',
  )
  const needed = line.page === group.at(-1)?.page ? 2 : 1
  return again.length >= needed && again.length >= line.segments.length / 2
}

/** Whether the cell above had come to an end: nothing there, white space, a sentence's end, a short value, or the same words beginning again. */
function closedAbove(segment: Segment, group: Line[], columns: Columns): boolean {
  const column = columnAt(columns, segment.x)
  const text = textInColumn(group, columns, column)
  if (!text || /[.;:!?)]$/.test(text) || textInColumn([group.at(-1) as Line], columns, column) === '') return true
  if (group.length > 1 && textInColumn(group.slice(0, 1), columns, column) === segment.text) return true
  if (/(?:\b(?:and|or|of|the|for|to|in|with|by|on|a)|[,–-])$/i.test(text)) return false
  return splitMarker(text) !== null || (text.length < 60 && !/^\p{Ll}/u.test(segment.text))
}
