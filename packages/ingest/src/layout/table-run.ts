import type { Line, Segment } from '../document/line.ts'
import type { BodyStyle } from './body-style.ts'
import { columnAt, columnsOf, isMulti, standsInColumns, type Columns } from './columns.ts'

export type TableRun = { lines: Line[]; columns: Columns }

/** The run of lines from here on whose pieces stand in columns, or null. Lines with given cells (tabs, pipes) are a table by themselves. */
export function tableRunAt(lines: Line[], start: number, body: BodyStyle): TableRun | null {
  const first = lines[start]
  if (!first) return null
  if (first.cells) return { lines: lines.slice(start, endOfCells(lines, start)), columns: { starts: [], near: 0 } }
  if (!isMulti(first)) return null
  let end = start + 1
  let columns = columnsOf([first])
  for (; end < lines.length; end++) {
    const line = lines[end] as Line
    if (line.cells || line.level !== null) break
    if (isMulti(line)) {
      const wider = columnsOf(lines.slice(start, end + 1))
      if (!standsInColumns(line, columns) && !(wider.starts.length <= columns.starts.length + 1 && standsInColumns(line, wider))) break
      columns = wider
    } else if (!goesOnBelow(line, lines[end - 1] as Line, lines[end + 1], columns, body)) break
  }
  while (end > start + 1 && endsOutside(lines[end - 1] as Line, columns, body)) end--
  const run = lines.slice(start, end)
  return run.length === 1 || run.filter(isMulti).length >= 2 ? { lines: run, columns } : null
}

function endOfCells(lines: Line[], start: number): number {
  let end = start + 1
  while (lines[end]?.cells && (lines[end]?.gap ?? 0) < 1) end++
  return end
}

/** A line at the run's end that stands in the first column after white space, or in bold, is what follows the table. */
function endsOutside(line: Line, columns: Columns, body: BodyStyle): boolean {
  return !isMulti(line) && columnAt(columns, line.x) <= 0 && (line.gap >= 0.8 || (line.bold && body.size > 0))
}

/** Whether a line with one piece is part of a cell: it stands in one column and does not run into the next. */
function goesOnBelow(line: Line, above: Line, below: Line | undefined, columns: Columns, body: BodyStyle): boolean {
  const turned = line.page !== above.page
  const segment = line.segments[0] as Segment
  const column = columnAt(columns, segment.x)
  const next = columns.starts[column + 1]
  if ((!turned && line.gap > 3) || column < 0 || (next !== undefined && segment.right > next + 2)) return false
  if (column === 0 && (next === undefined || (line.bold && body.size > 0 && line.size > body.size * 1.1))) return false
  // A line in the first column alone belongs to the table while it goes on below a cell; after white space it does not,
  if (column > 0 || turned || line.ruleAbove || line.gap < (body.size > 0 ? 0.6 : 1)) return true
  // unless its row's other cells follow lower down, set against the middle of a first cell of several lines.
  return below !== undefined && below.gap < 0.3 && !isMulti(below) && columnAt(columns, below.x) > 0
}
