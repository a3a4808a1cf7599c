import type { Block, Paragraph } from '../../document/block.ts'
import { fold } from '../../document/words.ts'
import { closesList } from '../closers.ts'
import { asksAtOnce } from '../asking/asks.ts'
import { beginsLikeItem } from '../asking/instruction.ts'
import { AUTHOR, DECISION, whyExcluded } from '../exclusions.ts'
import { agreedLead, leadIn, opensResolutions } from '../lead-ins.ts'
import { addressedBy } from '../addressed-lines.ts'
import { isAnswerLabel, slotsAtEnd } from '../slots.ts'
import { timescaleHeading } from '../timescale.ts'
import { recommendation } from './paragraph-recommendation.ts'
import { firstStep, found, newList, refuse, type At, type RegionState, type Step } from './region-state.ts'

/** What a paragraph inside a region is: a timescale, labelled answers, a lead-in, the rest of an item, a recommendation without a list, or other text. */
export function onParagraph(at: At<Paragraph>): Step {
  return firstStep(
    [
      setsTimescale,
      closes,
      siblingLabel,
      promises,
      answersLabelled,
      insideCounted,
      opensParts,
      leadsIn,
      addresses,
      restOfItem,
      answers,
      recommendation,
      otherText,
    ],
    at,
  )
}

function setsTimescale({ block, state }: At<Paragraph>): Step {
  const timescale = timescaleHeading(block.text)
  if (!timescale) return null
  state.timescale = timescale
  state.headingTimescale = timescale
  newList(state)
  return 'taken'
}

/** "We set out our detailed findings below." */
const TURNS_BACK =
  /^(?:we|this section|the rest of this (?:section|chapter|report)) (?:now |then )?(?:sets? out|describes?|explains?|gives?) (?:our|the) (?:\w+ )?(?:findings|evidence|reasons|analysis)\b/i

/** A heading that its layout does not show: short, not ended, and such that other matters begin below it. */
function closes({ block, state }: At<Paragraph>): Step {
  const text = fold(block.text)
  if (found(state) && TURNS_BACK.test(text)) return 'end'
  const like = /^\p{Lu}/u.test(text) && !/[.;:,]$/.test(text) && text.split(' ').length <= 18
  return like && found(state) && !state.bySentence && closesList(text) && !asksAtOnce(text) ? 'end' : null
}

/** "Keywords: ..." after "Recommendations: ..."; "Owner: ..." answers for what was recommended. */
function siblingLabel({ block, state }: At<Paragraph>): Step {
  return state.byLabel && found(state) && slotsAtEnd(block.text).rest !== '' && /^\p{Lu}[\p{L} ]{2,30}:\s+\S/u.test(block.text)
    ? 'end'
    : null
}

/** "Residents want safer parks. We will:" */
function promises({ block, state }: At<Paragraph>): Step {
  if (agreedLead(block.text, state.announced.kind)) return null
  const why = block.text.endsWith(':') ? whyExcluded(block.text) : null
  if (why !== AUTHOR && why !== DECISION) return null
  newList(state)
  state.promised = why
  refuse(state, block, why)
  return 'taken'
}

function answersLabelled({ block, state }: At<Paragraph>): Step {
  const slots = slotsAtEnd(block.text)
  if (slots.rest !== '' || !state.last) return null
  state.last.owner = slots.owner ?? state.last.owner
  state.last.timescale = slots.timescale ?? state.last.timescale
  return 'taken'
}

/** "At a minimum, the controls should address:" after a paragraph that asks, and nouns below it: its parts. */
function opensParts({ block, blocks, i, state }: At<Paragraph>): Step {
  const next = blocks[i + 1]
  const last = state.paragraphs.at(-1)
  if (next?.kind !== 'item' || !last || state.last !== last || last.children.length || state.lists.some((l) => l.length)) return null
  const lead = leadIn(block.text)
  if (!lead || lead.owner !== null || asksAtOnce(next.text) || beginsLikeItem(next.text.charAt(0).toUpperCase() + next.text.slice(1)))
    return null
  last.text = fold(`${last.text} ${block.text}`)
  state.base = next.depth - 1
  return 'taken'
}

