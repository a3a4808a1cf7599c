import type { DefaultTreeAdapterTypes } from 'parse5'

export type Node = DefaultTreeAdapterTypes.ChildNode
export type Element = DefaultTreeAdapterTypes.Element

const SKIPPED = new Set('script style nav noscript template svg button select iframe object head footer aside del s strike'.split(' '))
const SKIPPED_NAMES =
  /\b(?:nav(?:igation|bar)?|breadcrumbs?|menu|cookies?|footer|sidebar|share|social|skip-?link|pagination|related|footnotes?|toc|contents-list)\b/i
export const BLOCK = new Set(
  `h1 h2 h3 h4 h5 h6 table ul ol p div section article main body html blockquote center header figure figcaption dl dt dd address details
  summary fieldset form pre hr`.split(/\s+/),
)
const NAMED = new Set(['div', 'ul', 'section', 'ol', 'header', 'p'])
/** Deeper nesting is somebody's attack, not a page. */
export const MAX_DEPTH = 400

export const isElement = (node: Node): node is Element => 'tagName' in node
export const attribute = (node: Element, name: string) => node.attrs.find((a) => a.name === name)?.value ?? ''

export function textIn(node: Node, depth: number): string {
  if (depth > MAX_DEPTH) return ''
  if (node.nodeName === '#text' && 'value' in node) return node.value
  if (isElement(node) && (SKIPPED.has(node.tagName) || isNote(node) || isHidden(node))) return ''
  return isElement(node) ? node.childNodes.map((c) => textIn(c, depth + 1)).join('') : ''
}

/** A raised number that points to a footnote. */
function isNote(node: Element): boolean {
  return node.tagName === 'sup' && /^[\s[\](\d*†‡)]*$/.test(node.childNodes.map((c) => textIn(c, 1)).join(''))
}

/** Not shown to any reader: what is hidden was taken back, or was never meant to be read. */
function isHidden(node: Element): boolean {
  return node.attrs.some((a) => a.name === 'hidden') || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribute(node, 'style'))
}

/** What stands around the text of a page: navigation, scripts, notes. */
export function isSkipped(node: Element): boolean {
  if (SKIPPED.has(node.tagName) || isNote(node) || isHidden(node)) return true
  // Some sites put the whole page into a form, or say of its frame that it has a sidebar.
  if (node.tagName === 'form') return !holdsDocument(node)
  const named = `${attribute(node, 'id')} ${attribute(node, 'class')} ${attribute(node, 'role')}`
  return NAMED.has(node.tagName) && SKIPPED_NAMES.test(named) && !holdsDocument(node)
}

function holdsDocument(node: Element, depth = 0): boolean {
  return depth < 40 && node.childNodes.some((c) => isElement(c) && (/^(?:h1|main|article)$/.test(c.tagName) || holdsDocument(c, depth + 1)))
}

export function textWithBreaks(node: Node): string {
  if (isElement(node) && node.tagName === 'br') return ' '
  if (isElement(node) && (isNote(node) || isHidden(node) || /^(?:del|s|strike)$/.test(node.tagName))) return ''
  if (node.nodeName === '#text' && 'value' in node) return node.value
  return isElement(node) ? node.childNodes.map((c) => textWithBreaks(c)).join('') : ''
}
