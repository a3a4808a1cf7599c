import type { Block } from '../document/block.ts'
import { announcementIn, headingAsPrinted, whyNotAnnounced, type Announcement } from './announcers.ts'
import type { Candidate, Found } from './candidate.ts'
import { under, type HeadingPath } from './heading-path.ts'
import { leadIn } from './lead-ins.ts'
import { readListedReferences, readRecords } from './records.ts'
import { readReferenceSeries } from './reference-series.ts'
import { readRegion } from './region/read-region.ts'
import { isRunIn, readRunIn } from './run-in.ts'
import { readTable } from './tables.ts'

/** Goes through a document once, block by block, and lets the first rule that fits read on from there. */
export function findCandidates(blocks: Block[]): Found {
  const candidates: Candidate[] = []
  const refused: Found['refused'] = []
  let path: HeadingPath = []
  let region = 0
  const keep = (found: Found) => {
    region++
    candidates.push(...found.candidates.map((c) => ({ ...c, region })))
    refused.push(...found.refused)
  }
  const records = readRecords(blocks)
  keep(records)
  const referenced = readListedReferences(blocks)
  keep(referenced)
  for (let i = 0; i < blocks.length;) {
    const block = blocks[i] as Block
    const section = path.map((h) => h.text)
    if (records.taken.has(i) || referenced.taken.has(i)) {
      if (block.kind === 'heading') path = under(path, block)
      i++
      continue
    }
    if (isRunIn(block)) {
      const { found, end } = readRunIn(blocks, i, section)
      if (found) keep({ candidates: [found], refused: [] })
      i = end
      continue
    }
    if (block.kind === 'heading') {
      path = under(path, block)
      const announced = announcementIn(block.text)
      if (announced) {
        const read = readRegion(
          blocks,
          i,
          { ...announced, owner: announced.owner ?? ownerAbove(path) },
          path.map((h) => h.text),
          false,
        )
        keep(read)
        for (let k = i + 1; k < read.end; k++) {
          const inside = blocks[k]
          if (inside?.kind === 'heading') path = under(path, inside)
        }
        i = read.end
        continue
      }
      const why = whyNotAnnounced(block.text)
      if (why) refused.push({ text: block.text, page: block.at.page, reason: why })
    }
    if (block.kind === 'table') {
      const read = readTable(block, { section, inRegion: false, noun: false, head: null })
      keep(read)
    }
    const series = readReferenceSeries(blocks, i, section)
    if (series) {
      keep(series)
      i = series.end
      continue
    }
    const sentence = block.kind === 'paragraph' || block.kind === 'item' ? sentenceAnnouncement(blocks, i) : null
    if (sentence) {
      const read = readRegion(blocks, i, sentence, [...section, headingAsPrinted(block.kind === 'table' ? '' : block.text)], true)
      if (read.candidates.length) {
        keep(read)
        i = read.end
        continue
      }
    }
    i++
  }
  return withoutFindings({ candidates, refused })
}

/** Below "What must we do better?" some reports tell what they found and say further on what is to be done; then only the latter is asked. */
function withoutFindings(found: Found): Found {
  const asked = found.candidates.filter((c) => !c.findings)
  if (asked.filter((c) => c.directive).length < 2) return found
  const told = found.candidates.filter((c) => c.findings && c.soft)
  return {
    candidates: found.candidates.filter((c) => !told.includes(c)),
    refused: [
      ...found.refused,
      ...told.map((c) => ({ text: c.text, page: c.at.page, reason: 'a finding; the document says elsewhere what is to be done' })),
    ],
  }
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
  if (!block || block.kind === 'table' || block.kind === 'heading' || next?.kind !== 'item') return null
  if (block.kind === 'item' && next.depth <= block.depth && next.marker.family === block.marker.family) return null
  const lead = leadIn(block.text)
  if (!lead) return null
  const strong =
    /\b(?:recommend(?:s|ations?)?|areas? (?:for|of) (?:further |priority )?(?:improvement|development|action)|(?:following|these) (?:actions?|steps|improvements)|to improve|improve further|required to|requirements?)\b/i.test(
      block.text,
    )
  if (!strong) return null
  return {
    kind: 'recommendations',
    owner: lead.owner,
    timescale: lead.timescale,
    noun: lead.asksFor || /\bareas? (?:for|of)\b/i.test(block.text),
    mixed: false,
    soft: false,
  }
}
