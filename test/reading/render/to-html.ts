import type { SourceBlock } from '../corpus-source.ts'

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** A page as a council's site would show it: navigation around it, lists and tables in HTML. */
export function toHtml(title: string, blocks: SourceBlock[]): string {
  let depth = -1
  const parts: string[] = []
  const listTo = (to: number) => {
    for (; depth < to; depth++) parts.push('<ul>')
    for (; depth > to; depth--) parts.push('</ul>')
  }
  for (const block of blocks) {
    if (block.kind !== 'bullet') listTo(-1)
    if (block.kind === 'heading') parts.push(`<h${block.level}>${escape(block.text)}</h${block.level}>`)
    else if (block.kind === 'paragraph') parts.push(`<p>${block.bold ? `<strong>${escape(block.text)}</strong>` : escape(block.text)}</p>`)
    else if (block.kind === 'bullet') {
      listTo(block.depth)
      parts.push(`<li>${escape(block.text)}`)
    } else
      parts.push(
        `<table>${block.rows.map((row, i) => `<tr>${row.map((c) => (i ? `<td>${escape(c)}</td>` : `<th>${escape(c)}</th>`)).join('')}</tr>`).join('\n')}</table>`,
      )
  }
  listTo(-1)
  return `<!doctype html><html><head><title>${escape(title)}</title></head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/recommendations">Recommendations</a></li></ul></nav><main>${parts.join('\n')}</main><footer><p>Contact us</p></footer></body></html>`
}
