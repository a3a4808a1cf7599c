import type { Block, Paragraph, Table } from '../document/block.ts'
import { announcementIn, fitsDocument, whyNotAnnounced, type Announcement } from './announcers.ts'
import { headingAsPrinted } from './heading-words.ts'
import { beginsWithInstruction } from './asking/instruction.ts'
import { everyText, type Candidate, type Found } from './candidate.ts'
import { under, type HeadingPath } from './heading-path.ts'
import { leadIn } from './lead-ins.ts'
import { withoutFindings, withoutSummaries, withoutUnlabelled } from './told-elsewhere.ts'
import { readListedReferences, readRecords } from './records.ts'
import { readReferenceSeries } from './reference-series.ts'
import { readRegion } from './region/read-region.ts'
import { isRunIn } from './run-in-label.ts'
import { readRunIn } from './run-in.ts'
import { readTable } from './tables/read-table.ts'

type Walk = {
  blocks: Block[]
  i: number
  path: HeadingPath
  /** The text of the whole, for what a heading means in such a document. */
  document: string
  /** The last region announced by a heading: where it ended and whom its heading named. */
  region: { end: number; owner: string | null } | null
  keep: (found: Found) => void
  refuse: (block: Block & { text: string }, reason: string) => void
}
/** One rule: reads on from here and returns where it stopped, or null when it does not fit. */
type Rule = (walk: Walk) => number | null

const RULES: Rule[] = [labelled, announcedByHeading, inTable, referenceSeries, announcedBySentence]

/** Goes through a document once, block by block, and lets the first rule that fits read on from there. */
export function findCandidates(blocks: Block[]): Found {
  const candidates: Candidate[] = []
  const refused: Found['refused'] = []
  let region = 0
  const keep = (found: Found) => {
    region++
    candidates.push(...found.candidates.map((c) => ({ ...c, region })))
    refused.push(...found.refused)
  }
  const records = readRecords(blocks)
  const referenced = readListedReferences(blocks)
  keep(records)
  keep(referenced)
  // What a record or a listed reference holds is read: no region may read it again.
  const open = blocks.map((b, i): Block => (records.taken.has(i) || referenced.taken.has(i) ? { ...READ, at: b.at } : b))
  const walk: Walk = {
    blocks: open,
    i: 0,
    path: [],
    document: everyText(blocks),
    region: null,
    keep,
    refuse: (block, reason) => refused.push({ text: block.text, page: block.at.page, reason }),
  }
  while (walk.i < blocks.length) {
    const from = walk.i
    const end = firstEnd(walk) ?? from + 1
    for (let k = from; k < end; k++) {
      const block = blocks[k]
      if (block?.kind === 'heading') walk.path = under(walk.path, block)
    }
    walk.i = end
  }
  return withoutUnlabelled(withoutSummaries(withoutFindings({ candidates, refused })))
}

const READ: Paragraph = { kind: 'paragraph', text: '', bold: false, indent: 0, at: { page: null, paragraph: 0 } }

function firstEnd(walk: Walk): number | null {
  for (const rule of RULES) {
    const end = rule(walk)
    if (end !== null) return end
  }
  return null
}

const sectionOf = (path: HeadingPath) => path.map((h) => h.text)

function labelled({ blocks, i, path, keep }: Walk): number | null {
  const block = blocks[i]
  if (!block || !isRunIn(block)) return null
  const { found, end } = readRunIn(blocks, i, sectionOf(path))
  if (found) keep({ candidates: [found], refused: [] })
  return end
}

function announcedByHeading(walk: Walk): number | null {
  const { blocks, i, path, keep, refuse, document } = walk
  const block = blocks[i]
  if (block?.kind !== 'heading') return null
  const announced = fitsDocument(block.text, document) ? announcementIn(block.text) : null
  if (!announced) {
    const why = whyNotAnnounced(block.text)
    if (why) refuse(block, why)
    return null
  }
  const here = under(path, block)
  // Where headings have no rank, "What does the board need to improve?" speaks for the list that follows the one below it.
  const before = walk.region?.end === i && block.level === null && announced.kind !== 'recommendations' ? walk.region.owner : null
  const owner = announced.owner ?? ownerAbove(here) ?? before
  const read = readRegion(blocks, i, { ...announced, owner }, sectionOf(here), false)
  walk.region = { end: read.end, owner }
  keep(read)
  return read.end
}

