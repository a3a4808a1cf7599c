import { textOfLine, type Line, type Segment } from '../document/line.ts'
import { fold } from '../document/words.ts'
import type { Cues } from './cues.ts'

/**
 * In a table whose cells are centred, a grade of two lines stands around the one line of its subject: "Requires" above it to the right,
 * "improvement" below. The three lines are one row.
 */
export function withWholeGrades(lines: Line[], cues: Cues): Line[] {
  const out: Line[] = []
  for (let i = 0; i < lines.length; i++) {
    const row = rowAround([lines[i], lines[i + 1], lines[i + 2]], cues)
    out.push(row ?? (lines[i] as Line))
    if (row) i += 2
  }
  return out
}

function rowAround([above, subject, below]: (Line | undefined)[], cues: Cues): Line | null {
  if (!above || !subject || !below || above.segments.length !== 1 || below.segments.length !== 1) return null
  if (above.page !== below.page || subject.right >= above.x || Math.abs(above.x - below.x) > 12) return null
  const value = fold(`${textOfLine(above)} ${textOfLine(below)}`)
  // "Requires improvement" alone is a grade as well; "to be good" below it never is.
  if (!cues.isValue(value) || cues.isValue(textOfLine(below))) return null
  const cell: Segment = { ...(above.segments[0] as Segment), right: Math.max(above.right, below.right), text: value }
  return {
    ...subject,
    gap: Math.max(above.gap, subject.gap, 0.4),
    ruleAbove: above.ruleAbove,
    segments: [...subject.segments, cell],
    right: cell.right,
  }
}
