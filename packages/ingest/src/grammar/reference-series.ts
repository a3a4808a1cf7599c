import type { Block } from '../document/block.ts'
import { candidate, type Candidate, type Found } from './candidate.ts'
import { slotsAtEnd } from './slots.ts'
import { takeChildren } from './parts-below.ts'
import { whyExcluded } from './exclusions.ts'

/** "R01 - ...", "R02 - ...": two or more printed references on end that count up are recommendations by their references. */
export function readReferenceSeries(blocks: Block[], start: number, section: string[]): (Found & { end: number }) | null {
  const candidates: Candidate[] = []
  const refused: Found['refused'] = []
  let end = start
  let last = 0
  while (end < blocks.length) {
    const block = blocks[end]
    if (
      block?.kind !== 'item' ||
      block.marker.family !== 'reference' ||
      !/^R/i.test(block.marker.printed) ||
      (block.marker.ordinal ?? 0) <= last
    )
      break
    last = block.marker.ordinal ?? last
    const slots = slotsAtEnd(block.text)
    const why = whyExcluded(slots.rest)
    if (why || slots.rest.split(' ').length < 4) {
      refused.push({ text: block.text, page: block.at.page, reason: why ?? 'a reference without its wording' })
      end++
      continue
    }
    const made = candidate(block, slots.rest, {
      ref: block.marker.printed,
      owner: slots.owner,
      timescale: slots.timescale,
      section,
      rule: 'reference series',
      confidence: 0.92,
      reason: `the printed reference ${block.marker.printed} in a series of references`,
    })
    candidates.push(made)
    end = takeChildren(blocks, end + 1, made)
  }
  return candidates.length >= 2 ? { candidates, refused, end } : null
}
