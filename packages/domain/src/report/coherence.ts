import type { IsoDate } from '../envelope.ts'
import { lastDayOfMonth } from '../dates/months.ts'
import { firstRefusal, type Refusal } from '../kernel/rule-book.ts'
import type { JudgementRecorded, ReportEvent, ReportRegistered } from './events.ts'
import { gradeMeaning } from './grades.ts'
import { refuse } from './rules.ts'

type Registered = ReportRegistered['data']
export type Judgement = Omit<JudgementRecorded['data'], 'meaningDerived'>

const published = ({ publishedOn, publishedPrecision }: Registered, today: IsoDate): Refusal | null => {
  if ((publishedOn === null) !== (publishedPrecision === 'UNKNOWN')) return refuse('publicationDatePrecision', 'publishedPrecision')
  if (publishedOn === null) return null
  if (publishedPrecision === 'MONTH')
    return publishedOn === lastDayOfMonth(publishedOn) ? null : refuse('lastDayOfMonth', 'publishedOn', lastDayOfMonth(publishedOn))
  return publishedOn <= today ? null : refuse('publishedInPast', 'publishedOn', `today is ${today}`)
}

const inspected = ({ inspectedFrom, inspectedTo }: Registered): Refusal | null =>
  inspectedFrom === null || inspectedTo === null || inspectedFrom <= inspectedTo
    ? null
    : refuse('inspectionEndsAfterStart', 'inspectedTo', `it began on ${inspectedFrom}`)

export const registeredIncoherence = (report: Registered, today: IsoDate): Refusal | null =>
  firstRefusal([() => published(report, today), () => inspected(report)])

/** A grade is kept as printed; a meaning entered with it must be the one that its own word or its scale says. */
export const judgementIncoherence = ({ grade, scale, meaning }: Judgement): Refusal | null => {
  const interpretation = gradeMeaning(grade, scale)
  return meaning === null || interpretation === null || interpretation.meaning === meaning
    ? null
    : refuse('meaningMatchesScale', 'meaning', `"${grade}" means ${interpretation.meaning}, not ${meaning}`)
}

/** What the fields of one entry say against each other, or against today: the same for a command and for a corrected entry. */
export const incoherence = (type: ReportEvent['type'], data: object, today: IsoDate): Refusal | null => {
  if (type === 'ReportRegistered') return registeredIncoherence(data as Registered, today)
  return type === 'JudgementRecorded' ? judgementIncoherence(data as Judgement) : null
}

/** The meaning of a judgement: that of the grade's own word, or of its scale, or the one entered (both then marked as derived). */
export const judgementMeaning = ({ grade, scale, meaning }: Judgement): Pick<JudgementRecorded['data'], 'meaning' | 'meaningDerived'> => {
  const interpretation = gradeMeaning(grade, scale)
  const found = interpretation?.meaning ?? meaning
  return { meaning: found, meaningDerived: found !== null && (interpretation?.derived ?? true) }
}