const PAST = /\b(?:previous(?:ly)?|prior|earlier|last) (?:\w+ ){0,3}(?:recommendations?|audits?|inspections?|reviews?|years?)\b/i

function inTable({ blocks, i, path, document, keep, refuse }: Walk): number | null {
  const block = blocks[i]
  if (block?.kind !== 'table') return null
  const past = path.findLast((h) => PAST.test(h.text))
  if (past) {
    refuse({ kind: 'paragraph', text: past.text, bold: false, indent: 0, at: block.at }, 'a table of what was recommended before')
    return null
  }
  keep(readTable(block, { section: sectionOf(path), inRegion: false, noun: false, head: null, title: document.slice(0, 160) }))
  return i + 1
}

function referenceSeries({ blocks, i, path, keep }: Walk): number | null {
  const series = readReferenceSeries(blocks, i, sectionOf(path))
  if (series) keep(series)
  return series?.end ?? null
}

function announcedBySentence({ blocks, i, path, keep }: Walk): number | null {
  const block = blocks[i]
  const announced = sentenceAnnouncement(blocks, i)
  if (!announced || !block || block.kind === 'table') return null
  const read = readRegion(blocks, i, announced, [...sectionOf(path), headingAsPrinted(block.text)], true)
  if (!read.candidates.length) return null
  keep(read)
  return read.end
}

/** "What does the board need to improve?" names the owner for the headings below it as well. */
function ownerAbove(path: HeadingPath): string | null {
  for (const heading of path.slice(0, -1).toReversed()) {
    const owner = announcementIn(heading.text)?.owner
    if (owner) return owner
  }
  return null
}

/** "To improve further, the council should:" outside any announced section opens a list by itself, when a list follows. */
function sentenceAnnouncement(blocks: Block[], i: number): Announcement | null {
  const block = blocks[i]
  const next = blocks[i + 1]
  if (!block || block.kind === 'table' || block.kind === 'heading' || !next || next.kind === 'table' || next.kind === 'heading') return null
  if (next.kind === 'paragraph' && !opensParagraphs(blocks, i)) return null
  const sibling = block.kind === 'item' && next.kind === 'item' && next.depth <= block.depth && next.marker.family === block.marker.family
  return sibling || countsOn(blocks, i) ? null : opened(block)
}

/** "The board recommends that the inspectorate:" with paragraphs below it that each begin with what is to be done. */
function opensParagraphs(blocks: Block[], i: number): boolean {
  const [block, next, then] = [blocks[i], blocks[i + 1], blocks[i + 2]]
  if (block?.kind !== 'paragraph' || !/[:–—]$/.test(block.text) || next?.kind !== 'paragraph') return false
  return beginsWithInstruction(next.text) && (then === undefined || then.kind !== 'paragraph' || beginsWithInstruction(then.text))
}

/** "15. The Committee recommends that the State party:" with a 16. further on: a member of its series, whose list holds its parts. */
function countsOn(blocks: Block[], i: number): boolean {
  const block = blocks[i]
  if (block?.kind !== 'item' || block.marker.family !== 'number' || !/\b(?:recommend|urge|call)/i.test(block.text)) return false
  const next = (block.marker.ordinal ?? 0) + 1
  return blocks
    .slice(i + 1, i + 40)
    .some((b) => b.kind === 'item' && b.marker.family === 'number' && b.depth <= block.depth && b.marker.ordinal === next)
}

function opened(block: Exclude<Block, Table>): Announcement | null {
  const lead = leadIn(block.text)
  if (!lead) return null
  const strong =
    /\b(?:recommend(?:s|ed|ing|ations?)?|areas? (?:for|of) (?:further |priority )?(?:improvement|development|action)|(?:following|these) (?:actions?|steps|improvements)|to improve|improve further|required to|requirements?)\b/i.test(
      block.text,
    )
  // "was required to ensure that its pilots met the following requirements:" tells what a rule says.
  if (!strong || (!lead.asksFor && /\b(?:was|were|had been) (?:required|expected|supposed|asked)\b/i.test(block.text))) return null
  return {
    kind: 'recommendations',
    owner: lead.owner,
    timescale: lead.timescale,
    noun: lead.asksFor || /\bareas? (?:for|of)\b/i.test(block.text),
    mixed: false,
    soft: false,
  }
}
