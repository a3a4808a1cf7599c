import type { Block, Heading, Item } from '../../document/block.ts'
import { announcementIn, whyNotAnnounced } from '../announcers.ts'
import { bareHeading, headingAsPrinted } from '../heading-words.ts'
import { closesForCertain, closesList } from '../closers.ts'
import { asksAtOnce, isDirective } from '../asking/asks.ts'
import { DECISION, whyExcluded } from '../exclusions.ts'
import { asksItself } from '../first-person.ts'
import { leadIn } from '../lead-ins.ts'
import { subjectOf } from '../owner.ts'
import { isRunIn } from '../run-in-label.ts'
import { isAnswerLabel } from '../slots.ts'
import { readTable } from '../tables/read-table.ts'
import { timescaleHeading } from '../timescale.ts'
import { recommendation } from './paragraph-recommendation.ts'
import { headsPart } from './part-headings.ts'
import { firstStep, found, newList, refuse, type At, type RegionState, type Step } from './region-state.ts'

/** What a heading inside a region does: sets a timescale, announces again, addresses somebody, heads a part of the list, or ends it. */
export function onHeading(at: At<Heading>): Step {
  return firstStep([setsTimescale, announcesAgain, opensMatters, closes, decides, leadsIn, asksInFull, answers, endsByRank, headsPart], at)
}

function setsTimescale({ block, state }: At<Heading>): Step {
  const timescale = timescaleHeading(block.text)
  if (!timescale) return null
  state.timescale = timescale
  state.headingTimescale = timescale
  newList(state)
  return 'taken'
}

function announcesAgain({ block, state }: At<Heading>): Step {
  const announced = announcementIn(block.text)
  if (!announced || leadIn(block.text)?.asksFor) return null
  if (found(state)) return 'end'
  const deeper = state.level === null || block.level === null || block.level >= state.level
  state.headingOwner = announced.owner ?? (deeper ? state.headingOwner : null)
  state.announced = announced
  state.timescale = announced.timescale
  state.headingTimescale = announced.timescale
  state.sub = headingAsPrinted(block.text)
  state.announcing = state.sub
  state.broken = false
  newList(state)
  return 'taken'
}

/** "In particular it appears:-" before the list of a coroner's matters. */
function opensMatters({ block, blocks, i, state }: At<Heading>): Step {
  if (state.announced.kind !== 'matters of concern' || !/:[–-]?$/.test(block.text) || blocks[i + 1]?.kind !== 'item') return null
  newList(state)
  return 'taken'
}

function closes(at: At<Heading>): Step {
  // "Status of earlier recommendations": what follows was asked before.
  if (found(at.state) && whyNotAnnounced(at.block.text) && !countsOn(at)) return 'end'
  if (!closesList(at.block.text) || countsOn(at) || headsAPart(at)) return null
  // The chapter of recommendations may have an introduction of its own.
  const { block, blocks, i, state } = at
  const deeper = block.level !== null && state.level !== null ? block.level > state.level : blocks[i - 1]?.kind === 'heading'
  return !found(state) && deeper && /^(?:introduction|background|context|scope)\b/.test(bareHeading(block.text)) ? 'taken' : 'end'
}

/** "Monitoring of visits", "Contact with families" below the announcing heading, with what asks right below it: a theme of the list. */
function headsAPart(at: At<Heading>): boolean {
  const { block, blocks, i, state } = at
  if (state.bySentence || (isAnswerLabel(block.text) && found(state)) || state.announced.kind === 'matters of concern') return false
  let below = i + 1
  while (blocks[below]?.kind === 'heading' && below < i + 3) below++
  const next = blocks[below]
  if (!next || next.kind === 'heading' || next.kind === 'table') return false
  const asks = asksItself(next.text) || leadIn(next.text) !== null
  const ranked = block.level !== null && state.level !== null
  return ranked ? isDeeperPart(at, below, asks) : isPartWithoutRank(at, next, asks || (state.announced.mixed && asksSoon(blocks, below)))
}

function isDeeperPart({ block, blocks, i, state }: At<Heading>, below: number, asks: boolean): boolean {
  const deeper = (block.level ?? 0) > (state.level ?? 0) || (!found(state) && blocks[i - 1]?.kind === 'heading')
  const list = blocks[below]?.kind === 'paragraph' && blocks[below + 1]?.kind === 'item'
  return deeper && (asks || (list && asksSoon(blocks, below + 1)))
}

