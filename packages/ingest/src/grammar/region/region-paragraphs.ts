import type { Block, Paragraph } from '../../document/block.ts'
import { fold } from '../../document/words.ts'
import { candidate } from '../candidate.ts'
import { closesList } from '../closers.ts'
import { asksAtOnce, beginsLikeItem, isDirective } from '../directives.ts'
import { AUTHOR, whyExcluded } from '../exclusions.ts'
import { leadIn } from '../lead-ins.ts'
import { addressedBy } from '../owner.ts'
import { isAnswerLabel, slotsAtEnd } from '../slots.ts'
import { timescaleHeading } from '../timescale.ts'
import { firstStep, found, inherit, newList, refuse, sectionOf, type At, type RegionState, type Step } from './region-state.ts'

/** What a paragraph inside a region is: a timescale, labelled answers, a lead-in, the rest of an item, a recommendation without a list, or other text. */
export function onParagraph(at: At<Paragraph>): Step {
  return firstStep([setsTimescale, closes, answersLabelled, leadsIn, addresses, restOfItem, answers, recommendation, otherText], at)
}

function setsTimescale({ block, state }: At<Paragraph>): Step {
  const timescale = timescaleHeading(block.text)
  if (!timescale) return null
  state.timescale = timescale
  state.headingTimescale = timescale
  newList(state)
  return 'taken'
}

/** A heading that its layout does not show: short, not ended, and such that other matters begin below it. */
function closes({ block, state }: At<Paragraph>): Step {
  const text = fold(block.text)
  const like = /^\p{Lu}/u.test(text) && !/[.;:,]$/.test(text) && text.split(' ').length <= 18
  return like && found(state) && !state.bySentence && closesList(text) ? 'end' : null
}

function answersLabelled({ block, state }: At<Paragraph>): Step {
  const slots = slotsAtEnd(block.text)
  if (slots.rest !== '' || !state.last) return null
  state.last.owner = slots.owner ?? state.last.owner
  state.last.timescale = slots.timescale ?? state.last.timescale
  return 'taken'
}

function leadsIn({ block, blocks, i, state }: At<Paragraph>): Step {
  const lead = leadIn(block.text)
  const next = blocks[i + 1]
  if (!lead || !next || insideItem(next, state) || (next.kind === 'paragraph' && !/:\s*$/.test(block.text))) return null
  if (next.kind === 'item' && asksBeforeItOpens(block.text)) return null
  state.owner = lead.owner ?? (lead.asksFor ? null : state.owner)
  state.timescale = lead.timescale ?? state.headingTimescale
  state.broken = false
  newList(state, lead.asksFor)
  state.awaiting = next.kind === 'paragraph'
  return 'taken'
}

/** "Leaders need to strengthen ... They should focus on:": the paragraph itself is a recommendation, and the list holds its parts. */
function asksBeforeItOpens(text: string): boolean {
  const last = text.split(/(?<=[.!?])\s+(?=[A-Z])/).at(-1) ?? ''
  return last !== text && /^(?:they|it|this|these|in particular|the \w+ should)\b/i.test(last) && asksAtOnce(text)
}

/** The list below is part of the item above: its depth says so. */
const insideItem = (next: Block, state: RegionState) => next.kind === 'item' && state.last !== null && next.depth > (state.base ?? 0)

/** "To the Federal Railroad Administration:" before its list. */
function addresses({ block, blocks, i, state }: At<Paragraph>): Step {
  const name = blocks[i + 1]?.kind === 'item' ? addressedBy(block.text) : null
  if (!name) return null
  state.owner = name
  state.timescale = state.headingTimescale
  newList(state)
  return 'taken'
}

/** An item that was cut by a page end or goes on with a quotation. */
function restOfItem({ block, state }: At<Paragraph>): Step {
  const into = state.last?.children.at(-1) ?? state.last
  if (!into || !/^[\p{Ll}“"‘]/u.test(block.text) || /[.!?]["”’]?$/.test(into.text)) return null
  into.text = fold(`${into.text} ${block.text}`)
  return 'taken'
}

