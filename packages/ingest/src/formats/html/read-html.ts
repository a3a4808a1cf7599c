import { parse } from 'parse5'
import { cellOf, type Block, type Cell } from '../../document/block.ts'
import type { Marker } from '../../document/marker.ts'
import { fold } from '../../document/words.ts'
import { nestItems } from '../../layout/nest-items.ts'
import { addText, flush, newWriter, type Writer } from './block-writer.ts'
import { attribute, BLOCK, isElement, isSkipped, MAX_DEPTH, textIn, textWithBreaks, type Element, type Node } from './html-nodes.ts'

const HEADING = /^h[1-6]$/
const STEP = 20

/** Reads HTML, faulty HTML too, to blocks. Navigation, scripts and notes at the end are left out; nothing is loaded or run. */
export function readHtmlBlocks(html: string): { blocks: Block[]; title: string | null } {
  const tree = parse(html)
  const writer = newWriter()
  let title: string | null = null
  const find = (node: Node, depth: number): void => {
    if (depth > 4 || !isElement(node)) return
    if (node.tagName === 'title') title ??= fold(node.childNodes.map((c) => textIn(c, 1)).join('')) || null
    else if (node.tagName === 'html' || node.tagName === 'head') for (const child of node.childNodes) find(child, depth + 1)
  }
  for (const child of tree.childNodes) find(child, 0)
  for (const child of tree.childNodes) visit(child, writer, 0, 0)
  flush(writer, 0)
  nestItems(writer.blocks, writer.x)
  return { blocks: writer.blocks.map((b, i) => ({ ...b, at: { page: null, paragraph: i + 1 } })), title }
}

function visit(node: Node, w: Writer, indent: number, depth: number): void {
  if (depth > MAX_DEPTH) return
  if (node.nodeName === '#text' && 'value' in node) addText(w, node.value, false)
  else if (isElement(node) && !isSkipped(node)) visitElement(node, w, indent, depth)
}

function visitElement(node: Element, w: Writer, indent: number, depth: number): void {
  const tag = node.tagName
  const inside = () => node.childNodes.forEach((c) => visit(c, w, indent, depth + 1))
  if (tag === 'br') w.run += '\n'
  else if (tag === 'b' || tag === 'strong') addText(w, textWithBreaks(node), true)
  else if (!BLOCK.has(tag)) inside()
  else {
    flush(w, indent)
    if (HEADING.test(tag)) addHeading(w, node)
    else if (tag === 'table') addTable(node, w)
    else if (tag === 'ul' || tag === 'ol') addList(node, w, indent, depth)
    else if (tag === 'blockquote') addQuotation(w, inside, indent)
    else inside()
    flush(w, indent)
  }
}

/** A quotation's paragraphs say that they are another's words. */
function addQuotation(w: Writer, inside: () => void, indent: number): void {
  const from = w.blocks.length
  inside()
  flush(w, indent)
  for (const block of w.blocks.slice(from)) if (block.kind === 'paragraph') block.quoted = true
}

function addHeading(w: Writer, node: Element): void {
  const text = fold(textWithBreaks(node))
  if (text) w.blocks.push({ kind: 'heading', text, level: Number(node.tagName.slice(1)), at: { page: null, paragraph: 0 } })
}

function markerOf(list: Element, n: number): Marker {
  if (list.tagName === 'ul') return { family: 'bullet', printed: '•', ordinal: null }
  const type = attribute(list, 'type') || (/lower-alpha/.test(attribute(list, 'style')) ? 'a' : '1')
  if (type.toLowerCase() === 'a') return { family: 'letter', printed: `${String.fromCharCode(96 + n)}.`, ordinal: n }
  if (type.toLowerCase() === 'i')
    return { family: 'roman', printed: `${['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'][n - 1] ?? n}.`, ordinal: n }
  return { family: 'number', printed: `${n}.`, ordinal: n }
}

function addList(list: Element, w: Writer, indent: number, depth: number): void {
  let n = Number(attribute(list, 'start')) || 1
  for (const child of list.childNodes) {
    if (!isElement(child) || isSkipped(child)) continue
    if (child.tagName !== 'li') {
      visit(child, w, indent + STEP, depth + 1)
      continue
    }
    const from = w.blocks.length
    w.run = ''
    for (const c of child.childNodes) visit(c, w, indent + STEP, depth + 2)
    flush(w, indent + STEP)
    const first = w.blocks[from]
    if (first?.kind === 'paragraph' || first?.kind === 'heading') {
      const item: Block = { kind: 'item', marker: markerOf(list, n), depth: 0, text: first.text, at: first.at }
      w.blocks[from] = item
      w.x.set(item, indent + STEP)
    }
    n++
  }
}

function addTable(table: Element, w: Writer): void {
  const rows: Element[] = []
  const walk = (node: Node, depth: number): void => {
    if (!isElement(node) || depth > 8) return
    if (node.tagName === 'tr') rows.push(node)
    else for (const c of node.childNodes) walk(c, depth + 1)
  }
  walk(table, 0)
  const at = { page: null, paragraph: 0 }
  const read = rows.map((row) => ({
    at,
    cells: row.childNodes.filter((c): c is Element => isElement(c) && (c.tagName === 'td' || c.tagName === 'th')).map(cellFrom),
  }))
  // A table of one cell a row that holds prose is a box or a page's frame, not a table.
  if (read.length && read.every((r) => r.cells.length <= 1) && read.length < 3) {
    for (const row of read) for (const cell of row.cells) for (const block of cell.blocks) w.blocks.push(block)
    return
  }
  if (read.length) w.blocks.push({ kind: 'table', rows: read, at })
}

function cellFrom(cell: Element): Cell {
  const inner = newWriter()
  for (const c of cell.childNodes) visit(c, inner, 0, 0)
  flush(inner, 0)
  nestItems(inner.blocks, inner.x)
  return cellOf(inner.blocks)
}
