import type { Block, Item } from '../document/block.ts'
import type { Marker } from '../document/marker.ts'

const TOLERANCE = 4

/**
 * Sets the depth of each item. An item is deeper than the one before when it stands further in, or when it begins a new kind of
 * marker after an item that ends with a colon; it comes back out to the list whose marker and indent it shares. Headings start a new list.
 */
export function nestItems(blocks: Block[], x: Map<Block, number>): void {
  let stack: { item: Item; x: number }[] = []
  for (const block of blocks) {
    if (block.kind === 'heading' || block.kind === 'table') stack = []
    if (block.kind !== 'item') continue
    settleRoman(
      block,
      stack.map((s) => s.item),
    )
    const at = x.get(block) ?? 0
    const same = stack.findLastIndex((s) => alike(s.item.marker, block.marker) && Math.abs(s.x - at) <= TOLERANCE)
    const further = same < 0 ? stack.findLastIndex((s) => s.x + TOLERANCE < at) : -1
    if (same >= 0) stack = stack.slice(0, same)
    else if (further >= 0) stack = stack.slice(0, further + 1)
    else stack = stack.slice(0, levelByKind(stack, block))
    block.depth = stack.length
    stack.push({ item: block, x: at })
  }
}

const alike = (a: Marker, b: Marker) =>
  a.family === b.family && (a.family !== 'bullet' || a.printed === b.printed) && bracket(a) === bracket(b)
const bracket = (m: Marker) => (m.printed.startsWith('(') ? '(' : m.printed.endsWith(')') ? ')' : '.')

/** Without an indent to go by: a new kind of marker opens a deeper list, one seen before returns to its list. */
function levelByKind(stack: { item: Item; x: number }[], item: Item): number {
  const known = stack.findLastIndex((s) => alike(s.item.marker, item.marker))
  if (known >= 0) return known
  const top = stack.at(-1)
  if (!top) return 0
  const rank = (m: Marker) => ['reference', 'number', 'decimal', 'letter', 'roman', 'bullet'].indexOf(m.family)
  return rank(item.marker) > rank(top.item.marker) || top.item.text.endsWith(':') ? stack.length : Math.max(0, stack.length - 1)
}

/** "(i)" after "(h)" is a letter; "(c)" or "(v)" inside a roman series stays what the series is. */
function settleRoman(item: Item, open: Item[]): void {
  if (item.marker.family !== 'roman' && item.marker.family !== 'letter') return
  const letter = item.marker.printed.toLowerCase().replace(/[^a-z]/g, '')
  if (letter.length !== 1) return
  const before = open.findLast((i) => i.marker.family === 'letter' || i.marker.family === 'roman')
  const asLetter = letter.charCodeAt(0) - 96
  const asRoman = { i: 1, v: 5, x: 10 }[letter] ?? null
  if (before?.marker.family === 'letter' && before.marker.ordinal === asLetter - 1)
    item.marker = { ...item.marker, family: 'letter', ordinal: asLetter }
  else if (before?.marker.family === 'roman' && asRoman !== null && before.marker.ordinal === asRoman - 1)
    item.marker = { ...item.marker, family: 'roman', ordinal: asRoman }
}
