import { firstDayOf, precisionOf, type DatePrecisions } from '../dates/date-precision.ts'
import type { IsoDate } from '../envelope.ts'
import type { RecommendationEvent } from './events.ts'
import type { DecisionRef } from './event-parts.ts'
import type { PublicationFacts } from '../report/publication.ts'
import type { Timescale } from '../timescale/timescale.ts'
import type { RecommendationEventType as EventType } from './events.ts'
import { lastDayOfMonth } from '../dates/months.ts'
import { firstRefusal } from '../kernel/rule-book.ts'
import type { Refusal } from '../kernel/rule-book.ts'
import { refuse } from './rules.ts'

type Stated = Readonly<Record<string, unknown>>
type Look<Data> = (data: Data, effectiveOn: IsoDate, precisions: DatePrecisions) => Refusal | null
type Looks = { readonly [T in EventType]?: Look<Extract<RecommendationEvent, { type: T }>['data']> }

/**
 * What the fields of one entry say against each other, or against its day: the same for a command and for a corrected entry. A date that is
 * not known to the day speaks against another only where its whole period does.
 */
export const incoherence = (type: EventType, data: Stated, effectiveOn: IsoDate, precisions: DatePrecisions): Refusal | null => {
  const look = looks[type] as Look<Stated> | undefined
  return firstRefusal([() => meetingHeld(data, effectiveOn, precisions), () => look?.(data, effectiveOn, precisions) ?? null])
}

const meetingHeld: Look<Stated> = (data, effectiveOn, precisions) => {
  const decision = data.decision as DecisionRef | undefined
  if (decision === undefined) return null
  return firstDayOf(decision.meetingOn, precisionOf(precisions, 'decision.meetingOn')) > effectiveOn
    ? refuse('notBeforeMeeting', 'decision.meetingOn')
    : null
}

const timescaleParts = ({ grade, months, date, datePrecision }: Timescale): Refusal | null => {
  if ((grade === 'WITHIN_MONTHS') !== (months !== null)) return refuse('timescaleParts', 'timescale.months')
  if ((grade === 'BY_DATE') !== (date !== null)) return refuse('timescaleParts', 'timescale.date')
  if ((grade === 'BY_DATE') !== (datePrecision !== null)) return refuse('timescaleParts', 'timescale.datePrecision')
  const wholeMonth = datePrecision === 'MONTH' && date !== null
  return wholeMonth && date !== lastDayOfMonth(date) ? refuse('lastDayOfMonth', 'timescale.date', lastDayOfMonth(date)) : null
}

const ownReport = ({ report, publication }: { readonly report: string; readonly publication: PublicationFacts }): Refusal | null =>
  publication.report === report ? null : refuse('ownReport', 'publication.report')

const reviewAhead = (reviewOn: IsoDate, effectiveOn: IsoDate): Refusal | null =>
  reviewOn > effectiveOn ? null : refuse('reviewAhead', 'reviewOn')

const responsesInWords: readonly string[] = ['ACCEPTED_WITH_AMENDED_WORDING', 'ADAPTED']
const responsesWithReasons: readonly string[] = ['ACCEPTED_IN_PART', 'NOT_ACCEPTED', 'DECLINED']

const looks: Looks = {
  RecommendationIssued: (data) => firstRefusal([() => ownReport(data), () => timescaleParts(data.timescale)]),
  RecommendationListed: ownReport,
  ExemptionMarked: ({ parts, ground, publicInterest, reviewOn }, effectiveOn) => {
    if (new Set(parts).size < parts.length) return refuse('partsOnce', 'parts')
    if (ground === 'CONFIDENTIAL' && publicInterest !== null) return refuse('noPublicInterestTest', 'publicInterest')
    if (ground !== 'CONFIDENTIAL' && publicInterest === null) return refuse('publicInterestNeeded', 'publicInterest')
    return reviewAhead(reviewOn, effectiveOn)
  },
  ExemptionReviewed: ({ reviewOn }, effectiveOn) => reviewAhead(reviewOn, effectiveOn),
  ResponseRequired: ({ receivedOn, noticeOn }, effectiveOn) => {
    if (receivedOn > effectiveOn) return refuse('receiptBeforeEntry', 'receivedOn')
    return noticeOn > effectiveOn ? refuse('receiptBeforeEntry', 'noticeOn') : null
  },
  ResponseGiven: ({ response, wording, reasons }) => {
    if (responsesInWords.includes(response) && wording === null) return refuse('wordingNeeded', 'wording')
    return responsesWithReasons.includes(response) && reasons === null ? refuse('reasonsNeeded', 'reasons') : null
  },
  EvidenceAttached: ({ form, digest, mediaType, address }) => {
    if ((form === 'WEB_PAGE') !== (address !== null)) return refuse('addressOfWebPage', 'address')
    if (form === 'FILE' && digest === null) return refuse('digestOfFile', 'digest')
    if (!['FILE', 'APPENDIX'].includes(form) && digest !== null) return refuse('digestOfFile', 'digest')
    return (digest === null) === (mediaType === null) ? null : refuse('digestOfFile', 'mediaType')
  },
  ProgressUpdated: ({ claim, completedOn }, effectiveOn, precisions) => {
    if (completedOn === null) return null
    if (claim !== 'COMPLETE') return refuse('claimedDateWithClaim', 'completedOn')
    return firstDayOf(completedOn, precisionOf(precisions, 'completedOn')) > effectiveOn ? refuse('completionInPast', 'completedOn') : null
  },
  TrackingReopened: ({ newDate }, effectiveOn) =>
    newDate !== null && newDate < effectiveOn ? refuse('dateNotPast', 'newDate', `that is ${effectiveOn}`) : null,
  TrackingConcluded: ({ reason, supersededBy, lookAgainOn }, effectiveOn) => {
    if ((reason === 'SUPERSEDED') !== (supersededBy !== null)) return refuse('successorNamed', 'supersededBy')
    return lookAgainOn !== null && lookAgainOn <= effectiveOn ? refuse('lookAgainAhead', 'lookAgainOn') : null
  },
}
