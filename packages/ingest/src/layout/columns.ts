import type { Line, Segment } from '../document/line.ts'

/** The columns of a table by their left edges. Letters without a size (laid-out text) stand less exactly than points on a page. */
export type Columns = { starts: number[]; near: number }

export const isMulti = (line: Line) => line.segments.length > 1

/** Left edges are where pieces begin, unless a piece that began further left still runs on there. */
export function columnsOf(lines: Line[]): Columns {
  const near = lines.some((l) => l.size > 0) ? 6 : 12
  const segments = lines.filter(isMulti).flatMap((l) => l.segments)
  const edges: number[] = []
  for (const s of [...segments].sort((a, b) => a.x - b.x)) if (!edges.some((c) => Math.abs(c - s.x) <= near)) edges.push(s.x)
  const starts: number[] = []
  for (const edge of edges) {
    const left = starts.at(-1)
    if (left === undefined || !runsOver(segments, left, edge, near)) starts.push(edge)
  }
  return { starts, near }
}

function runsOver(segments: Segment[], left: number, edge: number, near: number): boolean {
  const own = segments.filter((s) => s.x >= left - near && s.x < edge - near)
  return own.filter((s) => s.right > edge + 2).length > own.length * 0.25
}

export function columnAt(columns: Columns, x: number): number {
  return columns.starts.findLastIndex((c) => c <= x + columns.near)
}

/** The text of one column over some lines. */
export function textInColumn(lines: Line[], columns: Columns, column: number): string {
  return lines
    .flatMap((l) => l.segments.filter((s) => columnAt(columns, s.x) === column))
    .map((s) => s.text)
    .join(' ')
}

/** Every piece after the first begins inside a column that the piece before it had left. */
export function standsInColumns(line: Line, columns: Columns): boolean {
  return line.segments.every((s, i) => {
    const column = columnAt(columns, s.x)
    const before = line.segments[i - 1]
    return i === 0 ? column >= 0 : column > 0 && before !== undefined && columnAt(columns, before.x) < column
  })
}
