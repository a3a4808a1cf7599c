import type { Block } from '../document/block.ts'
import { fold } from '../document/words.ts'
import { candidate, type Candidate, type Found } from './candidate.ts'
import { headingAsPrinted } from './heading-words.ts'
import { isDirective } from './asking/asks.ts'
import { under, type HeadingPath } from './heading-path.ts'
import { addressedBody } from './asking/addressed-body.ts'
import { takeChildren } from './parts-below.ts'
import { runInLabel } from './run-in-label.ts'

const REF_LINE = /^(?:[A-Z]{1,4}-?\d{4}-\d{2,4}\s*\((?<own>[^)]{3,12})\)|(?<bare>(?:[A-Z]{1,4}[- ])?\d{2,4}[/-]\d{2,4}(?:[/-]\d{1,4})?))$/
const ANSWER =
  /^(?:update|response|status|progress(?: update)?|(?:management|government|agency|operator|departmental|council)(?:['’]s)? (?:response|update)|action taken|current status)\s*:?$/i

/**
 * Reports that follow recommendations up, one record after another: a line that is a reference, the wording, then a labelled answer
 * ("Update", "Response"). Two such records in one document make the shape; the wording between reference and answer is the recommendation.
 */
export function readRecords(blocks: Block[]): Found & { taken: Set<number> } {
  const found: { candidate: Candidate; from: number; to: number }[] = []
  let path: HeadingPath = []
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]
    if (!block || block.kind === 'table') continue
    const ref = REF_LINE.exec(fold(block.text))
    if (!ref && block.kind === 'heading') path = under(path, block)
    if (!ref) continue
    const end = answerAfter(blocks, i)
    if (end === null) continue
    const made = recordBetween(blocks, i, end, ref.groups?.['own'] ?? ref.groups?.['bare'] ?? null, path)
    if (made) found.push({ candidate: made, from: i, to: end })
  }
  const taken = new Set<number>()
  if (found.length < 2) return { candidates: [], refused: [], taken }
  for (const f of found) for (let k = f.from; k < f.to; k++) taken.add(k)
  return { candidates: found.map((f) => f.candidate), refused: [], taken }
}

const OPENING_REF =
  /^(?:[A-Z]{1,4}-?\d{4}-\d{2,4}\s+)?(\d{2,4}[/-]\d{2,4}(?:-\d+)?|[A-Z]{1,4}[-/]?\d{2,4}[-/]\d{2,4})\s*(?:\([^)]{3,40}\))?\s*[:–—-]?\s+(\S.*)$/s

/** A table lists references without their wording; the paragraph that opens with such a reference holds it. */
export function readListedReferences(blocks: Block[]): Found & { taken: Set<number> } {
  const listed = new Set(
    blocks
      .flatMap((b) => (b.kind === 'table' ? b.rows.flatMap((r) => r.cells.map((c) => fold(c.text))) : []))
      .filter((t) => /^(?:\d{2,4}[/-]\d{2,4}|[A-Z]{1,4}[-/]?\d{2,4}[-/]\d{2,4})$/.test(t)),
  )
  const taken = new Set<number>()
  const candidates: Candidate[] = []
  let path: HeadingPath = []
  blocks.forEach((block, i) => {
    if (block.kind === 'heading') path = under(path, block)
    const match = block.kind === 'paragraph' || block.kind === 'heading' ? OPENING_REF.exec(fold(block.text)) : null
    if (!match?.[1] || !match[2] || !listed.has(match[1]) || match[2].split(' ').length < 8) return
    taken.add(i)
    const goesOn = isDirective(match[2]) ? '' : recommendingAfter(blocks[i + 1])
    if (goesOn) taken.add(i + 1)
    const wording = fold(`${match[2]} ${goesOn}`)
    const made = candidate(block, wording.replace(/\s*\(\d{2,4}\/\d{2,4}\)\s*$/, ''), {
      ref: match[1],
      owner: addressedBody(wording),
      section: path.map((h) => headingAsPrinted(h.text)),
      rule: 'listed reference',
      confidence: 0.82,
      reason: `opens with the reference ${match[1]}, which a table of the document lists without its wording`,
    })
    candidates.push(made)
    if (/[:;]$/.test(wording)) for (let k = i + 1, end = takeChildren(blocks, i + 1, made); k < end; k++) taken.add(k)
  })
  return candidates.length >= 2 ? { candidates, refused: [], taken } : { candidates: [], refused: [], taken: new Set() }
}

/** A safety issue comes first, with its recommendation in the next paragraph. */
function recommendingAfter(block: Block | undefined): string {
  return block?.kind === 'paragraph' && /\brecommend(?:s|ed)\b/i.test(block.text.slice(0, 120)) ? block.text : ''
}

function answerAfter(blocks: Block[], start: number): number | null {
  for (let i = start + 1; i < Math.min(blocks.length, start + 16); i++) {
    const block = blocks[i]
    if (!block || block.kind === 'table' || REF_LINE.test(fold(block.text)) || runInLabel(block.text)) return null
    if (ANSWER.test(fold(block.text))) return i > start + 1 ? i : null
  }
  return null
}

function recordBetween(blocks: Block[], from: number, to: number, ref: string | null, path: HeadingPath): Candidate | null {
  const inside = blocks.slice(from + 1, to)
  const first = inside[0]
  if (!first) return null
  const wording = inside.flatMap((b) => (b.kind === 'item' || b.kind === 'table' ? [] : [b.text]))
  const text = fold(wording.join(' ')).replace(/\s*\(\d{2,4}\/\d{2,4}\)\s*$/, '')
  if (!isDirective(text) && !/^recommendation\b/i.test(text)) return null
  const made = candidate(first, text, {
    ref,
    owner: addressedBody(text),
    section: path.map((h) => headingAsPrinted(h.text)),
    rule: 'record with an answer',
    confidence: 0.85,
    reason: 'stands between a reference and a labelled answer, as in reports that follow recommendations up',
  })
  for (const item of inside)
    if (item.kind === 'item')
      made.children.push(
        candidate(item, item.text, {
          ref: item.marker.family === 'bullet' ? null : item.marker.printed,
          section: made.section,
          rule: 'nested item',
          reason: 'stands in the list below it',
          confidence: 0.8,
        }),
      )
  return made
}
