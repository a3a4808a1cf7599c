import type { DerivationRule } from './timescale.ts'

/** Why words that look like a timescale give no date; `words` is for people and kept with the event. */
export type Unread = { readonly rule: DerivationRule; readonly words: string }

const untilAgreed = 'no date until a committee agrees one'
const unread = (rule: DerivationRule, why: string): Unread => ({ rule, words: `${why}: ${untilAgreed}` })

const date = '(?:\\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|the (?:start|beginning|end) of)'
const years = '\\b(?:19|20)\\d{2}\\s?[/\\u2010-\\u2015-]\\s?(?:19|20)?\\d{2}\\b(?![/-]\\d)'

/** In order: the first that fits says why. All texts are in lower case. */
const reasons: readonly (readonly [RegExp, Unread])[] = [
  [
    /\b(?:revised(?! (?:policy|plan|guidance|strategy|procedures?|framework|version|protocol)\b)|originally|previously|extended|rescheduled|superseded|slipped|moved from|now (?:due|by|expected)|was (?:due|by))\b/,
    unread('revisedInPrint', 'the printed timescale mentions a revision, and a person has to say which date is the original'),
  ],
  [
    /\b(?:completed|complete|implemented|achieved|closed|done|delivered|discharged|finished|last reviewed|reviewed|last updated)\b(?! by\b| within\b| no later\b| before\b| in the next\b| over the next\b| immediately\b)(?<!\b(?:be|fully|to be|been)\s+(?:completed|implemented|achieved|closed|done|delivered|reviewed|complete))/,
    unread('alreadyDone', 'the printed words say what was done, not when it is due'),
  ],
  [/\bon-?going\b|\bcontinuous(?:ly)?\b/, unread('ongoing', 'the printed words say that it goes on, not when it is due')],
  [
    new RegExp(
      `\\b(?:not (?:before|earlier than|until|prior to)|no (?:earlier|sooner) than|(?:starting|beginning|commencing|effective) (?:from|on|in) |from ${date}.*\\bonwards?)\\b|(?<!\\b(?:(?:day|week|month|year)s?|half)\\s)\\bafter (?=${date})`,
    ),
    unread('earliestDate', 'the printed date is the earliest day, not the latest'),
  ],
  [
    /\b(?:not|non|less than)[ -]immediate(?:ly)?\b/,
    unread('notImmediate', 'the printed words only say that it is not for immediate action'),
  ],
  [
    /\bimmediate(?:ly)? (?:after|upon|following|on|once|when|prior|before)\b/,
    unread('anotherStart', 'the period is printed as counted from another event'),
  ],
]

const municipal = unread('municipalYear', 'each council sets the end of its municipal year')
const twoYears = unread('kindOfYear', 'the printed words do not say whether the year is a financial, academic or municipal one')
const shortYear = unread('shortYear', 'the date is printed without a year in four figures')
const endOfYear = unread('endOfYear', 'the printed words do not say which kind of year ends')
const severalDates = unread('severalDates', 'more than one date is printed, and a person has to say which is the deadline')

/** Words that rule a deadline out whatever dates stand beside them; null where none do. */
export const notADeadline = (text: string): Unread | null => reasons.find(([pattern]) => pattern.test(text))?.[1] ?? null

/** Why a text in which no date, period or grade was read is unread; null where it names no time at all. */
export const whyUnread = (text: string, dates: number): Unread | null => {
  if (dates > 1) return severalDates
  if (new RegExp(years).test(text)) return /\bmunicipal\b/.test(text) ? municipal : twoYears
  if (
    /\b\d{1,2}[/.]\d{1,2}[/.]\d{2}\b(?![/.\d])|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s?['\u2019-]?\d{2}\b(?!\s+(?:19|20)\d\d)(?!st|nd|rd|th)/.test(
      text,
    )
  )
    return shortYear
  if (/\bend(?:[ -]of)? (?:19|20)\d{2}\b/.test(text)) return endOfYear
  return null
}
