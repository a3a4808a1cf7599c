import { textOf, type Block } from '../document/block.ts'
import { contains, overlap } from '../document/words.ts'
import type { ProposedGrade } from '../reading.ts'
import { gradesOnLines, withoutRepeatedPairs } from './from-lines.ts'
import { gradesInTable, type FoundGrade } from './from-tables.ts'
import { toldGrades } from './told-grades.ts'
import { ofOneScale, scaleIn } from './grade-words.ts'

const RECORD = 2

/**
 * Judgements, each once. A table that records them is believed before headings that say the same again; a heading's own statement
 * ("The board is inadequate") counts when its subject is not in the table. Without a table, pairs of lines are read.
 */
export function readGrades(blocks: Block[]): ProposedGrade[] {
  const scale = scaleIn(blocks.flatMap((b) => (b.kind === 'table' ? b.rows.flatMap((r) => r.cells.map((c) => c.text)) : [textOf(b)])))
  const tables = withoutFragments(blocks.flatMap((b) => (b.kind === 'table' ? [gradesInTable(b, scale !== null)] : [])))
  const { paired: onLines, stated } = gradesOnLines(blocks)
  // What sentences tell counts where nothing is recorded in lines or tables.
  const paired = tables.length || onLines.length ? onLines : several(toldGrades(blocks))
  const recorded = tables.length >= RECORD || (tables.length === 1 && !paired.length)
  const main = recorded ? tables : [...tables, ...withoutRepeatedPairs(paired)]
  const grades: ProposedGrade[] = []
  const add = (g: FoundGrade, confidence: number, reason: string) => {
    if (grades.some((k) => sameSubject(k, g))) return
    grades.push({ subject: g.subject, value: g.value, scale, page: g.page, confidence, reason, column: g.column })
  }
  for (const g of main) add(g, recorded ? 0.95 : 0.8, recorded ? 'a row of a table of judgements' : 'a grade beside or below its subject')
  const enough = grades.length >= RECORD || stated.some((s) => s.subject === 'Overall judgement')
  if (enough)
    for (const g of stated)
      if (!told(grades, g) && ofOneScale([...grades.map((k) => k.value), g.value])) add(g, 0.75, 'a heading that states a judgement')
  return grades
}

/** One grade told in a sentence may be somebody else's, or of another year. */
const several = <T>(found: T[]): T[] => (found.length >= RECORD ? found : [])

/** The largest table is the record of judgements; a row elsewhere that names part of a recorded subject is a heading that was set like a table. */
function withoutFragments(tables: FoundGrade[][]): FoundGrade[] {
  const record = tables.reduce((best, t) => (t.length > best.length ? t : best), [] as FoundGrade[])
  const again = (g: FoundGrade) => !g.column && record.some((k) => k.value === g.value && saysAgain(k.subject, g.subject))
  return tables.flatMap((t) => (t === record || record.length < 3 ? t : t.filter((g) => !again(g))))
}

function sameSubject(a: { subject: string; column?: string | null }, b: FoundGrade): boolean {
  if (!a.column && !b.column && b.subject.length > 12 && contains(a.subject, b.subject)) return true
  return (a.column ?? null) === b.column && overlap(a.subject, b.subject) > 0.93
}

/** Whether a statement says again what is recorded: its subject stands in a recorded one, or it is the overall judgement in other words. */
function told(grades: ProposedGrade[], g: FoundGrade): boolean {
  if (g.subject === 'Overall judgement' && grades.some((k) => /overall/i.test(k.subject))) return true
  if (/services|authority|council|school|provider|home\b/i.test(g.subject) && grades.some((k) => /overall/i.test(k.subject))) return true
  return grades.some((k) => saysAgain(k.subject, g.subject))
}

function saysAgain(recorded: string, subject: string): boolean {
  const [known, named] = [inFull(recorded, subject), inFull(subject, recorded)]
  return contains(known, named.replace(/^the (?:effectiveness of the )?/i, '')) || contains(named, known) || overlap(known, named) > 0.6
}

/** "The LSCB" beside "The Local Safeguarding Children Board": short names are written in full where the other text has the words. */
function inFull(text: string, other: string): string {
  const words = other.split(/[^\p{L}’']+/u).filter(Boolean)
  return text.replace(/\b\p{Lu}{3,7}\b/gu, (short) => {
    const at = words.findIndex(
      (_, i) =>
        words
          .slice(i, i + short.length)
          .map((w) => w[0])
          .join('')
          .toUpperCase() === short,
    )
    return at < 0 ? short : words.slice(at, at + short.length).join(' ')
  })
}
