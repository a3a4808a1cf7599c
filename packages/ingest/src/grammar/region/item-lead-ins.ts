import type { Block, Item } from '../../document/block.ts'
import { addressedBy } from '../addressed-lines.ts'
import { isFirstPerson } from '../first-person.ts'
import { agreedLead, isBareLeadIn, leadIn, opensResolutions } from '../lead-ins.ts'
import { newList, type At, type Step } from './region-state.ts'

/** "[59] To: Waka Kotahi" before its own list. */
export function addresses({ block, blocks, i, state }: At<Item>): Step {
  const next = blocks[i + 1]
  if (next?.kind === 'item' && next.depth > block.depth && opensResolutions(block.text, next.text)) {
    newList(state)
    return 'taken'
  }
  const name = next?.kind === 'item' && next.depth > block.depth && /^to\b/i.test(block.text) ? addressedBy(block.text) : null
  if (!name) return null
  state.owner = name
  state.timescale = state.headingTimescale
  newList(state)
  return 'taken'
}

/** "15. ... the local authority should take the following action." with the list below it: the number is a paragraph's, not an item's. */
export function leadsIn({ block, blocks, i, state }: At<Item>): Step {
  const lead = leadIn(block.text) ?? agreedLead(block.text, state.announced.kind)
  // A numbered paragraph of the report may tell much before its last sentence opens the list.
  const opening = block.marker.family === 'decimal' ? (block.text.split(/(?<=[.!?])\s+(?=[A-Z])/).at(-1) ?? '') : block.text
  if (
    !lead ||
    !(isBareLeadIn(opening) || agreedLead(opening, state.announced.kind)) ||
    (block.marker.family === 'decimal' && isFirstPerson(opening) && !NAMES_NOBODY.test(opening))
  )
    return null
  const next = blocks[i + 1]
  const opens = next?.kind === 'item' ? next.depth > block.depth || next.marker.family !== block.marker.family : next !== undefined
  const counted =
    state.lastItem?.marker.family === block.marker.family && state.lastItem.depth === block.depth && block.marker.family !== 'bullet'
  if (!opens || counted || seriesGoesOn(block, blocks, i)) return null
  state.opener = block
  state.owner = lead.owner ?? state.owner
  state.timescale = lead.timescale ?? state.headingTimescale
  newList(state, lead)
  return 'taken'
}

/** "I therefore recommend that:" and no more. */
const NAMES_NOBODY = /\brecommend(?: that)?\s*:$/i

/** "1. We call upon the government to reduce ... by:" with a "2." that asks further on: a member of the list, not what opens it. */
function seriesGoesOn(item: Item, blocks: Block[], i: number): boolean {
  if (item.marker.family !== 'number' || item.marker.ordinal === null) return false
  const next = blocks.slice(i + 1, i + 30).find((b) => b.kind === 'item' && b.marker.family === 'number' && b.depth <= item.depth)
  return next?.kind === 'item' && next.marker.ordinal === item.marker.ordinal + 1 && next.text.split(' ')[0] === item.text.split(' ')[0]
}