function answers({ block, state }: At<Paragraph>): Step {
  if (!isAnswerLabel(block.text)) return null
  state.broken = true
  return 'taken'
}

/** "Track occupation irregularity, Otira, 10 June 2013": what looks like an instruction and ends in no stop names something. */
const isName = (text: string, state: RegionState) =>
  !state.awaiting && !/[.;:!?”’)]$/.test(text) && !/\b(?:should|must|shall|to)\b/.test(text)

/** "As It Should Be": words in capitals are somebody's title. */
function isTitle(text: string): boolean {
  const words = text.split(' ').filter((w) => /\p{L}/u.test(w))
  return words.length <= 14 && words.filter((w) => /^[(“‘]?\p{Lu}/u.test(w)).length > words.length * 0.6
}

const INTRO =
  /\b(?:following|these|our|above|below|previous) (?:\w+ ){0,3}(?:recommendations?|areas? for|actions|requirements)\b|\brecommendations? (?:below|above|in this|are|is|were|was|made|set out|should be (?:read|seen|considered|implemented|taken)|that follow|within)\b|\bmakes? (?:\w+ ){0,3}recommendations?\b/i

function recommendation({ block, blocks, i, state }: At<Paragraph>): Step {
  const text = fold(block.text)
  const excluded = whyExcluded(text)
  const why = excluded === AUTHOR && state.announced.kind === 'matters of concern' ? null : excluded
  if (why) refuse(state, block, why)
  const awaited = (state.awaiting && beginsLikeItem(text)) || isConcern(text, state)
  const area = !isDirective(text) && !awaited && isArea(text, state)
  if (why || !(isDirective(text) || awaited || area) || text.length > 1500 || INTRO.test(text) || isTitle(text) || isName(text, state)) {
    state.awaiting = false
    return null
  }
  // The lead-in of a list speaks for that list only.
  if (state.lists.at(-1)?.length) state.owner = null
  const slots = slotsAtEnd(text)
  const made = inherit(
    state,
    candidate(block, slots.rest, {
      owner: slots.owner,
      timescale: slots.timescale,
      section: sectionOf(state),
      rule: 'paragraphs below a heading',
      confidence: area ? 0.6 : 0.75,
      reason: `a paragraph below "${state.section.at(-1) ?? ''}" that ${area ? 'tells of an area to be improved' : 'asks for something'}`,
      findings: area,
    }),
  )
  state.paragraphs.push(made)
  const next = blocks[i + 1]
  if (next?.kind === 'item' && text.endsWith(':')) {
    newList(state)
    state.last = made
    state.base = next.depth - 1
  } else if (!state.lists.some((l) => l.length)) state.last = made
  return 'taken'
}

/** Matters of concern are told in full sentences, one a paragraph where they are not numbered. */
function isConcern(text: string, state: RegionState): boolean {
  return (
    state.announced.kind === 'matters of concern' &&
    !state.lists.some((l) => l.length) &&
    !BOILERPLATE.test(text) &&
    !/:[–-]?$/.test(text) &&
    text.split(' ').length > 5
  )
}

/** Early inspection letters tell each area for improvement in a paragraph of its own, without marks. */
function isArea(text: string, state: RegionState): boolean {
  return (
    (state.announced.kind === 'areas for improvement' || state.announced.kind === 'priority action') &&
    !state.announced.soft &&
    !state.bySentence &&
    !state.lists.some((l) => l.length) &&
    !/:[–-]?$/.test(text) &&
    text.split(' ').length > 14
  )
}

const BOILERPLATE =
  /^(?:during the course of (?:the|this|my) (?:inquest|investigation)|in my opinion\b.{0,60}\b(?:there is a risk|action should be taken)|the matters? of concern|in the circumstances it is my|i am concerned that:?$|priority concerns are|during this inspection we)/i

function otherText({ state }: At<Paragraph>): Step {
  if (!found(state)) return 'taken'
  if (state.bySentence) return 'end'
  state.broken = true
  return 'taken'
}
