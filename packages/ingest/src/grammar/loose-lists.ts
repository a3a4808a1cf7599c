import type { Block } from '../document/block.ts'
import { fold } from '../document/words.ts'
import { whyNotAnnounced } from './announcers.ts'
import { asksAtOnce } from './asking/asks.ts'
import { candidate, type Candidate } from './candidate.ts'
import type { Evidence } from './evidence/evidence.ts'
import { whyExcluded } from './exclusions.ts'
import { under, type HeadingPath } from './heading-path.ts'
import { leadIn } from './lead-ins.ts'
import { addPart } from './region/region-items.ts'

/**
 * Lists that nothing announces and whose members say themselves who should do what: items of one list, or paragraphs one after another.
 * At least two of them have to ask; what they are worth is for the evidence to say.
 */
export function readLooseLists(blocks: Block[], taken: (paragraph: number) => boolean): Candidate[] {
  const out: Candidate[] = []
  let path: HeadingPath = []
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as Block
    if (block.kind === 'heading') path = under(path, block)
    if (block.kind === 'heading' || block.kind === 'table' || taken(block.at.paragraph)) continue
    const end = endOfRun(blocks, i, taken)
    const run = blocks.slice(i, end)
    const section = path.map((h) => h.text)
    // A number of its own, apart from those of announced regions.
    out.push(...fromRun(run, section, openedBy(blocks[i - 1])).map((c) => ({ ...c, region: -1 - i })))
    i = end - 1
  }
  return out
}

/** Items of one list, with their parts; or paragraphs on end. */
function endOfRun(blocks: Block[], start: number, taken: (paragraph: number) => boolean): number {
  const first = blocks[start] as Block
  let end = start + 1
  for (
    let block = blocks[end];
    block && (block.kind === first.kind || countsOn(blocks, end)) && !taken(block.at.paragraph);
    block = blocks[++end]
  )
    if (first.kind === 'item' && block.kind === 'item' && block.depth <= first.depth && block.marker.family !== first.marker.family) break
  return end
}

/** A heading between "19." and "20." of one series: a theme. */
function countsOn(blocks: Block[], at: number): boolean {
  const before = blocks.slice(Math.max(0, at - 12), at).findLast((b) => b.kind === 'item' && b.depth === 0)
  const next = blocks[at + 1]
  return (
    blocks[at]?.kind === 'heading' &&
    before?.kind === 'item' &&
    next?.kind === 'item' &&
    next.marker.family === 'number' &&
    before.marker.family === 'number' &&
    next.marker.ordinal === (before.marker.ordinal ?? 0) + 1
  )
}

const WILL =
  /\b(?:will|plans? to|intends? to|aims? to|proposes? to|going to|would like to|are|commitments?|ambitions?|priorities|promises?)\s*:$/i

/** "subject to the following conditions:", "The selection criteria are:": what a permission, a choice or an offer hangs on. */
const CONDITIONS =
  /\b(?:conditions?|criteria|options|terms|principles|standards|rules|responsibilities|duties)\b[^.:]{0,40}(?::|\bbelow\.?)$/i

/** "Respondents told us that:", "You said": others' words. */
const SAID =
  /^(?:you|they|people|residents|families|patients|pupils|staff|members|some|many|most|respondents|witnesses|participants|parents)\b[^.:]{0,40}\b(?:said|told|asked|suggested|felt|thought|wanted|believed|commented|raised)\b|\b(?:respondents|responses|comments|suggestions|feedback)\b[^.:]{0,60}:$/i

/** "We will:", "The options are:": a sentence or heading that opens the list and asks for nothing. */
function openedBy(before: Block | undefined): Evidence[] {
  if (!before || before.kind === 'table') return []
  const text = fold(before.text)
  const closes = before.kind === 'heading' ? text : (text.split(/(?<=[.!?])\s+(?=\p{Lu})/u).at(-1) ?? '')
  if (before.kind === 'heading' && whyNotAnnounced(before.text)) return ['followUp']
  if (leadIn(text)?.asksFor || /\brecommend/i.test(closes)) return before.kind === 'heading' ? [] : ['opened']
  if (
    /^(?:our|what we|how we|we)\b.*(?:will|plans?|doing|commit|promise|ambition|priorit|objective|aim|vision|value)/i.test(closes) ||
    WILL.test(closes)
  )
    return ['plan']
  if (CONDITIONS.test(closes)) return ['conditions']
  if (SAID.test(closes)) return ['reported']
  return before.kind !== 'heading' && text.endsWith(':') && leadIn(text) === null ? ['openedOtherwise'] : leadIn(text) ? ['opened'] : []
}

function fromRun(run: Block[], section: string[], opened: Evidence[]): Candidate[] {
  const first = run[0]
  const members: Candidate[] = []
  for (const block of run) {
    if (block.kind !== 'item' && block.kind !== 'paragraph') continue
    const last = members.at(-1)
    if (block.kind === 'item' && first?.kind === 'item' && block.depth > first.depth && last) {
      addPart(last, block, block.depth - first.depth)
      continue
    }
    if (block.kind === 'paragraph' && block.quoted) continue
    members.push(
      candidate(block, block.text, {
        ref: block.kind === 'item' && block.marker.family !== 'bullet' ? block.marker.printed.replace(/^(\d+)[.)]$/, '$1') : null,
        section,
        rule: 'loose list',
        reason: 'one of several on end that ask, without a heading that announces them',
      }),
    )
  }
  if (members.some((m) => /[”"]\.?$/.test(m.text) && !/[“"]./.test(m.text.slice(0, -2)))) return []
  const asking = members.filter((m) => asksAtOnce(fold(m.text)) && !whyExcluded(m.text))
  // "shall" beside it is the language of rules for all of them.
  const rules: Evidence[] = members.some((m) => /\bshall\b/i.test(m.text)) ? ['shall'] : []
  const share = asking.length / Math.max(1, first?.kind === 'item' ? members.length : longestRun(members, asking))
  const siblings: Evidence[] =
    asking.length < 2 ? [] : share >= 0.6 ? ['siblingsAsk', 'siblingsMostlyAsk'] : share >= 0.34 ? ['siblingsAsk'] : []
  return asking.length < 2 ? [] : asking.map((m) => ({ ...m, evidence: [...siblings, ...rules, ...opened] }))
}

/** Of paragraphs on end, those from the first that asks to the last. */
function longestRun(members: Candidate[], asking: Candidate[]): number {
  return members.indexOf(asking.at(-1) as Candidate) - members.indexOf(asking[0] as Candidate) + 1
}
