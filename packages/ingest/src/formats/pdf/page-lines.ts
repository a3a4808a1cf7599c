import { plainLine, type Line, type Segment } from '../../document/line.ts'
import { splitMarker } from '../../document/marker.ts'
import type { PageItem } from './page-items.ts'
import type { Rulings } from './rulings.ts'

/** Puts a page's runs of letters together to printed lines, top down, with the gaps and drawn lines between them. */
export function linesOfPage(items: PageItem[], rulings: Rulings, page: number): Line[] {
  const rows = dropRaised(rowsOf(items))
  const leading = usualLeading(rows)
  const lines: Line[] = []
  for (const row of rows) {
    const y = baseline(row)
    const size = mainSize(row)
    const segments = withDrawnBullets(segmentsOf(row, rulings), y, size, rulings)
    if (!segments.length) continue
    const above = lines.at(-1)
    const step = above ? (above.y ?? 0) - y : 0
    const gap = above ? Math.max(0, step / Math.max(leading, Math.min(size, above.size) * 1.18) - 1) : 0
    const line = plainLine({ page, number: 0, segments, size, y, gap })
    lines.push({ ...line, ruleAbove: above !== undefined && ruledBetween(above, line, rulings) })
  }
  return lines
}

/** A small mark just left of a piece of text, at the height of its letters, is its bullet. */
function withDrawnBullets(segments: Segment[], y: number, size: number, rulings: Rulings): Segment[] {
  const dots = rulings.dots.filter((d) => d.y > y - size * 0.1 && d.y < y + size * 0.75)
  if (!dots.length) return segments
  return segments.map((s) => {
    const dot = dots.find((d) => d.x < s.x - 2 && d.x > s.x - 32)
    return dot && !isMarker(s.text.split(' ')[0] ?? '') ? { ...s, x: dot.x, text: `• ${s.text}` } : s
  })
}

/** A border between two lines; the underline of a link in the line above is none. */
function ruledBetween(above: Line, line: Line, rulings: Rulings): boolean {
  const top = above.y ?? 0
  const low = line.y ?? 0
  const underlines = (r: { y: number; from: number; to: number }) =>
    r.y > top - above.size * 0.3 && r.from >= above.x - 3 && r.to <= above.right + 3
  return rulings.horizontal.some(
    (r) => r.y < top + line.size * 0.1 && r.y > low + line.size * 0.55 && r.to > line.x + 2 && r.from < line.right - 2 && !underlines(r),
  )
}

const baseline = (row: PageItem[]) => row.reduce((best, item) => (item.size > best.size ? item : best)).y

function mainSize(row: PageItem[]): number {
  const weight = new Map<number, number>()
  for (const item of row) weight.set(item.size, (weight.get(item.size) ?? 0) + item.text.length)
  return [...weight].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

/** Items share a line when their baselines differ by less than half the larger letter; a raised number belongs to the line it is raised from. */
function rowsOf(items: PageItem[]): PageItem[][] {
  const rows: { y: number; size: number; items: PageItem[] }[] = []
  for (const item of [...items].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.findLast((r) => Math.abs(r.y - item.y) < Math.max(r.size, item.size) * 0.45)
    if (row) {
      row.items.push(item)
      if (item.size > row.size) Object.assign(row, { y: item.y, size: item.size })
    } else rows.push({ y: item.y, size: item.size, items: [item] })
  }
  return rows.map((r) => r.items.sort((a, b) => a.x - b.x)).sort((a, b) => baseline(b) - baseline(a))
}

/** Raised footnote numbers are not part of the wording. */
function dropRaised(rows: PageItem[][]): PageItem[][] {
  return rows.map((row) => {
    const size = mainSize(row)
    const y = baseline(row)
    return row.filter((item) => !(item.size < size * 0.8 && item.y > y + size * 0.15 && /^[\d,*†‡\s]+$/.test(item.text)))
  })
}

/** The step from line to line inside a paragraph: the smallest that is common, so that a page of one-line paragraphs does not pass for one. */
function usualLeading(rows: PageItem[][]): number {
  const steps = new Map<number, number>()
  for (let i = 1; i < rows.length; i++) {
    const size = mainSize(rows[i] ?? [])
    const step = Math.round(baseline(rows[i - 1] ?? []) - baseline(rows[i] ?? []))
    if (step > size * 0.9 && step < size * 1.9) steps.set(step, (steps.get(step) ?? 0) + 1)
  }
  const most = Math.max(0, ...steps.values())
  return [...steps].filter(([, n]) => n >= Math.max(2, most * 0.3)).sort((a, b) => a[0] - b[0])[0]?.[0] ?? 0
}

function segmentsOf(row: PageItem[], rulings: Rulings): Segment[] {
  const segments: (Segment & { letters: number; boldLetters: number })[] = []
  for (const item of row) {
    const text = item.symbol && item.text.trim().length === 1 ? '•' : item.text.replace(/\s+/g, ' ')
    const last = segments.at(-1)
    const space = last ? item.x - last.right : 0
    const letters = text.trim().length
    const between =
      last &&
      rulings.vertical.some(
        (v) => v.x > last.x + 2 && item.x - v.x < item.size && v.x < item.x + 1 && v.from < item.y + item.size * 0.4 && v.to > item.y,
      )
    const apart = last && (between || (space > item.size * 1.4 && !isMarker(last.text)))
    if (!last || apart) {
      segments.push({
        x: item.x,
        right: item.x + item.width,
        text: text.trim(),
        size: item.size,
        bold: item.bold,
        letters,
        boldLetters: item.bold ? letters : 0,
      })
      continue
    }
    const spaced = space > item.size * 0.12 || /\s$/.test(last.text) || /^\s/.test(text)
    last.text = `${last.text.trimEnd()}${spaced ? ' ' : ''}${text.trimStart()}`
    last.right = Math.max(last.right, item.x + item.width)
    last.letters += letters
    last.boldLetters += item.bold ? letters : 0
  }
  return segments
    .map(({ letters, boldLetters, ...s }) => ({ ...s, text: s.text.trim(), bold: boldLetters > letters * 0.6 }))
    .filter((s) => s.text)
}

function isMarker(text: string): boolean {
  const split = splitMarker(`${text.trim()} `)
  return (split !== null && split.rest === '') || /^\d{1,3}$/.test(text.trim())
}
