import type { Block, Item } from '../../document/block.ts'
import type { MarkerFamily } from '../../document/marker.ts'
import { announcementIn } from '../announcers.ts'
import { asksAtOnce, isDirective } from '../asking/asks.ts'
import { beginsLikeItem } from '../asking/instruction.ts'
import { leadIn } from '../lead-ins.ts'

type Part = { printed: string; family: MarkerFamily; ordinal: number; text: string }
const MARK = /(?:^|[\s:;,.])(\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\))\s+(?=\S)/g
/** "... default. 2. Require ...": numbers with a stop, after a sentence's end and before a capital. */
const STOPPED = /(?<=^|[.;:?!”"]\s)(\d{1,2}\.)\s+(?=[\p{Lu}“"])/gu
const ROMANS = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x']

/**
 * "The council should: (a) publish ...; (b) consult ...": a list run into one paragraph is parted into its items. Marks have to count up
 * from the first, and each to stand before words enough to be an item ("paragraphs (a) and (b)" is none).
 */
export function splitRunInLists(blocks: Block[]): Block[] {
  return blocks.flatMap((block, at): Block[] => {
    if ((block.kind !== 'paragraph' && block.kind !== 'item') || block.text.length > 6000) return [block]
    const stopped = block.kind === 'item' ? nextNumbers(block) : null
    if (stopped) return stopped
    const parted = partsOf(block.text) ?? (announces(blocks[at - 1]) ? semicolons(block.text) : null)
    if (!parted) return [block]
    const depth = block.kind === 'item' ? block.depth + 1 : 0
    const { parts, after } = restApart(parted.parts)
    const items: Item[] = parts.map((p) => ({
      kind: 'item',
      marker: { family: p.family, printed: p.printed, ordinal: p.family === 'bullet' ? null : p.ordinal },
      depth,
      text: p.text,
      parted: true,
      at: block.at,
    }))
    const before = parted.before && !/[:–—]$/.test(parted.before) ? `${parted.before}:` : parted.before
    const rest: Block[] = after ? [{ kind: 'paragraph', text: after, bold: false, indent: 0, at: block.at }] : []
    return [...(before ? [{ ...block, text: before }] : []), ...items, ...rest]
  })
}

/** The parts are one sentence each: what follows the last one's stop ("The State agency concurred ...") is the report's text again. */
function restApart(parts: Part[]): { parts: Part[]; after: string } {
  const last = parts.at(-1)
  const [first = '', ...rest] = (last?.text ?? '').split(/(?<=[\p{L}\d)][.!?])\s+(?=\p{Lu})/u)
  const others = parts.slice(0, -1)
  if (!last || !rest.length || others.some((p) => /[\p{L}\d)][.!?]\s+\p{Lu}/u.test(p.text)) || asksAtOnce(rest[0] ?? ''))
    return { parts, after: '' }
  return { parts: [...others, { ...last, text: first }], after: rest.join(' ') }
}

/** "1. Ensure ... default. 2. Require ...": the next numbers of the list stand in the same paragraph. */
function nextNumbers(item: Item): Item[] | null {
  const first = item.marker
  if (first.family !== 'number' || first.ordinal === null || !first.printed.endsWith('.')) return null
  const marks = [...item.text.matchAll(STOPPED)]
  const run: RegExpMatchArray[] = []
  for (const mark of marks) if (Number.parseInt(mark[1] ?? '', 10) === first.ordinal + run.length + 1) run.push(mark)
  if (!run.length) return null
  const texts = [
    item.text.slice(0, run[0]?.index ?? 0),
    ...run.map((mark, i) => item.text.slice((mark.index ?? 0) + mark[0].length, run[i + 1]?.index ?? item.text.length)),
  ]
  if (!texts.every((t) => (t.trim().split(' ').length >= 4 && asksAtOnce(t)) || isDirective(t))) return null
  return texts.map((text, i) => ({
    ...item,
    marker: { ...first, printed: `${(first.ordinal ?? 1) + i}.`, ordinal: (first.ordinal ?? 1) + i },
    text: text.trim(),
  }))
}

const announces = (block: Block | undefined) => block?.kind === 'heading' && announcementIn(block.text) !== null

/** "Recommendations: agree ...; check ...; to ask ...": each part asks. */
function semicolons(text: string): { before: string; parts: Part[] } | null {
  const parts = text.split(/;\s+(?:and\s+)?/).map((t) => t.trim())
  if (parts.length < 2 || !parts.every((t) => t.split(' ').length >= 3 && (isDirective(t) || beginsLikeItem(t)))) return null
  return { before: '', parts: parts.map((t, i) => ({ printed: '•', family: 'bullet', ordinal: i + 1, text: t })) }
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
    const opened =
      before === '' ||
      /[:–—]$|\b(?:should|must|to|by|that)$|\b(?:as follows|following|including)[.:–-]*$/.test(before) ||
      leadIn(`${before}:`) !== null
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
