import type { Block } from '../../document/block.ts'
import { splitMarker } from '../../document/marker.ts'
import { fold } from '../../document/words.ts'

/** Blocks as they are written, their left edges, and the paragraph that is still open. */
export type Writer = { blocks: Block[]; x: Map<Block, number>; run: string; bold: boolean }

export const newWriter = (): Writer => ({ blocks: [], x: new Map(), run: '', bold: true })

export function addText(w: Writer, text: string, bold: boolean): void {
  if (!w.run.trim()) w.bold = true
  if (text.trim() && !bold && /[\p{L}\p{N}]/u.test(text)) w.bold = false
  w.run += text.replace(/[ \t\r\f\v\n]+/g, ' ')
}

/** Ends the running paragraph. A line break before a list marker parts paragraphs; any other is white space. */
export function flush(w: Writer, indent: number): void {
  const parts = w.run.split('\n').reduce<string[]>((out, part) => {
    const last = out.at(-1)
    if (last === undefined || (splitMarker(`${fold(part)} `) !== null && last.trim())) out.push(part)
    else out[out.length - 1] = `${last} ${part}`
    return out
  }, [])
  for (const part of parts) {
    const text = fold(part)
    if (text) addBlock(w, text, w.bold, indent)
  }
  w.run = ''
  w.bold = true
}

function addBlock(w: Writer, text: string, bold: boolean, indent: number): void {
  const at = { page: null, paragraph: 0 }
  const marked = splitMarker(text)
  const words = text.split(' ').length
  if (bold && words <= 16 && !/[.;,]$/.test(text) && (!marked || marked.marker.family !== 'bullet') && indent === 0) {
    w.blocks.push({ kind: 'heading', text, level: null, at })
    return
  }
  const block: Block = marked?.rest
    ? { kind: 'item', marker: marked.marker, depth: 0, text: marked.rest, at }
    : { kind: 'paragraph', text, bold, indent, at }
  w.blocks.push(block)
  w.x.set(block, indent)
}
