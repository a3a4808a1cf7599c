import type { Block, Table } from '../document/block.ts'
import type { Announcement } from './announcers.ts'
import { asksAtOnce } from './asking/asks.ts'
import { beginsWithInstruction } from './asking/instruction.ts'
import { leadIn } from './lead-ins.ts'
import { addressedBy } from './addressed-lines.ts'

/** "To improve further, the council should:" outside any announced section opens a list by itself, when a list follows. */
export function sentenceAnnouncement(blocks: Block[], i: number, rules: boolean): Announcement | null {
  const block = blocks[i]
  const next = blocks[i + 1]
  if (!block || block.kind === 'table' || block.kind === 'heading' || !next || next.kind === 'table') return null
  // "We make the following recommendations:" and below it "To the Ministry:" with its list.
  if (next.kind === 'heading') return addressedBy(next.text) && !rules ? opened(block, null) : null
  if (next.kind === 'paragraph' && !opensParagraphs(blocks, i)) return null
  const sibling = block.kind === 'item' && next.kind === 'item' && next.depth <= block.depth && next.marker.family === block.marker.family
  return sibling || countsOn(blocks, i) ? null : opened(block, rules ? null : next)
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
  if (
    block?.kind !== 'item' ||
    block.marker.family !== 'number' ||
    !/\b(?:recommend|urge|call)/i.test(block.text) ||
    !asksAtOnce(block.text)
  )
    return false
  const ordinal = block.marker.ordinal ?? 0
  const ofSeries = (b: Block, at: number) =>
    b.kind === 'item' && b.marker.family === 'number' && b.depth <= block.depth && b.marker.ordinal === at
  return (
    blocks.slice(i + 1, i + 40).some((b) => ofSeries(b, ordinal + 1)) ||
    blocks
      .slice(Math.max(0, i - 20), i)
      .some((b) => ofSeries(b, ordinal - 1) && b.kind === 'item' && /\b(?:recommend|urge|call)/i.test(b.text))
  )
}

function opened(block: Exclude<Block, Table>, next: Exclude<Block, Table> | null): Announcement | null {
  const lead = leadIn(block.text)
  if (!lead) return null
  const strong =
    lead.recommends ||
    /\b(?:recommend(?:s|ed|ing|ations?)?|areas? (?:for|of) (?:further |priority )?(?:improvement|development|action)|(?:following|these) (?:actions?|steps|improvements)|to improve|improve further|required to|requirements?)\b/i.test(
      block.text,
    )
  // "was required to ensure that its pilots met the following requirements:" tells what a rule says.
  // "The school should:" names who is asked, and its items say what to do.
  const plain = lead.asksFor && lead.owner !== null && next?.kind === 'item' && beginsWithInstruction(next.text)
  if (!(strong || plain) || (!lead.asksFor && /\b(?:was|were|had been) (?:required|expected|supposed|asked)\b/i.test(block.text)))
    return null
  return {
    kind: 'recommendations',
    owner: lead.owner,
    timescale: lead.timescale,
    recommends: lead.recommends,
    noun: lead.asksFor || /\bareas? (?:for|of)\b/i.test(block.text),
    mixed: false,
    soft: false,
  }
}
