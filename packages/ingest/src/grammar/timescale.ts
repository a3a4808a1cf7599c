import { fold } from '../document/words.ts'

const N = '(?:\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen|twenty[- ]four|thirty|sixty|ninety)'
const UNIT = '(?:calendar |working )?(?:days?|weeks?|months?|years?)\\b'
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const DATE = `(?:(?:\\d{1,2}(?:st|nd|rd|th)? )?${MONTH}\\.? (?:of )?\\d{4}|${MONTH}\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}|(?:spring|summer|autumn|winter|q[1-4]|quarter \\d) (?:of )?(?:\\d{4}(?:[/-]\\d{2,4})?)|\\d{4}(?:[/–-]\\d{2,4})?)`

/** A heading that is a timescale and nothing else: "Immediately:", "Within three months", "For action over the next six months", "By April 2011". */
const HEADING = new RegExp(
  `^(?:for )?(?:(?:priority|urgent|immediate)(?: (?:and|or) (?:priority|urgent|immediate))? actions?|immediate(?:ly)?|with immediate effect|urgent(?:ly)?|as a matter of (?:urgency|priority)|(?:for )?action (?:(?:over|in|within) the (?:next |longer |medium |short(?:er)? )?.{0,20}(?:months?|years?|term)|immediately)|(?:in |over )?the (?:short(?:er)?|medium|long(?:er)?)[- ]?(?:to[- ](?:medium|long(?:er)?)[- ])?term|(?:short(?:er)?|medium|long(?:er)?)[- ]term(?: actions?| recommendations?)?|(?:to be (?:completed|implemented|achieved) )?(?:within|in|over)(?: the next)? ${N} ${UNIT}(?: of (?:(?!\\b(?:will|should|must|has|have|agreed)\\b)[^,:]){3,60})?|(?:to be (?:completed|implemented|achieved) )?(?:by|before|no later than)(?: the end of)? ${DATE}|by the end of .{3,30})$`,
  'i',
)

export function timescaleHeading(text: string): string | null {
  const bare = fold(text)
    .replace(/^[\d.]+\s+/, '')
    .replace(/[\s:.]+$/, '')
    .replace(/^\(|\)$/g, '')
  return bare.length < 90 && HEADING.test(bare) ? bare : null
}

const INLINE: RegExp[] = [
  new RegExp(
    `\\b(?:by|before(?! (?:the )?(?:19|20)\\d\\d\\b)|no later than|not later than|in or before|by or before|on or before)(?: the)?(?: (?:end|close|start|beginning|middle|summer|autumn|spring) of)?(?: the)? ${DATE}`,
    'i',
  ),
  new RegExp(
    `\\bwithin (?:the next |a period of |a further )?${N}[- ]${UNIT}(?: (?:of|from|after) (?:the )?(?:date of |publication of |presentation of |receipt of |receiving |publishing |adoption of )*(?:this|the|my|our|its) (?:\\w+ )?(?:report|letter|review|inquiry|notice|publication|decision|findings?|determination|order|audit|inspection|investigation|judgment)\\b| of (?:publication|receipt)\\b)?(?! (?:of|from)\\b)`,
    'i',
  ),
  /\bby the end of (?:the |this )?(?:(?:current|next) )?(?:financial year|municipal year|academic year|calendar year|year|parliament|month|summer term|autumn term|spring term)/i,
  /\b(?:as a matter of (?:urgency|priority)|with immediate effect|without (?:further |any )?delay|as soon as (?:is )?(?:reasonably )?(?:possible|practicable|practical)|forthwith)\b/i,
  /\bimmediately\b(?! (?:after|before|following|prior|recorded|adjacent|available|accessible|reported|notified|upon|on|when|if))/i,
]

/** A deadline in the wording itself, as printed. How often or how fast a service should act ("within 24 hours of referral") is none. */
export function timescaleInWording(text: string): string | null {
  for (const pattern of INLINE) {
    const match = pattern.exec(text)
    if (match && !isStandard(text, match)) return match[0].trim()
  }
  return null
}

/** "are immediately recorded", "completed within six months of placement", "over the last three years": a standard or a span, not a deadline. */
function isStandard(text: string, match: RegExpExecArray): boolean {
  const before = text.slice(Math.max(0, match.index - 40), match.index)
  if (/\b(?:is|are|was|were|be|been|always|routinely) $/i.test(before) && /immediately/i.test(match[0])) return true
  // "within five working days" is how fast a service should be, unless the days count from the report or open the sentence.
  if (/^within.*\b(?:hours|days?)\b/i.test(match[0]) && !/\b(?:of|from) /i.test(match[0]) && match.index > 0) return true
  // "grants that have not been used within two years": a span of what was.
  if (/\b(?:have|has|had) (?:not )?(?:been )?\p{L}+(?:ed|en) $/u.test(before)) return true
  return /\b(?:at least|every|once|per|since|at all times) $/i.test(before)
}

/** Grade of a timescale as printed, in the words of the tracking rules: when it falls due follows from the grade and the report's date. */
export type TimescaleGrade = 'immediate' | 'withinMonths' | 'longerTerm' | 'byDate' | 'byMonth' | 'notGiven' | 'other'
const NUMBERS: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  eighteen: 18,
}

export function gradeTimescale(printed: string | null): { grade: TimescaleGrade; months: number | null } {
  if (!printed) return { grade: 'notGiven', months: null }
  const months = new RegExp(`(?:within|over|in)(?: the next)? (${N})[- ](weeks?|months?|years?)`, 'i').exec(printed)
  if (months) {
    const count = Number(months[1]) || NUMBERS[(months[1] ?? '').toLowerCase()] || null
    const unit = (months[2] ?? '').toLowerCase()
    if (count && !unit.startsWith('week')) return { grade: 'withinMonths', months: unit.startsWith('year') ? count * 12 : count }
    return { grade: 'other', months: null }
  }
  if (/immediate|urgen|priority|forthwith|without delay/i.test(printed)) return { grade: 'immediate', months: null }
  if (/long|medium/i.test(printed)) return { grade: 'longerTerm', months: null }
  if (/\d{1,2}(?:st|nd|rd|th)? [a-z]+ \d{4}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}/i.test(printed)) return { grade: 'byDate', months: null }
  if (new RegExp(`${MONTH}\\.? \\d{4}`, 'i').test(printed)) return { grade: 'byMonth', months: null }
  return { grade: 'other', months: null }
}