function leadsIn({ block, blocks, i, state }: At<Paragraph>): Step {
  const lead = leadIn(block.text) ?? agreedLead(block.text, state.announced.kind)
  const next = blocks[i + 1]
  if (!lead || !next || insideItem(next, state) || (next.kind === 'paragraph' && !/:\s*$/.test(block.text))) return null
  if (next.kind === 'item' && (asksBeforeItOpens(block.text) || itsPartsFollow(block.text, next.text))) return null
  state.owner = lead.owner ?? (lead.asksFor ? null : state.owner)
  state.timescale = lead.timescale ?? state.headingTimescale
  state.broken = false
  newList(state, lead)
  state.awaiting = next.kind === 'paragraph'
  return 'taken'
}

/** "Leaders need to strengthen ... They should focus on:": the paragraph itself is a recommendation, and the list holds its parts. */
function asksBeforeItOpens(text: string): boolean {
  const last = text.split(/(?<=[.!?])\s+(?=[A-Z])/).at(-1) ?? ''
  return last !== text && /^(?:they|it|this|these|in particular|the \w+ should)\b/i.test(last) && asksAtOnce(text)
}

/** "HHS should draft policies. At a minimum, they should address:" and below it nouns: what has to be covered, not what is to be done. */
function itsPartsFollow(text: string, item: string): boolean {
  const sentences = text.split(/(?<=[.!?])\s+(?=[A-Z])/)
  return sentences.length > 1 && asksAtOnce(sentences[0] ?? '') && !asksAtOnce(item)
}

/** The list below is part of the item above: its depth says so. */
const insideItem = (next: Block, state: RegionState) => next.kind === 'item' && state.last !== null && next.depth > (state.base ?? 0)

/** Text of a numbered item between its number and the letters below it. */
function insideCounted({ block, blocks, i, state }: At<Paragraph>): Step {
  const next = blocks[i + 1]
  if (next?.kind !== 'item' || !next.within || !insideItem(next, state)) return null
  const lead = state.last?.directive ? null : leadIn(block.text)
  if (!lead?.asksFor) return 'taken'
  // "1. Advances were not settled. ... We recommend that the mayor: a. ...; b. ...": what was found is numbered, what is asked is lettered.
  newList(state, lead)
  Object.assign(state, { owner: lead.owner, timescale: lead.timescale ?? state.headingTimescale, freed: true })
  return 'taken'
}

/** "To the Federal Railroad Administration:" before its list. */
function addresses({ block, blocks, i, state }: At<Paragraph>): Step {
  const next = blocks[i + 1]
  if (next?.kind === 'item' && opensResolutions(block.text, next.text)) {
    newList(state)
    return 'taken'
  }
  const name = blocks[i + 1]?.kind === 'item' ? addressedBy(block.text) : null
  if (!name) return null
  const list = state.lists.findLast((l) => l.length)
  state.owner = name
  state.timescale = state.headingTimescale
  // "... and that the Ministry of Education:" goes on with the sentence that opened the list above.
  const goesOn = /^and\b/i.test(block.text) && list !== undefined
  newList(state, { asksFor: goesOn && state.led.has(list), recommends: goesOn && state.recommended.has(list) })
  return 'taken'
}

/** An item that was cut by a page end or goes on with a quotation. */
function restOfItem({ block, state }: At<Paragraph>): Step {
  const into = state.last?.children.at(-1) ?? state.last
  if (!into || !/^[\p{Ll}“"‘]/u.test(block.text) || /[.!?](?:["”’]| ?\([^)]{1,40}\))?$/.test(into.text)) return null
  into.text = fold(`${into.text} ${block.text}`)
  return 'taken'
}

function answers({ block, state }: At<Paragraph>): Step {
  if (!isAnswerLabel(block.text)) return null
  state.broken = true
  return 'taken'
}

function otherText({ state }: At<Paragraph>): Step {
  if (!found(state)) return 'taken'
  if (state.bySentence) return 'end'
  state.broken = true
  return 'taken'
}
