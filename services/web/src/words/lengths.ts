import { daysBefore, elapsedWords } from '@outstanding/wording'

/** The day so many days after another, both ISO. */
const daysAfter = (iso: string, count: number): string => daysBefore(iso, -count)

/** So many days from a day on, as people say it: "290 days", "1 year 2 months". */
export const lengthFrom = (iso: string, days: number): string => elapsedWords(iso, daysAfter(iso, days))
