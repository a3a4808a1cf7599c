import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import { cellOf, type Block, type Cell } from '../document/block.ts'
import { splitMarker, type Marker } from '../document/marker.ts'
import { fold } from '../document/words.ts'
import { nestItems } from '../layout/nest-items.ts'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

const SKIPPED = new Set([
  'script',
  'style',
  'nav',
  'noscript',
  'template',
  'svg',
  'form',
  'button',
  'select',
  'iframe',
  'object',
  'head',
  'footer',
  'aside',
])
const SKIPPED_NAMES =
  /\b(?:nav(?:igation|bar)?|breadcrumbs?|menu|cookies?|footer|sidebar|share|social|skip-?link|pagination|related|footnotes?|toc|contents-list)\b/i
const BLOCK = new Set([
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'table',
  'ul',
  'ol',
  'p',
  'div',
  'section',
  'article',
  'main',
  'body',
  'html',
  'blockquote',
  'center',
  'header',
  'figure',
  'figcaption',
  'dl',
  'dt',
  'dd',
  'address',
  'details',
  'summary',
  'fieldset',
  'pre',
  'hr',
])
const NAMED = new Set(['div', 'ul', 'section', 'ol', 'header', 'p'])
const HEADING = /^h[1-6]$/
const STEP = 20
const MAX_DEPTH = 400

type Writer = { blocks: Block[]; x: Map<Block, number>; run: string; bold: boolean }

/** Reads HTML, faulty HTML too, to blocks. Navigation, scripts and notes at the end are left out; nothing is loaded or run. */
export function readHtmlBlocks(html: string): { blocks: Block[]; title: string | null } {
  const tree = parse(html)
  const writer: Writer = { blocks: [], x: new Map(), run: '', bold: true }
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

const isElement = (node: Node): node is Element => 'tagName' in node
const attribute = (node: Element, name: string) => node.attrs.find((a) => a.name === name)?.value ?? ''

function textIn(node: Node, depth: number): string {
  if (depth > MAX_DEPTH) return ''
  if (node.nodeName === '#text' && 'value' in node) return node.value
  if (isElement(node) && (SKIPPED.has(node.tagName) || isNote(node))) return ''
  return isElement(node) ? node.childNodes.map((c) => textIn(c, depth + 1)).join('') : ''
}

/** A raised number that points to a footnote. */
function isNote(node: Element): boolean {
  return node.tagName === 'sup' && /^[\s[\](\d*†‡)]*$/.test(node.childNodes.map((c) => textIn(c, 1)).join(''))
}

function visit(node: Node, w: Writer, indent: number, depth: number): void {
  if (depth > MAX_DEPTH) return
  if (node.nodeName === '#text' && 'value' in node) addText(w, node.value, false)
  else if (isElement(node) && !isSkipped(node)) visitElement(node, w, indent, depth)
}

/** What stands around the text of a page: navigation, scripts, notes. */
function isSkipped(node: Element): boolean {
  if (SKIPPED.has(node.tagName) || isNote(node)) return true
  return NAMED.has(node.tagName) && SKIPPED_NAMES.test(`${attribute(node, 'id')} ${attribute(node, 'class')} ${attribute(node, 'role')}`)
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

function addText(w: Writer, text: string, bold: boolean): void {
  if (!w.run.trim()) w.bold = true
  if (text.trim() && !bold && /[\p{L}\p{N}]/u.test(text)) w.bold = false
  w.run += text.replace(/[ \t\r\f\v\n]+/g, ' ')
}

function textWithBreaks(node: Node): string {
  if (isElement(node) && node.tagName === 'br') return ' '
  if (isElement(node) && isNote(node)) return ''
  if (node.nodeName === '#text' && 'value' in node) return node.value
  return isElement(node) ? node.childNodes.map((c) => textWithBreaks(c)).join('') : ''
}

/** Ends the running paragraph. A line break before a list marker parts paragraphs; any other is white space. */
function flush(w: Writer, indent: number): void {
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
    if (!isElement(child)) continue
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
  const inner: Writer = { blocks: [], x: new Map(), run: '', bold: true }
  for (const c of cell.childNodes) visit(c, inner, 0, 0)
  flush(inner, 0)
  nestItems(inner.blocks, inner.x)
  return cellOf(inner.blocks)
}
