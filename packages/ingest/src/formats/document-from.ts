import type { Block, DocumentText } from '../document/block.ts'
import type { Line } from '../document/line.ts'
import { assembleBlocks } from '../layout/assemble-blocks.ts'
import { bodyStyleOf } from '../layout/body-style.ts'
import type { Cues } from '../layout/cues.ts'
import { withoutContents } from '../layout/contents.ts'
import { withoutFootnotes } from '../layout/footnotes.ts'
import { withoutFurniture } from '../layout/furniture.ts'
import { decodeText } from './decode-text.ts'
import { readTextLines } from './read-text.ts'
import { sniffFormat } from './sniff-format.ts'
import { Unreadable } from './unreadable.ts'

export type FormatLimits = { maxPages: number; maxLetters: number }
export type Progress = (page: number, pages: number) => void

/** Any file to one shape: headings, paragraphs, items and tables in reading order. Throws an unreadable error with a sentence. */
export async function documentFrom(
  name: string,
  bytes: Uint8Array,
  limits: FormatLimits,
  cues: Cues,
  progress: Progress = () => {},
): Promise<DocumentText> {
  const format = sniffFormat(name, bytes)
  // Each reader is loaded when a file asks for it: a text needs no PDF library.
  if (format === 'pdf') {
    const { readPdfLines } = await import('./pdf/read-pdf.ts')
    const { lines, pages, title } = await readPdfLines(bytes, limits, progress)
    return { format, pages, declaredTitle: title, ...fromLines(lines, cues) }
  }
  if (format === 'docx') {
    const { readDocxBlocks } = await import('./docx/read-docx.ts')
    return { format, pages: null, declaredTitle: null, leftOut: [], blocks: (await readDocxBlocks(bytes)).blocks }
  }
  const text = decodeText(bytes)
  if (text.length > limits.maxLetters) throw Unreadable('tooLarge', `the text is longer than ${limits.maxLetters} letters`)
  if (!text.trim()) throw Unreadable('empty', 'the file holds no text')
  if (format === 'html') {
    const { readHtmlBlocks } = await import('./html/read-html.ts')
    const { blocks, title } = readHtmlBlocks(text)
    if (!blocks.length) throw Unreadable('noText', 'the page holds no text')
    return { format, pages: null, declaredTitle: title, blocks: withoutContentsList(blocks), leftOut: [] }
  }
  const { lines, pages, title } = readTextLines(text, format === 'markdown')
  if (pages !== null && pages > limits.maxPages)
    throw Unreadable('tooManyPages', `the text has ${pages} pages; at most ${limits.maxPages} are read`)
  return { format, pages, declaredTitle: title, ...fromLines(lines, cues) }
}

function fromLines(lines: Line[], cues: Cues): Pick<DocumentText, 'blocks' | 'leftOut'> {
  const furniture = withoutFurniture(lines, cues)
  const style = bodyStyleOf(furniture.lines, cues)
  const notes = withoutFootnotes(furniture.lines, style.size)
  const contents = withoutContents(notes.lines)
  return { blocks: assembleBlocks(contents.lines, style), leftOut: [...furniture.leftOut, ...notes.leftOut, ...contents.leftOut] }
}

/** A page's own list of contents: the items below a heading that says so. */
function withoutContentsList(blocks: Block[]): Block[] {
  const out: Block[] = []
  let inside = false
  for (const block of blocks) {
    if (block.kind === 'heading') inside = /^(?:table of )?contents:?$/i.test(block.text)
    if (!inside || block.kind === 'heading' || (block.kind === 'paragraph' && block.text.length > 120)) out.push(block)
  }
  return out.map((b, i) => ({ ...b, at: { ...b.at, paragraph: i + 1 } }))
}
