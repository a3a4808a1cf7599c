import type { Block } from '../../document/block.ts'
import type { Announcement } from '../announcers.ts'
import type { Found } from '../candidate.ts'
import { isRunIn } from '../run-in-label.ts'
import { readRunIn } from '../run-in.ts'
import { readTable } from '../tables/read-table.ts'
import { onHeading } from './region-headings.ts'
import { onItem } from './region-items.ts'
import { onParagraph } from './region-paragraphs.ts'
import { inherit, openRegion, sectionOf, type RegionState, type Step } from './region-state.ts'
import { weighLists } from './weigh-lists.ts'

export type Region = Found & { end: number }

/** Reads what stands below a heading or sentence that announces recommendations, up to where other matters begin. */
export function readRegion(blocks: Block[], start: number, announced: Announcement, section: string[], bySentence: boolean): Region {
  const state = openRegion(blocks[start], announced, section, bySentence)
  let i = start + 1
  // A sentence may open paragraphs: then the first of them is awaited as an item of a list is.
  state.awaiting = bySentence && blocks[i]?.kind === 'paragraph'
  while (i < blocks.length) {
    const block = blocks[i] as Block
    if (isRunIn(block)) {
      i = takeRunIn(blocks, i, state)
      continue
    }
    if (step(block, blocks, i, state) === 'end') break
    i++
  }
  return { ...weighLists(state), end: Math.max(i, start + 1) }
}

function step(block: Block, blocks: Block[], i: number, state: RegionState): Step {
  if (block.kind === 'heading') return onHeading({ block, blocks, i, state })
  if (block.kind === 'item') return onItem({ block, blocks, i, state })
  if (block.kind === 'paragraph') return onParagraph({ block, blocks, i, state })
  const table = readTable(block, { section: sectionOf(state), inRegion: true, noun: state.announced.noun, head: state.head })
  state.head = table.head ?? state.head
  if (table.candidates.length)
    state.lists.push(
      table.candidates.map((c) => inherit(state, c)),
      [],
    )
  state.refused.push(...table.refused)
  return 'taken'
}

function takeRunIn(blocks: Block[], i: number, state: RegionState): number {
  const { found, end } = readRunIn(blocks, i, sectionOf(state))
  if (found) state.runIns.push(inherit(state, found))
  state.last = null
  return end
}
