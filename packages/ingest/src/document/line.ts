/** A piece of a line that stands apart from its neighbours by a wide gap: a table cell, a heading's number. Places in points. */
export type Segment = { x: number; right: number; text: string; size: number; bold: boolean }

/** One printed line. Where the format has no geometry, `x` is 0, `size` 0 and only blank lines are known. */
export type Line = {
  page: number | null
  number: number
  segments: Segment[]
  x: number
  right: number
  size: number
  bold: boolean
  /** Height on the page from its lower edge, in points; null where unknown. */
  y: number | null
  /** Blank space above in line heights: 0 is ordinary leading, 1 one blank line. */
  gap: number
  /** A drawn line, such as a table's border, runs between this line and the one above. */
  ruleAbove: boolean
  /** Heading level given by markup ("##"), cells given by tabs or pipes. */
  level: number | null
  cells: string[] | null
}

export function textOfLine(line: Line): string {
  return line.segments.map((s) => s.text).join(' ')
}

export function plainLine(fields: Partial<Line> & { number: number; segments: Segment[] }): Line {
  const first = fields.segments[0]
  const last = fields.segments.at(-1)
  return {
    page: null,
    x: first?.x ?? 0,
    right: last?.right ?? 0,
    size: first?.size ?? 0,
    bold: fields.segments.length > 0 && fields.segments.every((s) => s.bold),
    y: null,
    gap: 0,
    ruleAbove: false,
    level: null,
    cells: null,
    ...fields,
  }
}
