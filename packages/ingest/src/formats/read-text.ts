import { plainLine, textOfLine, type Line, type Segment } from '../document/line.ts'
import { splitMarker } from '../document/marker.ts'
import { withoutMarks } from './inline-marks.ts'

const LETTER_WIDTH = 5
/** A marker stands at most so many spaces before its text; further away, or with more cells beside it, it is a table's cell. */
const MARKER_GAP = 14
const CELL_GAP = 5

/** Reads plain text and Markdown to lines: form feeds are page ends, "##" are headings, tabs and pipes are cells, wide gaps are columns. */
export function readTextLines(text: string, markdown: boolean): { lines: Line[]; pages: number | null; title: string | null } {
  const { body, title } = withoutFrontMatter(text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'))
  const pages = body.split('\f')
  const paged = pages.length > 1
  const pagesCount = pages.filter((p, i) => p.trim() || i < pages.length - 1).length
  const lines: Line[] = []
  pages.forEach((page, p) => {
    let blank = p === 0 ? 1 : 0
    for (const raw of page.split('\n').flatMap(inPieces)) {
      // The line below a Markdown table's head is neither text nor white space.
      if (/^\s*\|[\s:|-]{3,}\|\s*$/.test(raw)) continue
      const line = PAGE_MARK.test(raw) ? 'blank' : lineFrom(withoutQuoteMark(raw), paged ? p + 1 : null, markdown)
      if (line === 'blank') blank++
      else {
        lines.push({ ...line, number: lines.length + 1, gap: blank })
        blank = 0
      }
    }
  })
  return { lines: withoutDoubleSpacing(lines), pages: paged ? pagesCount : null, title }
}

/** Longer than any line somebody wrote: a whole document without line ends. */
const LONGEST_LINE = 8000

/** A line without end is cut where its sentences end, so that no pattern has to look at all of it at once. */
function inPieces(line: string): string[] {
  const out: string[] = []
  let from = 0
  while (line.length - from > LONGEST_LINE) {
    const piece = line.slice(from, from + LONGEST_LINE)
    const end = Math.max(piece.lastIndexOf('. ') + 1, piece.lastIndexOf('? ') + 1)
    const cut = end > LONGEST_LINE / 4 ? end : piece.lastIndexOf(' ') > 0 ? piece.lastIndexOf(' ') : LONGEST_LINE
    out.push(line.slice(from, from + cut))
    from += cut
  }
  out.push(line.slice(from))
  return out
}

/** "%%page 13%%", "[Page 4]", "--- Page 2 ---": what a program that read a scan put between its pages. */
const PAGE_MARK = /^\s*(?:%%+|\[|<|-{2,}|={2,}|\*{2,})\s*page\s+\d+(?: of \d+)?\s*(?:%%+|\]|>|-{2,}|={2,}|\*{2,})?\s*$/i

/** "> 1. The council should": the mark of a block quote is no part of its words. */
const withoutQuoteMark = (raw: string) => raw.replace(/^\s{0,3}(?:>\s?)+(?=\S|$)/, '')

/** Typed with an empty line after each: then one empty line is ordinary leading, and only more are white space. */
function withoutDoubleSpacing(lines: Line[]): Line[] {
  const inner = lines.slice(1)
  const cut = inner.filter((l, i) => l.gap === 1 && !/[.:;!?)"”]$/.test(textOfLine(lines[i] as Line)) && /^[\p{Ll}(]/u.test(textOfLine(l)))
  const apart = inner.filter((l) => l.gap >= 1).length
  if (lines.length < 8 || apart < inner.length * 0.9 || cut.length < inner.length * 0.3) return lines
  return lines.map((l) => ({ ...l, gap: Math.max(0, l.gap - 1) }))
}

function lineFrom(raw: string, page: number | null, markdown: boolean): Line | 'blank' {
  if (!raw.trim() || /^\s*(?:-{3,}|_{3,}|\*{3,}|={3,})\s*$/.test(raw) || /^\s*\|?[\s:|-]{5,}\|?\s*$/.test(raw)) return 'blank'
  if (raw.includes('\t') && raw.split('\t').filter((c) => c.trim()).length > 0 && !/^\t*\s*(?:[-*•]|\d+[.)])\s/.test(raw)) {
    const cells = raw.split('\t').map((c) => withoutMarks(c).text)
    if (cells.length > 1 && !(cells.length === 2 && !cells[0]?.trim()))
      return plainLine({ page, number: 0, segments: [piece(cells.join(' '), 0, false)], cells })
  }
  if (/^\s*\|.*\|\s*$/.test(raw))
    return plainLine({
      page,
      number: 0,
      segments: [piece(withoutMarks(raw.replace(/\|/g, ' ')).text, 0, false)],
      cells: raw
        .trim()
        .slice(1, -1)
        .split('|')
        .map((c) => withoutMarks(c).text),
    })
  const heading = /^ {0,3}(#{1,6})\s+(.*?)#*\s*$/.exec(raw)
  if (heading)
    return plainLine({
      page,
      number: 0,
      level: (heading[1] ?? '#').length,
      segments: [piece(withoutMarks(heading[2] ?? '').text, 0, true)],
    })
  const indent = /^\s*/.exec(raw.replace(/\t/g, '    '))?.[0].length ?? 0
  const segments = markdown ? [marked(raw.trim(), indent)] : piecesOf(raw, indent)
  const filled = segments.filter((s) => s.text)
  return filled.length ? plainLine({ page, number: 0, segments: filled, x: indent * LETTER_WIDTH }) : 'blank'
}

const piece = (text: string, column: number, bold: boolean): Segment => ({
  text,
  x: column * LETTER_WIDTH,
  right: (column + text.length) * LETTER_WIDTH,
  size: 0,
  bold,
})

function marked(text: string, column: number): Segment {
  const plain = withoutMarks(text)
  return piece(plain.text, column, plain.bold)
}

/** Three spaces or more part columns; after a list marker or a heading's number they do not. */
function piecesOf(raw: string, indent: number): Segment[] {
  const pieces: Segment[] = []
  const runs = [...raw.replace(/\t/g, '    ').matchAll(/\S+(?:\s{1,2}\S+)*/g)]
  const nearest = runs.length > 2 ? CELL_GAP : MARKER_GAP
  for (const match of runs) {
    const text = match[0]
    const last = pieces.at(-1)
    if (
      last &&
      (splitMarker(`${last.text} `)?.rest === '' || /^(?:\d{1,3}(?:\.\d+)*|[A-Z]\.?|o)$/.test(last.text)) &&
      pieces.length === 1 &&
      match.index - last.right / LETTER_WIDTH <= nearest
    ) {
      const joined = marked(`${last.text} ${text}`, last.x / LETTER_WIDTH)
      pieces[0] = { ...joined, right: (match.index + text.length) * LETTER_WIDTH }
    } else pieces.push(marked(text, match.index))
  }
  const first = pieces[0]
  if (first) first.x = indent * LETTER_WIDTH
  return pieces
}

function withoutFrontMatter(text: string): { body: string; title: string | null } {
  const match = /^---\n([\s\S]{0,5000}?)\n---\n/.exec(text)
  if (!match) return { body: text, title: null }
  const title = /^title:\s*(.+)$/m.exec(match[1] ?? '')?.[1]?.replace(/^["']|["']$/g, '') ?? null
  return { body: text.slice(match[0].length), title }
}
