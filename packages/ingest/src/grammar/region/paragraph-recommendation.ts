import type { Block, Paragraph } from '../../document/block.ts'
import { fold } from '../../document/words.ts'
import { candidate } from '../candidate.ts'
import { asksAtOnce, isDirective } from '../asking/asks.ts'
import { beginsLikeItem } from '../asking/instruction.ts'
import { whyExcluded, whyNoConcern } from '../exclusions.ts'
import { sentencesOf } from '../first-person.ts'
import { subjectOf } from '../owner.ts'
import { slotsAtEnd } from '../slots.ts'
import { inherit, newList, refuse, sectionOf, type At, type RegionState, type Step } from './region-state.ts'

/** A paragraph that asks for something, or tells a matter below a heading that makes it the thing to be acted on. */
export function recommendation(at: At<Paragraph>): Step {
  const { block, state } = at
  const text = withoutIntroduction(fold(block.text))
  const why = state.announced.kind === 'matters of concern' ? whyNoConcern(text) : whyExcluded(text)
  if (why) refuse(state, block, why)
  const stands = why === null && text.length <= 1500 && !introduces(text) && !isTitle(text) && !isName(text, state)
  const asks = isDirective(text) || (state.awaiting && beginsLikeItem(text)) || isConcern(text, state)
  const area = !asks && isArea(text, state)
  if (stands && (asks || area)) return take(at, text, area)
  state.awaiting = false
  return null
}

function take({ block, blocks, i, state }: At<Paragraph>, text: string, area: boolean): Step {
  // The lead-in of a list speaks for that list only.
  if (state.lists.at(-1)?.length) Object.assign(state, { owner: null, timescale: state.headingTimescale })
  const slots = slotsAtEnd(text)
  const made = inherit(
    state,
    candidate(block, slots.rest, {
      ref: INTENT_NUMBER.exec(textBefore(blocks[i - 1]))?.[1] ?? null,
      owner: slots.owner,
      timescale: slots.timescale,
      section: sectionOf(state),
      rule: 'paragraphs below a heading',
      confidence: area ? 0.6 : 0.75,
      reason: `a paragraph below "${state.section.at(-1) ?? ''}" that ${area ? 'describes an area to be improved' : 'asks for something'}`,
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

/** "3 The intent of this recommendation is ...": the number stands before the explanation, and the wording below it. */
const INTENT_NUMBER = /^(\d{1,2})[.)]? the (?:intent|purpose|aim) of (?:this|these) recommendations?\b/i
const textBefore = (block: Block | undefined) =>
  block?.kind === 'item' ? `${block.marker.printed} ${block.text}` : block?.kind === 'paragraph' ? block.text : ''

/** Matters of concern are full sentences, one per paragraph if they are not numbered. */
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

/** "Track occupation irregularity, Otira, 10 June 2013": what looks like an instruction and ends in no stop names something. */
const isName = (text: string, state: RegionState) =>
  !state.awaiting && !/[.;:!?”’)]$/.test(text) && !/\b(?:should|must|shall|to)\b/.test(text)

/** "As It Should Be": words in capitals are somebody's title. */
function isTitle(text: string): boolean {
  const words = text.split(' ').filter((w) => /\p{L}/u.test(w))
  return words.length <= 14 && words.filter((w) => /^[(“‘]?\p{Lu}/u.test(w)).length > words.length * 0.6
}

/** "The policy addresses our recommendations above. HHS should ...": what introduces is left out where a later sentence asks somebody. */
function withoutIntroduction(text: string): string {
  const sentences = sentencesOf(text)
  const at = sentences.findIndex((s) => asksAtOnce(s))
  const asked = at > 0 && INTRO.test(sentences.slice(0, at).join(' ')) ? sentences.slice(at).join(' ') : ''
  return asked && subjectOf(asked) !== null && !INTRO.test(asked.replace(/\bour recommendations? above\b/i, '')) ? asked : text
}

/** "The following recommendations ...", but not "HHS should check that the policies meet our recommendations above". */
const introduces = (text: string) => INTRO.test(text) && !(subjectOf(text) !== null && /[.;)]$/.test(text) && !TO_ANSWER.test(text))
const TO_ANSWER =
  /\b(?:should|must|needs? to) (?:\w+ )?(?:consider|implement|accept|respond|reply|read|publish|address|take|note|act|adopt|prioriti[sz]e)\b.{0,60}\brecommendations?\b/i
const INTRO =
  /\b(?:following|these|our|above|below|previous) (?:\w+ ){0,3}(?:recommendations?|areas? for|actions|requirements)\b|\brecommendations? (?:below|above|in this|are|is|were|was|made|set out|should be (?:read|seen|considered|implemented|taken)|that follow|within)\b|\bmakes? (?:\w+ ){0,3}recommendations?\b/i
