import type { Item } from '../../document/block.ts'
import { candidate, type Candidate } from '../candidate.ts'
import { isDirective } from '../asking/asks.ts'
import { AUTHOR, DECISION, whyExcluded, whyNoConcern } from '../exclusions.ts'
import { asksItself, recommendingPart, sentencesOf } from '../first-person.ts'
import { isAgreed } from '../lead-ins.ts'
import { slotsAtEnd } from '../slots.ts'
import { timescaleHeading } from '../timescale.ts'
import { closesForCertain } from '../closers.ts'
import { addresses, leadsIn } from './item-lead-ins.ts'
import { firstStep, found, inherit, newList, refuse, sectionOf, type At, type RegionState, type Step } from './region-state.ts'

/** What an item of a list inside a region is: a timescale, a lead-in, no recommendation, a part of one, or a recommendation. */
export function onItem(at: At<Item>): Step {
  return firstStep(
    [
      closesByName,
      backAmongFindings,
      setsTimescale,
      addresses,
      partBetween,
      leadsIn,
      excluded,
      otherList,
      answersLabelled,
      listAfterwards,
      part,
      asksNothing,
      recommendation,
    ],
    at,
  )
}

/** "1. Introduction" after the list: a chapter begins. */
const closesByName = ({ block, state }: At<Item>): Step =>
  found(state) && block.marker.family !== 'bullet' && block.text.split(' ').length <= 3 && closesForCertain(block.text) ? 'end' : null

/** The next number after letters that stood for themselves is a finding again. */
function backAmongFindings({ block, state }: At<Item>): Step {
  if (!state.freed || block.within) return null
  newList(state)
  Object.assign(state, { freed: false, owner: null, timescale: state.headingTimescale })
  return null
}

function setsTimescale({ block, state }: At<Item>): Step {
  const timescale = block.text.length < 60 ? timescaleHeading(block.text) : null
  if (!timescale) return null
  state.timescale = timescale
  newList(state)
  return 'taken'
}

/** Between two numbers everything is part of the first, whatever it looks like. */
const partBetween = (at: At<Item>): Step => (at.block.within && !at.state.freed ? part(at) : null)

function excluded({ block, state }: At<Item>): Step {
  const why = state.announced.kind === 'matters of concern' ? whyNoConcern(block.text) : whyExcluded(block.text)
  if (state.promised) {
    refuse(state, block, state.promised)
    return 'taken'
  }
  // A committee's conclusion may recommend in a later sentence.
  if (
    !why ||
    (why === AUTHOR && (asksLater(block.text, state) || isAgreed(block.text, state.announced.kind))) ||
    (why === DECISION && notesFirst(block.text))
  )
    return null
  refuse(state, block, why)
  state.last = null
  return 'taken'
}

/** "The Committee note that ... They recommend that the Ministry ...": what a committee notes is no decision where it asks further on. */
const notesFirst = (text: string) => !/^that\b/i.test(text) && sentencesOf(text).slice(1).some(isDirective)

function asksLater(text: string, { announced }: RegionState): boolean {
  return recommendingPart(text) !== null || (announced.mixed && sentencesOf(text).slice(1).some(isDirective))
}

/** A new kind of counted list after the recommendations, at the outermost level and asking for nothing: the report's text goes on. */
function otherList({ block, state }: At<Item>): Step {
  state.awaiting = false
  // What a lead-in says is for its own list, not for the item that goes on outside it.
  if (state.base !== null && block.depth < state.base) Object.assign(state, { owner: null, timescale: state.headingTimescale })
  if (state.base === null || block.depth < state.base) state.base = block.depth
  if (isSiblingOfOpener(block, state) && !asksItself(block.text)) return 'end'
  if (block.marker.family === 'decimal' ? asksItself(block.text) : isDirective(block.text)) return null
  if (state.bySentence && state.broken) return 'end'
  const before = state.lastItem
  if (!before || block.marker.family === 'bullet' || block.depth > state.base || before.depth > block.depth) return null
  return before.marker.family === block.marker.family ? null : 'end'
}

/** "33.11" after the letters below "33.10 I therefore recommend:": the report's paragraphs go on. */
const isSiblingOfOpener = (item: Item, { opener, lastItem }: RegionState) =>
  opener !== null &&
  lastItem !== null &&
  lastItem.depth > opener.depth &&
  item.depth <= opener.depth &&
  item.marker.family === opener.marker.family &&
  item.marker.ordinal === (opener.marker.ordinal ?? 0) + 1

/** "Responsible officer: Head of Audit" as an item of its own. */
function answersLabelled({ block, state }: At<Item>): Step {
  const slots = slotsAtEnd(block.text)
  if (slots.rest !== '' || !state.last) return null
  state.last.owner ??= slots.owner
  state.last.timescale = slots.timescale ?? state.last.timescale
  return 'taken'
}

/** A list that is deeper only by its indent, below a recommendation that had ended. */
function listAfterwards({ block, state }: At<Item>): Step {
  if (block.within || block.depth <= (state.base ?? 0) || !state.last || state.last.children.length) return null
  if (!/\.["”’]?$/.test(state.last.text) || isDirective(block.text) || !/^\p{Lu}/u.test(block.text)) return null
  refuse(state, block, 'a list after the recommendations that asks for nothing')
  return 'end'
}

function part({ block, state }: At<Item>): Step {
  if (block.depth <= (state.base ?? 0) || !state.last) return null
  addPart(state.last, block, block.depth - (state.base ?? 0))
  return 'taken'
}

function asksNothing({ block, state }: At<Item>): Step {
  if (!state.broken || isDirective(block.text) || state.announced.noun || countsOn(block, state)) return null
  refuse(state, block, 'stands after other text and does not ask for anything')
  return 'taken'
}

const countsOn = (item: Item, state: RegionState) =>
  state.lastMarker?.family === item.marker.family && item.marker.ordinal !== null && item.marker.ordinal === (state.lastNumber ?? -1) + 1

function recommendation({ block, state }: At<Item>): Step {
  const slots = slotsAtEnd(block.text)
  const bullet = block.marker.family === 'bullet'
  const made = inherit(
    state,
    candidate(block, slots.rest, {
      ref: bullet ? null : block.marker.printed.replace(/^(\d+)[.)]$/, '$1'),
      owner: slots.owner,
      timescale: slots.timescale,
      section: sectionOf(state),
      rule: block.parted ? 'run-in list' : `${block.marker.family} list`,
      reason: `${bullet ? 'an item' : `item ${block.marker.printed}`} of the list below "${state.section.at(-1) ?? ''}"`,
      confidence: 0.9,
    }),
  )
  state.lists.at(-1)?.push(made)
  state.last = made
  // What is lettered below a numbered finding leaves the count of the findings as it is.
  if (block.within && state.freed) return 'taken'
  state.lastItem = block
  state.lastMarker = block.marker
  if (!bullet) state.lastNumber = block.marker.ordinal
  return 'taken'
}

export function addPart(parent: Candidate, item: Item, depth: number): void {
  let into = parent
  for (let d = 1; d < depth && into.children.length; d++) into = into.children.at(-1) as Candidate
  into.children.push(
    candidate(item, item.text, {
      ref: item.marker.family === 'bullet' ? null : item.marker.printed,
      section: parent.section,
      rule: 'nested item',
      reason: 'stands in the list below it',
      confidence: parent.confidence,
    }),
  )
}
