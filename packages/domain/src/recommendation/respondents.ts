import type { IsoDate } from '../envelope.ts'
import { daysBetween } from '../dates/day-number.ts'
import type { ResponseKind } from './event-parts.ts'
import type { ResponseGiven, ResponseRequired } from './events.ts'
import type { Entry, RecommendationRecord } from './state.ts'

type Notice = Entry<ResponseRequired>
type Answer = Entry<ResponseGiven>
type Responding = Pick<RecommendationRecord, 'responsesRequired' | 'responses'>

/** A body that was asked for a response, or that gave one. */
export type Respondent = {
  readonly body: string
  readonly name: string
  /** AWAITED where a notice came after its last answer, or where it gave none. */
  readonly response: 'AWAITED' | ResponseKind
  /** Its latest answer. If the body was asked again, the previous one. */
  readonly answer: Answer | null
  /** The notice whose clock counts: while it is awaited the oldest that is open, for a reminder moves no date. Null where it was not asked. */
  readonly notice: Notice | null
  /** The day on which that notice was first answered; null while it is awaited. */
  readonly answeredOn: IsoDate | null
}

/** Each body once, in the order in which they first come. */
export const respondentsOf = (record: Responding): readonly Respondent[] =>
  [...new Set([...record.responsesRequired, ...record.responses].map(({ body }) => body))].map((body) => respondent(body, record))

const respondent = (body: string, record: Responding): Respondent => {
  const { notices, answers } = ofBody(body, record)
  const answer = answers.at(-1) ?? null
  const open = notices.find((notice) => isAwaited(notice, record)) ?? null
  const said = { body, name: nameOf(notices, answers), answer }
  if (open !== null || answer === null) return { ...said, response: 'AWAITED', notice: open, answeredOn: null }
  return { ...said, response: answer.response, ...noticeMet(notices, record) }
}

/** The name that it last had. */
const nameOf = (notices: readonly Notice[], answers: readonly Answer[]): string => [...notices, ...answers].at(-1)?.bodyName ?? ''

/** Of a body that owes no answer: the notice that it last answered, and when. */
const noticeMet = (notices: readonly Notice[], record: Responding): Pick<Respondent, 'notice' | 'answeredOn'> => {
  const last = notices.at(-1)
  const first = last === undefined ? null : answerTo(last, record)
  return first === null ? { notice: null, answeredOn: null } : { notice: noticeAnswered(first, record), answeredOn: first.effectiveOn }
}

/** The first answer of the body asked, on the day of the notice or later; null while there is none. */
export const answerTo = ({ body, noticeOn }: Notice, record: Responding): Answer | null =>
  ofBody(body, record).answers.find(({ effectiveOn }) => effectiveOn >= noticeOn) ?? null

const isAwaited = (notice: Notice, record: Responding): boolean => answerTo(notice, record) === null

/** The notice to look at: of those that are awaited the one that is due first, else the newest. Null where nobody was asked. */
export const nextNotice = (record: Responding): Notice | null => {
  const awaited = record.responsesRequired.filter((notice) => isAwaited(notice, record))
  const [first] = awaited.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
  return first ?? record.responsesRequired.at(-1) ?? null
}

/** The notice that an answer was the first to answer, the oldest where there were several; null for a later or an unasked answer. */
export const noticeAnswered = (answer: Answer, record: Responding): Notice | null => {
  const { notices, answers } = ofBody(answer.body, record)
  const before = answers[answers.findIndex(({ eventId }) => eventId === answer.eventId) - 1]
  const answered = ({ noticeOn }: Notice) => noticeOn <= answer.effectiveOn && (before === undefined || noticeOn > before.effectiveOn)
  return notices.find(answered) ?? null
}

/** The notices of a body by their days, and its answers in order. */
const ofBody = (body: string, { responsesRequired, responses }: Responding) => ({
  notices: responsesRequired
    .filter((notice) => notice.body === body)
    .toSorted((a, b) => (a.noticeOn < b.noticeOn ? -1 : a.noticeOn > b.noticeOn ? 1 : 0)),
  answers: responses.filter((answer) => answer.body === body),
})

/** By how many days an answer, or on `on` its absence, is late: 0 in time, null without a clock. */
export const daysLate = (dueOn: IsoDate | null, on: IsoDate): number | null => (dueOn === null ? null : Math.max(0, daysBetween(dueOn, on)))
