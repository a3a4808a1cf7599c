import type { Table } from '../document/block.ts'
import { fold } from '../document/words.ts'
import { gradeIn, isSubject } from './grade-words.ts'

export type FoundGrade = { subject: string; value: string; column: string | null; page: number | null }

/** Rows of subject and grade; one grade for each filled cell where several columns are headed; a row of one cell heads those below it. */
export function gradesInTable(table: Table, scaled: boolean): FoundGrade[] {
  const out: FoundGrade[] = []
  let heads: string[] = []
  let group: string | null = null
  let section: string | null = null
  table.rows.forEach((row, i) => {
    const cells = row.cells.map((c) => fold(c.text))
    const filled = cells.map((c, k) => ({ text: c, k })).filter((c) => c.text)
    const values = filled.filter((c) => c.k > 0 && (gradeIn(c.text) !== null || (scaled && /^[1-5]$/.test(c.text))))
    if (!values.length) {
      if (filled.length === 1 && filled[0] && filled[0].text.length < 120) {
        if (group === null) group = filled[0].text
        else section = filled[0].text
      } else if (i === 0 || !out.length) heads = cells
      return
    }
    const subject = cells[0] || cells.slice(0, values[0]?.k ?? 0).find((c) => c) || ''
    if (!isSubject(subject) || values.length !== filled.length - (cells[0] ? 1 : 0)) return
    for (const value of values) {
      const head =
        heads[value.k] && heads.filter((h) => h).length > 1 && !/^(?:grade|judge?ment|rating)s?\b/i.test(heads[value.k] ?? '')
          ? heads[value.k]
          : null
      out.push({
        subject,
        value: gradeIn(value.text) ?? value.text,
        column: head ?? ([group, section].filter(Boolean).join(' ') || null),
        page: row.at.page,
      })
    }
  })
  return out
}
