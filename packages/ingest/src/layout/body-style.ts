import type { Cues } from './cues.ts'
import { textOfLine, type Line } from '../document/line.ts'

/**
 * How the running text is set: the size most letters have (0 where unknown) and the length at which its lines are broken, in letters;
 * with it the cues that its words give.
 */
export type BodyStyle = { size: number; wrap: number; right: number; cues: Cues }

export function bodyStyleOf(lines: Line[], cues: Cues): BodyStyle {
  const sizes = new Map<number, number>()
  for (const line of lines) for (const s of line.segments) sizes.set(s.size, (sizes.get(s.size) ?? 0) + s.text.length)
  const size = [...sizes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
  const body = lines.filter((l) => l.segments.length === 1 && Math.abs(l.size - size) < 0.6)
  const lengths = body
    .map((l) => textOfLine(l).length)
    .filter((n) => n > 20)
    .sort((a, b) => a - b)
  const rights = body.map((l) => l.right).sort((a, b) => a - b)
  return { size, cues, wrap: lengths[Math.floor(lengths.length * 0.85)] ?? 80, right: rights[Math.floor(rights.length * 0.9)] ?? 500 }
}
