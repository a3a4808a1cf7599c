import type { SourceBlock } from '../corpus-source.ts'

/** A small PDF writer for tests: two standard fonts, ruled tables, a running foot. Enough to be read as a printed report is. */
export type PdfText = { x: number; y: number; size: number; bold: boolean; text: string }
export type PdfRule = { x1: number; y1: number; x2: number; y2: number }
export type PdfPageContent = { texts: PdfText[]; rules: PdfRule[] }

const LEFT = 60
const RIGHT = 535
const TOP = 780
const BOTTOM = 70
// Widths of Helvetica's letters in thousandths, by rough classes; only where lines break depends on them.
const NARROW = new Set("ijltfrI.,;:'|!()[] -/")
const WIDE = new Set('mwMW@%')
const widthOf = (text: string, size: number, bold: boolean) =>
  [...text].reduce((sum, c) => sum + (NARROW.has(c) ? 300 : WIDE.has(c) ? 850 : /[A-Z]/.test(c) ? 690 : 545), 0) *
  (size / 1000) *
  (bold ? 1.06 : 1)

function wrapTo(text: string, width: number, size: number, bold: boolean): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line ? `${line} ${word}` : word
    if (line && widthOf(longer, size, bold) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return line ? [...lines, line] : lines
}

export function toPdf(title: string, blocks: SourceBlock[]): Uint8Array {
  const pages: PdfPageContent[] = []
  let page: PdfPageContent = { texts: [], rules: [] }
  let y = TOP
  const turn = () => {
    pages.push(page)
    page = { texts: [], rules: [] }
    y = TOP
  }
  const put = (lines: string[], x: number, size: number, bold: boolean) => {
    for (const text of lines) {
      if (y < BOTTOM) turn()
      page.texts.push({ x, y, size, bold, text })
      y -= size * 1.2
    }
  }
  for (const block of blocks) {
    if (block.kind === 'heading') {
      const size = [20, 15, 12.5, 11][block.level - 1] ?? 11
      y -= 8
      put(wrapTo(block.text, RIGHT - LEFT, size, true), LEFT, size, true)
      y -= 6
    } else if (block.kind === 'paragraph') {
      put(wrapTo(block.text, RIGHT - LEFT, 11, block.bold), LEFT, 11, block.bold)
      y -= 8
    } else if (block.kind === 'bullet') {
      const x = LEFT + block.depth * 22
      const lines = wrapTo(block.text, RIGHT - x - 16, 11, false)
      if (y < BOTTOM) turn()
      page.texts.push({ x, y, size: 11, bold: false, text: '\u2022' })
      put(lines, x + 16, 11, false)
      y -= 5
    } else
      y = putTable(
        block.rows,
        () => page,
        y,
        turn,
        () => y,
      )
  }
  turn()
  const footed = pages.map((p, i) => ({
    ...p,
    texts: [
      ...p.texts,
      { x: LEFT, y: 40, size: 9, bold: false, text: title.slice(0, 70) },
      { x: 520, y: 40, size: 9, bold: false, text: String(i + 1) },
    ],
  }))
  return writePdf(footed)
}

function putTable(rows: string[][], page: () => PdfPageContent, from: number, turn: () => void, top: () => number): number {
  const columns = Math.max(...rows.map((r) => r.length))
  const longest = Array.from({ length: columns }, (_, k) =>
    Math.min(60, Math.max(6, ...rows.flatMap((r) => [(r[k] ?? '').length / 3, ...(r[k] ?? '').split(' ').map((w) => w.length * 1.7)]))),
  )
  const sum = longest.reduce((a, b) => a + b, 0)
  const widths = longest.map((w) => Math.max(46, ((RIGHT - LEFT) * w) / sum))
  const scale = (RIGHT - LEFT) / widths.reduce((a, b) => a + b, 0)
  const starts = widths.map((_, k) => LEFT + widths.slice(0, k).reduce((a, b) => a + b, 0) * scale)
  let y = from
  const rule = (at: number) => page().rules.push({ x1: LEFT - 3, y1: at, x2: RIGHT, y2: at })
  rule(y + 11)
  rows.forEach((row, i) => {
    const cells = starts.map((x, k) => wrapTo(row[k] ?? '', (widths[k] ?? 0) * scale - 8, 10, i === 0))
    const height = Math.max(1, ...cells.map((c) => c.length)) * 12
    if (y - height < BOTTOM) {
      turn()
      y = top()
      rule(y + 11)
    }
    cells.forEach((cell, k) =>
      cell.forEach((text, n) => page().texts.push({ x: starts[k] ?? LEFT, y: y - n * 12, size: 10, bold: i === 0, text })),
    )
    const low = y - height + 2
    for (const x of [...starts, RIGHT + 3]) page().rules.push({ x1: x - 3, y1: y + 11, x2: x - 3, y2: low })
    y -= height + 10
    rule(low)
  })
  return y - 6
}

const CP1252: Record<string, number> = {
  '\u2022': 0x95,
  '\u2018': 0x91,
  '\u2019': 0x92,
  '\u201c': 0x93,
  '\u201d': 0x94,
  '\u2013': 0x96,
  '\u2014': 0x97,
  '\u2026': 0x85,
}
const literal = (text: string) =>
  `(${[...text].map((c) => (c === '(' || c === ')' || c === '\\' ? `\\${c}` : (CP1252[c] ?? c.charCodeAt(0)) > 126 ? `\\${(CP1252[c] ?? c.charCodeAt(0)).toString(8)}` : c)).join('')})`

export function writePdf(pages: PdfPageContent[]): Uint8Array {
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((_, i) => `${5 + i * 2} 0 R`).join(' ')}] /Count ${pages.length} >>`,
  ]
  for (const name of ['Helvetica', 'Helvetica-Bold'])
    objects.push(`<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`)
  for (const page of pages) {
    const texts = page.texts.map(
      (t) => `BT /${t.bold ? 'F2' : 'F1'} ${t.size} Tf 1 0 0 1 ${t.x.toFixed(2)} ${t.y.toFixed(2)} Tm ${literal(t.text)} Tj ET`,
    )
    const rules = page.rules.map((r) => `${r.x1.toFixed(2)} ${r.y1.toFixed(2)} m ${r.x2.toFixed(2)} ${r.y2.toFixed(2)} l S`)
    const stream = [...rules, ...texts].join('\n')
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents ${objects.length + 2} 0 R >>`,
    )
    objects.push(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`)
  }
  return assemblePdf(objects)
}

/** Numbers the objects, writes their table and the trailer. */
export function assemblePdf(objects: string[], trailer = ''): Uint8Array {
  let out = '%PDF-1.4\n'
  const offsets = objects.map((object, i) => {
    const at = out.length
    out += `${i + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = out.length
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((o) => `${String(o).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer}>>\nstartxref\n${table}\n%%EOF\n`
  return Buffer.from(out, 'latin1')
}
