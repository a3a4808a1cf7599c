import type { Block, Paragraph } from '../document/block.ts'
import { announcementIn, fitsDocument, whyNotAnnounced } from './announcers.ts'
import { headingAsPrinted } from './heading-words.ts'
import { everyText, type Candidate, type Found } from './candidate.ts'
import { genreOf } from './evidence/genre.ts'
import { under, type HeadingPath } from './heading-path.ts'
import { withoutFindings, withoutSummaries, withoutUnlabelled } from './told-elsewhere.ts'
import { readListedReferences, readRecords } from './records.ts'
import { readReferenceSeries } from './reference-series.ts'
import { sentenceAnnouncement } from './sentence-announcement.ts'
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
  /** The document gives rules or advice to everybody. */
  rules: boolean
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
    rules: genreOf(blocks).includes('rules'),
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

function announcedBySentence({ blocks, i, path, keep, rules }: Walk): number | null {
  const block = blocks[i]
  const announced = sentenceAnnouncement(blocks, i, rules)
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
