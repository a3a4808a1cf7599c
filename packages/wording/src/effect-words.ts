import type { Change } from '@outstanding/domain'
import { shortened } from './shortened.ts'
import { capital } from './terms.ts'
import { fieldLabel, valueWords } from './value-words.ts'

/** A value that became another, in words. */
export type ChangeInWords = Change & {
  /** "agreed assessment" */
  readonly label: string
  /** "none" where there was none; as `afterWords` where it went. */
  readonly beforeWords: string
  readonly afterWords: string
  /** "Agreed assessment: none → 3: Not achieved (Progress made)", long texts shortened. */
  readonly words: string
}

const longest = 120
export const changeInWords = (change: Change): ChangeInWords => {
  const label = fieldLabel(change.field)
  const [beforeWords, afterWords] = [valueWords(change.field, change.before), valueWords(change.field, change.after)]
  return {
    ...change,
    label,
    beforeWords,
    afterWords,
    words: capital(`${label}: ${shortened(beforeWords, longest)} → ${shortened(afterWords, longest)}`),
  }
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
