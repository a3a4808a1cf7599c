import type { SourceBlock } from '../corpus-source.ts'

const WIDTH = 84
const PAGE = 52

export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line ? `${line} ${word}` : word
  }
  if (line) lines.push(line)
  return lines
}

/** Text as an extractor lays a printed document out: broken lines, columns by spaces, a running foot and a form feed a page. */
export function toLaidOutText(title: string, blocks: SourceBlock[]): string {
  const lines = blocks.flatMap((block) => [...linesOf(block), ''])
  const pages: string[] = []
  for (let at = 0; at < lines.length; at += PAGE) {
    const page = lines.slice(at, at + PAGE)
    pages.push([...page, '', `${title.slice(0, 60)}${' '.repeat(10)}${pages.length + 1}`].join('\n'))
  }
  return `${pages.join('\n\f')}\n\f`
}

function linesOf(block: SourceBlock): string[] {
  if (block.kind === 'heading') return wrap(block.text, WIDTH)
  if (block.kind === 'paragraph') return wrap(block.text, WIDTH)
  if (block.kind === 'bullet') {
    const indent = ' '.repeat(2 + block.depth * 4)
    return wrap(block.text, WIDTH - indent.length - 2).map((l, i) => `${indent}${i ? ' ' : '•'} ${l}`)
  }
  return tableLines(block.rows)
}

function tableLines(rows: string[][]): string[] {
  const columns = Math.max(...rows.map((r) => r.length))
  const widths = Array.from({ length: columns }, (_, k) => Math.max(...rows.map((r) => (r[k] ?? '').length)))
  const room = 150 - columns * 4
  const total = widths.reduce((a, b) => a + Math.min(b, 45), 0)
  const fit = widths.map((w) => Math.max(8, Math.min(w, total > room ? Math.floor((Math.min(w, 45) * room) / total) : 60)))
  return rows.flatMap((row) => {
    const cells = fit.map((w, k) => wrap(row[k] ?? '', w))
    const height = Math.max(1, ...cells.map((c) => c.length))
    return [
      ...Array.from({ length: height }, (_, i) =>
        fit
          .map((w, k) => (cells[k]?.[i] ?? '').padEnd(w + 4))
          .join('')
          .trimEnd(),
      ),
      '',
    ]
  })
}
