import type { Row, Table } from '../document/block.ts'
import { fold } from '../document/words.ts'
import { gradeIn, isSubject } from './grade-words.ts'

export type FoundGrade = { subject: string; value: string; column: string | null; page: number | null }
type Heads = { columns: string[]; group: string | null; section: string | null; subject: string }

const NOW = /^(?:this|current|latest) (?:inspection|grade|rating)\s*:?$/i
const BEFORE = /^(?:previous|last) (?:inspection|grade|rating)\s*:?$/i

/** Rows of subject and grade; one grade for each filled cell where several columns are headed; a row of one cell heads those below it. */
export function gradesInTable(table: Table, scaled: boolean): FoundGrade[] {
  const heads: Heads = { columns: [], group: null, section: null, subject: '' }
  return table.rows.flatMap((row, i) => gradesInRow(row, i === 0, heads, scaled))
}

function gradesInRow(row: Row, first: boolean, heads: Heads, scaled: boolean): FoundGrade[] {
  const cells = row.cells.map((c) => fold(c.text))
  const filled = cells.map((text, k) => ({ text, k })).filter((c) => c.text && !NOW.test(c.text))
  const values = filled.filter((c) => c.k > 0 && (gradeIn(c.text) !== null || (scaled && /^[1-5]$/.test(c.text))))
  if (cells[0]) heads.subject = cells[0]
  if (cells.some((c) => BEFORE.test(c))) return []
  if (!values.length) {
    takeHeads(
      filled.map((c) => c.text),
      cells,
      first,
      heads,
    )
    return []
  }
  const subject = heads.subject || (filled[0]?.text ?? '')
  if (!isSubject(subject) || values.length !== filled.length - (cells[0] ? 1 : 0)) return []
  const grouped = [heads.group, heads.section].filter(Boolean).join(' ') || null
  return values.map((v) => ({
    subject,
    value: gradeIn(v.text) ?? v.text,
    column: columnHead(heads.columns, v.k) ?? grouped,
    page: row.at.page,
  }))
}

function takeHeads(filled: string[], cells: string[], first: boolean, heads: Heads): void {
  if (filled.length === 1 && filled[0] && filled[0].length < 120) {
    if (heads.group === null) heads.group = filled[0]
    else heads.section = filled[0]
  } else if (first || !heads.columns.length) heads.columns = cells
}

/** "Council services" heads a column; "Grade" or "Judgement" says nothing of it. */
function columnHead(columns: string[], k: number): string | null {
  const head = columns[k]
  return head && columns.filter((h) => h).length > 1 && !/^(?:.{0,12}\b)?(?:grade|judge?ment|rating)s?\b/i.test(head) ? head : null
}
