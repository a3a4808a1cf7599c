import type { Change } from '@outstanding/domain'
import { capital } from './terms.ts'
import { fieldLabel, valueWords } from './value-words.ts'

/** A value that became another, in words. */
export type ChangeInWords = Change & {
  /** "agreed assessment" */
  readonly label: string
  /** "none" where there was none; as `afterWords` where it went. */
  readonly beforeWords: string
  readonly afterWords: string
  /** "Agreed assessment: none → 3, not achieved, progress made", long texts shortened. */
  readonly words: string
}

const longest = 120
const characters = new Intl.Segmenter('en-GB', { granularity: 'grapheme' })

/** Never ends inside what a reader sees as one character: a letter with its accents, a flag, a family. */
function short(words: string): string {
  if (words.length <= longest) return words
  const whole = characters.segment(words).containing(longest - 1)?.index ?? 0
  return `${words.slice(0, whole).trimEnd()}…`
}

export const changeInWords = (change: Change): ChangeInWords => {
  const label = fieldLabel(change.field)
  const [beforeWords, afterWords] = [valueWords(change.field, change.before), valueWords(change.field, change.after)]
  return { ...change, label, beforeWords, afterWords, words: capital(`${label}: ${short(beforeWords)} → ${short(afterWords)}`) }
}

/** What an entry itself says when it adds it: its sentence is there already. */
const addedByItsEntry: ReadonlySet<string> = new Set(
  [
    'REPORT PARENT REFERENCE LOCAL_REFERENCE ORDINAL TITLE TEXT PLACE ADDRESSEE TIMESCALE DERIVATION REVISION ACTION UPDATE',
    'EVIDENCE PROPOSAL ASSESSMENT RESPONSE_GIVEN FINDING STILL_NEEDED ESCALATION CONCLUSION REOPENING LINK DISSENT PUBLISHER',
    'FRAMEWORK KIND AUTHORITY AUTHORITY_NAME SUMMARY PUBLISHED_AS_PRINTED PUBLISHED_PRECISION DOCUMENT_DIGEST SEEN_IN NOTE',
    'JUDGEMENT',
  ].flatMap((names) => names.split(' ')),
)

/** What an event changed on its item, in one line: "Due: 28 February 2018 → 30 April 2018; tracking: open → concluded". */
export function effectInWords(changes: readonly Change[]): string {
  const told = changes.filter(({ field, before }) => before !== null || !addedByItsEntry.has(field))
  if (told.length > 0)
    return capital(told.map((change) => changeInWords(change).words.replace(/^./u, (letter) => letter.toLowerCase())).join('; '))
  return changes.length > 0 ? 'Added to the record. Nothing else changed.' : 'No change: already recorded, or replaced by a later entry.'
}
