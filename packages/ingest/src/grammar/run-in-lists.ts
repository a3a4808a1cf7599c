import type { Block, Item } from '../document/block.ts'
import type { MarkerFamily } from '../document/marker.ts'

type Part = { printed: string; family: MarkerFamily; ordinal: number; text: string }
const MARK = /(?:^|[\s:;,.])(\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\))\s+(?=\S)/g
const ROMANS = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x']

/**
 * "The council should: (a) publish ...; (b) consult ...": a list run into one paragraph is parted into its items. Marks have to count up
 * from the first, and each to stand before words enough to be an item ("paragraphs (a) and (b)" is none).
 */
export function splitRunInLists(blocks: Block[]): Block[] {
  return blocks.flatMap((block) => {
    if ((block.kind !== 'paragraph' && block.kind !== 'item') || block.text.length > 6000) return [block]
    const parted = partsOf(block.text)
    if (!parted) return [block]
    const depth = block.kind === 'item' ? block.depth + 1 : 0
    const items: Item[] = parted.parts.map((p) => ({
      kind: 'item',
      marker: { family: p.family, printed: p.printed, ordinal: p.ordinal },
      depth,
      text: p.text,
      parted: true,
      at: block.at,
    }))
    return parted.before ? [{ ...block, text: parted.before }, ...items] : items
  })
}

function partsOf(text: string): { before: string; parts: Part[] } | null {
  const marks = [...text.matchAll(MARK)].map((m) => ({
    at: (m.index ?? 0) + m[0].indexOf(m[1] ?? ''),
    printed: m[1] ?? '',
    end: (m.index ?? 0) + m[0].length,
  }))
  for (const family of ['number', 'letter', 'roman'] as const) {
    const run: { at: number; printed: string; end: number }[] = []
    for (const mark of marks) if (ordinalOf(mark.printed, family) === run.length + 1) run.push(mark)
    const parts = run.map((mark, i) => ({
      printed: mark.printed,
      family,
      ordinal: i + 1,
      text: text.slice(mark.end, run[i + 1]?.at ?? text.length).trim(),
    }))
    const before = text.slice(0, run[0]?.at ?? 0).trim()
    // A run that does not begin the paragraph has to be opened: by a colon, or by words that ask.
    const opened = before === '' || /[:–—]$|\b(?:should|must|to|by|that)$|\b(?:as follows|following)[.:–-]*$/.test(before)
    if (parts.length >= 2 && opened && parts.every((p) => p.text.split(' ').length >= 3)) return { before, parts }
  }
  return null
}

function ordinalOf(printed: string, family: 'number' | 'letter' | 'roman'): number {
  const bare = printed.replace(/[()]/g, '')
  if (family === 'number') return /^\d+$/.test(bare) ? Number(bare) : 0
  if (family === 'roman') return ROMANS.indexOf(bare) + 1
  return /^[a-z]$/.test(bare) ? bare.charCodeAt(0) - 96 : 0
}
