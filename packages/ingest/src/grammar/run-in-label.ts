import type { Block } from '../document/block.ts'
import { fold } from '../document/words.ts'
import { announcementIn } from './announcers.ts'
import { isAnswerLabel } from './slots.ts'

const NUMBER =
  '(?:[A-Z]{1,4}(?:-[A-Z\\d]{1,6}){2,5}|\\d{1,4}(?:[./-]\\d{1,4}){0,3}[a-z]?(?:\\s?\\([a-zivx–-]{1,6}\\))*|[A-Z]{1,3}[-/.]?\\d{0,4}(?:[-/.]\\d{1,5}){0,3}|[IVXL]{1,6}|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en)'
// One to three words in capitals before it: "Improvement recommendation", "PAC recommendation", "The Committee’s recommendation".
const KIND =
  "(?:(?!(?:Previous|Prior|Earlier|Last|Past|Original|Outstanding|Open|Closed|Response|Progress|Other|These|This|That|Such|Each|Every|All|No|In|On|Of|For|To)\\b)(?:[A-Z][\\p{L}’'-]+ ){1,3})?"
const WORD =
  '(?:[Ss]afety )?(?:[Rr]ecommendation|RECOMMENDATION|Area for [Ii]mprovement|AREA FOR IMPROVEMENT|Cause of concern|Requirement|(?:[Mm]anagement|[Aa]greed) [Aa]ction(?= \\d)|Rec\\.?)'
// The label, its number, perhaps the paragraphs it comes from; then a mark or a capital, or nothing more on the line.
const LABELLED = new RegExp(
  `^(${KIND}${WORD}(?:\\s+(?:[Nn]o\\.?|[Nn]umber:?|#)?\\s*${NUMBER})?(?:\\s+of\\s+\\d+)?)(?:\\s*\\((?:[Pp]ara|[Pp]aragraphs?|[Cc]onclusion|[Pp]ages?|p\\.)[^)]{1,40}\\)|\\s*\\([^()]{2,60}\\)(?=\\s*(?:[:–—|]|$))|\\s+[Pp]aragraphs? \\d+(?:\\.\\d+)*)?(?:\\s*[:.–—|-]+\\s*|\\s+(?=[A-Z“‘])|\\s*$)(.*)$`,
  'su',
)
/** "Corruption prevention recommendation 2" alone on its line: a kind in small letters. */
const SMALL_KIND = /^(?!.*\b(?:to|of|on|for|from|in|by|the|this|that|each)\b)(\p{Lu}\p{Ll}+(?: \p{Ll}+){1,2} recommendation \d{1,3})()$/u
const BARE_LABEL = /^(?:(?:safety|key|main) )?recommendations?\s*:?$/i

/** "2016-03-I-TX-R1", "TSB-R-22-7" alone on its line: a code of letters, digits and two marks or more. */
const CODE = /^(?=.*[A-Z])(?=.*\d)[A-Z\d]{1,6}(?:[-/][A-Z\d]{1,6}){2,5}$/

/** `code` where the label is a code alone, which names a recommendation only before a wording that asks. */
export type RunIn = { ref: string | null; rest: string; code?: true }

/** "Recommendation 4: The council should ...", "Safety Recommendation 2020-001", "Recommendation: The Department ...": the label opens the item itself. */
export function runInLabel(text: string): RunIn | null {
  const whole = fold(text)
    .replace(/^\*+\s*/, '')
    // A line of contents: the label, a rule and the page.
    .replace(/\s*(?:[_.…]{3,}|_)\s*\d{1,4}$/, '')
  const before = /^\(?(\d{1,2}(?:\.\d{1,3}){0,3}[a-z]?)[.):]?\s+(?=(?:PAC )?[A-Zs])/.exec(whole)
  const folded = whole.slice(before?.[0].length ?? 0)
  if (/^recommendations\b/i.test(folded) || (announcementIn(folded)?.kind === 'areas for improvement' && !/\d/.test(folded))) return null
  if (CODE.test(whole)) return { ref: whole, rest: '', code: true }
  const match = LABELLED.exec(folded) ?? SMALL_KIND.exec(folded)
  if (!match) return null
  const label = (match[1] ?? '').trim()
  const rest = (match[2] ?? '').trim()
  const numbered = /\d|\b[IVXL]+$|\b[A-Z]\d?$|\b(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en)$/.test(
    label,
  )
  if (!numbered && !/^(?:[\w’']+ ){0,3}Recommendation(?: ?\([^()]{2,40}\)\s*(?:[:.–—-]|$)|\s*[:.–—-])/i.test(folded)) return null
  // "1. PAC recommendation: ...": the number stands before the label.
  const ref = numbered ? label : (before?.[1] ?? null)
  // "Recommendation 6 is that ...", "Recommendation 10 above": a mention in a sentence.
  if (
    /^(?:is|was|were|of|above|below|has|and|to|in|which|that|also|would|will|from|should be|concerns?|relates?|states?|calls?|asks?|by|on|for|accepted)\b/.test(
      rest,
    )
  )
    return null
  if (/^(?:and|to|–|-|&|,)\s*\d/.test(rest) || (isAnswerLabel(rest) && rest.length < 60)) return { ref, rest: '' }
  return { ref, rest }
}

export function isRunIn(block: Block): boolean {
  return block.kind !== 'table' && runInLabel(block.text) !== null && !BARE_LABEL.test(block.text)
}
