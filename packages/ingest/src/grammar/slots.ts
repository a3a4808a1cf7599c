import { fold } from '../document/words.ts'
import { timescaleInWording } from './timescale.ts'

/** Labelled answers beside a recommendation: "Responsibility: Deputy Leader by May 2018.", "Target date: 31 March 2019", "Priority: High". */
export type Slots = { owner: string | null; timescale: string | null; rest: string }

const OWNER =
  '(?:responsib(?:le|ility)(?: (?:officer|person|party|body|unit|department|entity|staff|individual|official|manager|owner|director|lead|member|for implementation))?|(?:lead|action|risk|recommendation)? ?owner|lead(?: (?:officer|member|body|organi[sz]ation|agency|director))?|officer(?:\\(s\\))? responsible|assigned to|owner|action (?:by|for|to be taken by)|by whom|who|addressee|accountable (?:officer|person))'
const TIME =
  '(?:(?:target|due|completion|implementation|agreed|proposed|planned|delivery)(?: (?:completion|implementation))? (?:date|timescale|deadline)|(?:target|due|completion|implementation|revised|original) ?(?:date)?(?: \\(.{3,20}\\))?|timescales?|time ?frame|deadline|by when|due by|to be completed(?: by)?|date (?:for|of) (?:completion|implementation)|date due|when)'
const OTHER =
  "(?:priority|risk(?: rating)?|rating|grade|importance|status|current status|category|cost|progress|update|latest update|response|(?:management|officer|council|trust|client|auditee|agreed|provider|department)(?:[’']s)? (?:response|comments?|action))"
const LABEL = new RegExp(`(?:^|[.;\\s])\\s*(${OWNER}|${TIME}|${OTHER})\\s*(?::|\\s[–—-]|[–—-]\\s)\\s*`, 'gi')
/** Everyday words label an answer only before a colon. */
const NEEDS_COLON =
  /^(?:when|who|cost|status|grade|importance|by whom|by when|due|target|lead|owner|completion|implementation|revised|original|progress|update|response|rating|risk|category|priority)$/i
const ANSWER =
  /^(?:(?:the )?(?:management|government|council|trust|department|departmental|executive|client|officer|auditee|agency|entity|our|agreed|provider|initial|formal|current|cabinet)(?:[’']s)?(?: \w+)? (?:response|comments?|action|position|update)|response|update|progress|status|actions? taken|comments?|implementation|rationale|reason(?:s|ing)?|evidence|why (?:it|this) matters|findings?|observations?|risk|implications?|background|outcome|success criteria|accepted|agreed|not accepted|what (?:we|has)|action (?:taken|planned))\b/i

/** "Department of Example response: Agreed." after the wording. */
const ANSWER_BY_NAME = /(?<=[.;)])\s+(?:[Tt]he )?(?:(?:\p{Lu}[\p{L}’'-]*|of|for|and|the|&)\s+){1,8}(?:response|comments?)\s*:/u
const IS_LABEL = new RegExp(`^(?:${OWNER}|${TIME}|${OTHER})$`, 'i')

/** A label and no more: "Responsible officer", "Target date", "Status". */
export const isSlotLabel = (text: string) => IS_LABEL.test(text)

/** Takes the labelled answers off the end of a wording. */
export function slotsAtEnd(text: string): Slots {
  const folded = fold(text)
  const answer = ANSWER_BY_NAME.exec(folded)
  const marks = [...folded.matchAll(LABEL)].filter(
    (m) => ((m.index ?? 0) > 25 || m.index === 0) && (m[0].includes(':') || !NEEDS_COLON.test(m[1] ?? '')),
  )
  const first = marks[0]
  if (!first) return { owner: null, timescale: null, rest: answer ? folded.slice(0, answer.index).trim() : folded }
  const cut = Math.min(answer?.index ?? Infinity, (first.index ?? 0) + (/^[.;]/.test(first[0]) ? 1 : 0))
  let owner: string | null = null
  let timescale: string | null = null
  marks.forEach((mark, i) => {
    const value = folded
      .slice((mark.index ?? 0) + mark[0].length, marks[i + 1]?.index ?? folded.length)
      .replace(/[\s.;,]+$/, '')
      .trim()
    if (new RegExp(`^${TIME}$`, 'i').test(mark[1] ?? '')) timescale = value || null
    else if (new RegExp(`^${OWNER}$`, 'i').test(mark[1] ?? '')) {
      const by = timescaleInWording(value) ?? /\bby [A-Z][a-z]{2,8}\.? \d{4}\b/.exec(value)?.[0] ?? null
      owner = (by ? value.slice(0, value.indexOf(by)) : value).replace(/[\s,;–-]+$/, '').trim() || null
      if (by) timescale = by
    }
  })
  // A dash may stand in a sentence; a colon after such a word does not.
  return owner || timescale || cut === 0 || first[0].includes(':')
    ? { owner, timescale, rest: folded.slice(0, cut).trim() }
    : { owner: null, timescale: null, rest: folded }
}

/** A block that answers for the recommendation above it, or begins somebody's response to it. */
export function isSlotBlock(text: string): boolean {
  return slotsAtEnd(text).rest === ''
}

export function isAnswerLabel(text: string): boolean {
  const bare = fold(text)
  return ANSWER.test(bare) && (/:/.test(bare.slice(0, 60)) || bare.split(' ').length <= 6)
}