/** Where headings have no rank, the first theme follows the announcement at once; a later one goes on with the same kind of list. */
function isPartWithoutRank({ block, blocks, i, state }: At<Heading>, next: Block, asks: boolean): boolean {
  const first = !found(state) && blocks[i - 1]?.kind === 'heading'
  if (!asks || (closesForCertain(block.text) && !first)) return false
  const alike = next.kind === 'item' && (state.announced.mixed || state.lastMarker?.family === next.marker.family)
  return first || alike || (next.kind === 'paragraph' && state.paragraphs.length > 0 && !state.lastMarker)
}

/** "That Cabinet:" set apart: what follows is sought from a meeting, and is refused item by item. */
function decides({ block, state }: At<Heading>): Step {
  if (whyExcluded(block.text) !== DECISION) return null
  refuse(state, block, DECISION)
  return 'taken'
}

function leadsIn({ block, state }: At<Heading>): Step {
  const lead = leadIn(block.text)
  if (!lead) return null
  state.owner = lead.owner ?? state.owner
  state.timescale = lead.timescale ?? state.headingTimescale
  newList(state, lead)
  state.awaiting = true
  return 'taken'
}

/** "The force needs to reduce the number of calls that are abandoned" set as a heading of its own: it asks, and explanation follows. */
function asksInFull({ block, blocks, i, state }: At<Heading>): Step {
  if (block.text.split(' ').length < 7 || subjectOf(block.text) === null || !asksAtOnce(block.text) || isRunIn(block)) return null
  return recommendation({ block: { ...block, kind: 'paragraph', bold: true, indent: 0 }, blocks, i, state })
}

function answers({ block, state }: At<Heading>): Step {
  if (!isAnswerLabel(block.text)) return null
  state.broken = true
  return 'taken'
}

/** A heading of the same or a higher rank ends the region unless the list plainly goes on below it. */
function endsByRank(at: At<Heading>): Step {
  const { block, state } = at
  if (countsOn(at)) return null
  const deeper = block.level !== null && state.level !== null && block.level > state.level
  return (deeper && !state.bySentence) || goesOn(at) ? null : 'end'
}

/** Whether the list goes on below a heading: the same kind of item, counting on, and asking for something. */
function goesOn(at: At<Heading>): boolean {
  const { blocks, i, state } = at
  let next = i + 1
  while (blocks[next]?.kind === 'heading' && next < i + 3) next++
  const block = blocks[next]
  if (!block || block.kind === 'heading') return false
  if (isRunIn(block)) return true
  if (block.kind === 'table')
    return readTable(block, { section: [], inRegion: true, noun: state.announced.noun, head: state.head }).candidates.length > 0
  if (block.kind === 'paragraph') return leadIn(block.text) !== null || (state.lists.every((l) => !l.length) && isDirective(block.text))
  return itemGoesOn(block, blocks, next, state)
}

function itemGoesOn(item: Item, blocks: Block[], at: number, state: RegionState): boolean {
  const bullet = item.marker.family === 'bullet'
  const before = state.lastMarker
  if (state.announced.mixed && !bullet)
    return item.marker.ordinal === (state.lastNumber ?? 0) + 1 || (!found(state) && asksSoon(blocks, at))
  const asks = asksItself(item.text) || state.announced.kind === 'matters of concern'
  if (!before) return found(state) ? bullet && asks : asks || (state.announced.noun && bullet)
  if (before.family !== item.marker.family) return asks && bullet
  if (bullet) return asks || asksSoon(blocks, at) || (state.announced.noun && before.printed === item.marker.printed)
  return asks && (item.marker.ordinal === (before.ordinal ?? 0) + 1 || item.marker.ordinal === 1)
}

/** The numbering of the list goes on below the heading and goes on asking. */
function countsOn({ blocks, i, state }: At<Heading>): boolean {
  let at = i + 1
  while (blocks[at]?.kind === 'heading' && at < i + 4) at++
  const next = blocks[at]
  return (
    next?.kind === 'item' &&
    state.lastNumber !== null &&
    next.marker.family !== 'bullet' &&
    next.marker.ordinal === state.lastNumber + 1 &&
    (asksItself(next.text) || state.announced.mixed || nextAsk(blocks, at))
  )
}

/** One of the next few items asks for something. */
function asksSoon(blocks: Block[], from: number): boolean {
  return blocks.slice(from, from + 5).some((b) => b.kind === 'item' && isDirective(b.text))
}

/** The two items after this one ask at once: one among them may tell a principle first. */
function nextAsk(blocks: Block[], from: number): boolean {
  const items = blocks.slice(from + 1, from + 8).filter((b) => b.kind === 'item')
  return items.length >= 2 && items.slice(0, 2).every((b) => asksAtOnce(b.text))
}
