import { firstDayOf, precisionOf } from '../dates/date-precision.ts'
import type { IsoDate } from '../envelope.ts'
import { daysBetween } from '../dates/day-number.ts'
import type { DraftPlan } from './event-parts.ts'
import type { ResponseKind } from './response-kinds.ts'
import type { DraftPlanSent, ResponseGiven, ResponseRequired } from './events.ts'
import type { Entered, Entry, RecommendationRecord } from './state.ts'

type Notice = Entry<ResponseRequired>
type Response = Entry<ResponseGiven>
type Responding = Pick<RecommendationRecord, 'responsesRequired' | 'responses' | 'draftsSent'>

/** A body that was asked for a response, or that gave one. */
export type Respondent = {
  readonly body: string
  readonly name: string
  /** AWAITED where a notice came after its last response, or where it gave none. */
  readonly response: 'AWAITED' | ResponseKind
  /** Its latest response, also where it has been asked again since. */
  readonly latest: Response | null
  /** The notice whose clock counts: while it is awaited the oldest that is open, for a reminder moves no date. Null where it was not asked. */
  readonly notice: Notice | null
  /** The day of the first response to that notice; null while it is awaited. */
  readonly respondedOn: IsoDate | null
  /** When it sent the early draft that this notice asks for; null where it has not, or none is due. */
  readonly draftSentOn: IsoDate | null
}

/** Each body once, in the order in which they first come. */
export const respondentsOf = (record: Responding): readonly Respondent[] =>
  [...new Set([...record.responsesRequired, ...record.responses].map(({ body }) => body))].map((body) => respondent(body, record))

const respondent = (body: string, record: Responding): Respondent => {
  const { notices, responses } = ofBody(body, record)
  const latest = responses.at(-1) ?? null
  const open = notices.find((notice) => isAwaited(notice, record)) ?? null
  const of = { body, name: nameOf(notices, responses), latest }
  if (open !== null || latest === null)
    return { ...of, response: 'AWAITED', notice: open, respondedOn: null, draftSentOn: draftSentOn(open, record) }
  const met = noticeMet(notices, record)
  return { ...of, response: latest.response, ...met, draftSentOn: draftSentOn(met.notice, record) }
}

/** The name that it last had. */
const nameOf = (notices: readonly Notice[], responses: readonly Response[]): string => [...notices, ...responses].at(-1)?.bodyName ?? ''

/** Of a body that owes no response: the notice that it last responded to, and when. */
const noticeMet = (notices: readonly Notice[], record: Responding): Pick<Respondent, 'notice' | 'respondedOn'> => {
  const last = notices.at(-1)
  const first = last === undefined ? null : responseTo(last, record)
  return first === null ? { notice: null, respondedOn: null } : { notice: noticeMetBy(first, record), respondedOn: first.effectiveOn }
}

/** The first draft of the body asked, on the day of the notice or later; null where none is due or was sent. */
export const draftSent = (notice: Notice, { draftsSent }: Responding): Entry<DraftPlanSent> | null =>
  notice.draft === null
    ? null
    : (draftsSent.find(({ body, effectiveOn }) => body === notice.body && effectiveOn >= notice.noticeOn) ?? null)

const draftSentOn = (notice: Notice | null, record: Responding): IsoDate | null =>
  notice && (draftSent(notice, record)?.effectiveOn ?? null)

/** The early draft that a body owes: its due date is due until the draft or the plan itself was sent. Null where none is awaited. */
export const draftAwaited = ({ notice, response, draftSentOn: sent }: Respondent): DraftPlan | null =>
  response === 'AWAITED' && sent === null ? (notice?.draft ?? null) : null

/** The first response of the body asked, on the day of the notice or later; null while there is none. */
export const responseTo = ({ body, noticeOn }: Notice, record: Responding): Response | null =>
  ofBody(body, record).responses.find(({ effectiveOn }) => effectiveOn >= noticeOn) ?? null

const isAwaited = (notice: Notice, record: Responding): boolean => responseTo(notice, record) === null

/** The notice to look at: of those that are awaited the one that is due first, else the newest. Null where nobody was asked. */
export const nextNotice = (record: Responding): Notice | null => {
  const awaited = record.responsesRequired.filter((notice) => isAwaited(notice, record))
  const [first] = awaited.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
  return first ?? record.responsesRequired.at(-1) ?? null
}

/** The notice that a response was the first to meet, the oldest where there were several; null for a later response and for one without a notice. */
export const noticeMetBy = (response: Response, record: Responding): Notice | null => {
  const { notices, responses } = ofBody(response.body, record)
  const before = responses[responses.findIndex(({ eventId }) => eventId === response.eventId) - 1]
  const isMet = ({ noticeOn }: Notice) => noticeOn <= response.effectiveOn && (before === undefined || noticeOn > before.effectiveOn)
  return notices.find(isMet) ?? null
}

/** The notices of a body by their days, and its responses in order. */
const ofBody = (body: string, { responsesRequired, responses }: Responding) => ({
  notices: responsesRequired
    .filter((notice) => notice.body === body)
    .toSorted((a, b) => (a.noticeOn < b.noticeOn ? -1 : a.noticeOn > b.noticeOn ? 1 : 0)),
  responses: responses.filter((response) => response.body === body),
})

/** By how many days a response, or on `on` its absence, is late: 0 in time, null without a clock. */
export const daysLate = (dueOn: IsoDate | null, on: IsoDate): number | null => (dueOn === null ? null : Math.max(0, daysBetween(dueOn, on)))

/** As `daysLate`, of what was sent, or of its absence on `day`. What is not known to the day is late only where its whole period is. */
export const daysLateOf = (dueOn: IsoDate | null, sent: Pick<Entered, 'effectiveOn' | 'precisions'> | null, day: IsoDate): number | null =>
  daysLate(dueOn, sent === null ? day : firstDayOf(sent.effectiveOn, precisionOf(sent.precisions, 'effectiveOn')))
