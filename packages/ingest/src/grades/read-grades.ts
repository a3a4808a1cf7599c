import { textOf, type Block } from '../document/block.ts'
import { contains, overlap } from '../document/words.ts'
import type { ProposedGrade } from '../reading.ts'
import { gradesOnLines, withoutRepeatedPairs } from './from-lines.ts'
import { gradesInTable, type FoundGrade } from './from-tables.ts'
import { scaleIn } from './grade-words.ts'

const RECORD = 2

/**
 * Judgements, each once. A table that records them is believed before headings that say the same again; a heading's own statement
 * ("The board is inadequate") counts when its subject is not in the table. Without a table, pairs of lines are read.
 */
export function readGrades(blocks: Block[]): ProposedGrade[] {
  const scale = scaleIn(blocks.flatMap((b) => (b.kind === 'table' ? b.rows.flatMap((r) => r.cells.map((c) => c.text)) : [textOf(b)])))
  const tables = blocks.flatMap((b) => (b.kind === 'table' ? gradesInTable(b, scale !== null) : []))
  const { paired, stated } = gradesOnLines(blocks)
  const recorded = tables.length >= RECORD || (tables.length === 1 && !paired.length)
  const main = recorded ? tables : [...tables, ...withoutRepeatedPairs(paired)]
  const grades: ProposedGrade[] = []
  const add = (g: FoundGrade, confidence: number, reason: string) => {
    if (grades.some((k) => sameSubject(k, g))) return
    grades.push({ subject: g.subject, value: g.value, scale, page: g.page, confidence, reason, column: g.column })
  }
  for (const g of main) add(g, recorded ? 0.95 : 0.8, recorded ? 'a row of a table of judgements' : 'a grade beside or below its subject')
  const enough = grades.length >= RECORD || stated.some((s) => s.subject === 'Overall judgement')
  if (enough) for (const g of stated) if (!told(grades, g)) add(g, 0.75, 'a heading that states a judgement')
  return grades
}

function sameSubject(a: { subject: string; column?: string | null }, b: FoundGrade): boolean {
  if (!a.column && !b.column && b.subject.length > 12 && contains(a.subject, b.subject)) return true
  return (a.column ?? null) === b.column && overlap(a.subject, b.subject) > 0.9
}

/** Whether a statement says again what is recorded: its subject stands in a recorded one, or it is the overall judgement in other words. */
function told(grades: ProposedGrade[], g: FoundGrade): boolean {
  if (g.subject === 'Overall judgement' && grades.some((k) => /overall/i.test(k.subject))) return true
  if (/services|authority|council|school|provider|home\b/i.test(g.subject) && grades.some((k) => /overall/i.test(k.subject))) return true
  return grades.some(
    (k) => contains(k.subject, g.subject.replace(/^the /i, '')) || contains(g.subject, k.subject) || overlap(k.subject, g.subject) > 0.6,
  )
}
