import { textOfLine, type Line } from '../document/line.ts'
import { byPage, type Kept } from './furniture.ts'

const FOOTNOTE_NUMBER = /^\d{1,3}$/

/**
 * Notes at the foot of a page are not part of the running text. Where letters have a size, notes are set smaller than the body and
 * begin with a number; in laid-out text the number stands alone on a line in the lower part of the page.
 */
export function withoutFootnotes(lines: Line[], bodySize: number): Kept {
  const drop = new Set<Line>()
  for (const page of byPage(lines)) {
    const from = bodySize > 0 ? smallPrintFrom(page, bodySize) : loneNumberFrom(page)
    if (from !== null) for (const line of page.slice(from)) drop.add(line)
  }
  return {
    lines: lines.filter((l) => !drop.has(l)),
    leftOut: [...drop].map((l) => ({ text: textOfLine(l), page: l.page, reason: 'footnote' })),
  }
}

function smallPrintFrom(page: Line[], bodySize: number): number | null {
  let from: number | null = null
  for (let i = page.length - 1; i >= 0; i--) {
    const line = page[i]
    if (!line || line.size > bodySize * 0.93) break
    if (/^\d{1,3}\s*\S/.test(textOfLine(line)) || FOOTNOTE_NUMBER.test(textOfLine(line))) from = i
  }
  return from === null || from === 0 ? null : from
}

function loneNumberFrom(page: Line[]): number | null {
  if (page[0]?.page === null) return null
  for (let i = Math.floor(page.length * 0.5); i < page.length - 1; i++) {
    const line = page[i]
    const next = page[i + 1]
    if (!line || !next || page.length - i > 22) continue
    if (FOOTNOTE_NUMBER.test(textOfLine(line)) && line.gap >= 1 && next.gap === 0 && /^[A-Z‘“]/.test(textOfLine(next))) {
      const rest = page.slice(i)
      const numbers = rest.filter((l) => FOOTNOTE_NUMBER.test(textOfLine(l))).map((l) => Number(textOfLine(l)))
      if (numbers.every((n, k) => k === 0 || n === (numbers[k - 1] ?? 0) + 1)) return i
    }
  }
  return null
}
