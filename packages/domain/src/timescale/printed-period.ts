import { numberOf } from './number-words.ts'

export type Period = { readonly count: number; readonly unit: 'day' | 'week' | 'month' | 'year' }

const count = '([a-z\\d][a-z\\d-]*(?:\\s+(?:to|or)\\s+[a-z\\d-]+)?|\\d{1,3}\\s?[\\u2010-\\u2015-]\\s?\\d{1,3})'
const unit = '(day|week|month|year)s?'
const andAHalf = '(\\s+and a half)?'
const within = new RegExp(
  `\\b(?:within|over|in|during)\\s+(?:the\\s+)?(?:next\\s+)?(?:a\\s+)?(?:(?:period|maximum)\\s+of\\s+)?${count}\\s+${unit}${andAHalf}\\b`,
)
const counted = new RegExp(`(?:^|\\s)${count}\\s+${unit}${andAHalf}\\s+(?:of|from|after|following)\\s+(?:the\\s+)?$`)

const toPeriod = (found: RegExpExecArray | null): Period | null => {
  const number = numberOf(found?.[1]?.split(/\s+(?:to|or)\s+|\s?[\u2010-\u2015]\s?|(?<=\d)\s?-\s?(?=\d)/).at(-1) ?? '')
  if (!found || number === null) return null
  const named = found[2] as Period['unit']
  if (found[3] === undefined) return { count: number, unit: named }
  if (named === 'year') return { count: number * 12 + 6, unit: 'month' }
  return null
}

/** "within three to six months", "in the next year", in lower case. Of a range the outer end: the item is late only after it. */
export const periodWithin = (text: string): Period | null => toPeriod(within.exec(text))

/** The period at the end of a text that a date follows: "within three months of", "six weeks after". */
export const periodBefore = (text: string): Period | null => toPeriod(counted.exec(text))
