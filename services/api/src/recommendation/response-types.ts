import type { DraftPlan, Entry, IsoDate, RecommendationRecord, Respondent, ResponseGiven, ResponseRequired } from '@outstanding/domain'
import { responseTo, daysLateOf, draftSent, nextNotice, noticeMetBy, respondentsOf } from '@outstanding/domain'
import { withLongDates } from '@outstanding/wording'
import { builder } from '../graphql/builder.ts'
import { OnRecord } from './entry-types.ts'
import { ResponseDutyType } from './duty-types.ts'
import { ResponseAxis } from './enums.ts'

/** A notice with its outcome by the day asked for. */
type NoticeNode = Entry<ResponseRequired> & {
  readonly respondedOn: IsoDate | null
  readonly daysLate: number | null
  readonly draftDue: DraftNode | null
}
type DraftNode = DraftPlan & { readonly sentOn: IsoDate | null; readonly daysLate: number | null }
type ResponseNode = Entry<ResponseGiven> & { readonly daysLate: number | null }
type LatestResponseNode = Omit<Respondent, 'latest'> & { readonly latest: Entry<ResponseGiven>; readonly daysLate: number | null }

const bodyId = "Who: an office's `id`, or the slug of a body."
const lateWords = 'By how many days it is late: 0 if it is in time.'

const DraftDueType = builder.objectRef<DraftNode>('DraftDue').implement({
  description: 'The early draft of an action plan that a notice asks for.',
  fields: (t) => ({
    dueOn: t.expose('dueOn', {
      type: 'Date',
      description: 'The last day for the draft: the date in the notice, or else the computed date.',
    }),
    instrument: t.string({ description: 'The rule that sets the deadline, with its version.', resolve: ({ clock }) => clock.instrument }),
    computed: t.string({ description: 'How the date was computed.', resolve: ({ clock }) => withLongDates(clock.words) }),
    sentOn: t.expose('sentOn', {
      type: 'Date',
      nullable: true,
      description: 'The day on which the draft was sent. Null while it is awaited, and where the plan came without one.',
    }),
    daysLate: t.exposeInt('daysLate', {
      nullable: true,
      description: `${lateWords} While it is awaited, on the day of \`asAt\`; null where the plan came without a draft.`,
    }),
  }),
})

export const ResponseRequiredType = builder.objectRef<NoticeNode>('ResponseRequired').implement({
  description: 'The clock that a written notice to a body started.',
  interfaces: [OnRecord],
  fields: (t) => ({
    body: t.exposeID('body', { description: bodyId }),
    bodyName: t.exposeString('bodyName', { description: 'The name of the body on the day of the notice.' }),
    of: t.expose('of', { type: ResponseDutyType, description: 'The duty that the clock follows from.' }),
    receivedOn: t.expose('receivedOn', { type: 'Date', description: 'The day on which the body received the report (Europe/London).' }),
    noticeOn: t.expose('noticeOn', {
      type: 'Date',
      description: 'The day of the written notice or request, or on which the coroner sent the report (Europe/London).',
    }),
    dueOn: t.expose('dueOn', {
      type: 'Date',
      description: 'The last day for the response: the date in the notice, or else the computed date.',
    }),
    instrument: t.string({ description: 'The rule that sets the deadline, with its version.', resolve: ({ clock }) => clock.instrument }),
    computed: t.string({ description: 'How the date was computed.', resolve: ({ clock }) => withLongDates(clock.words) }),
    draft: t.expose('draftDue', {
      type: DraftDueType,
      nullable: true,
      description: 'The early draft of the action plan that is due before the plan. Null if none is.',
    }),
    respondedOn: t.expose('respondedOn', {
      type: 'Date',
      nullable: true,
      description: 'The day of the first response to it. Null while the response is awaited.',
    }),
    daysLate: t.exposeInt('daysLate', { nullable: true, description: `${lateWords} While it is awaited, on the day of \`asAt\`.` }),
  }),
})

export const ResponseType = builder.objectRef<ResponseNode>('ResponseGiven').implement({
  description: 'A response that was given.',
  interfaces: [OnRecord],
  fields: (t) => ({
    body: t.exposeID('body', { description: bodyId }),
    bodyName: t.exposeString('bodyName', { description: 'The name of the body that responded, on that day.' }),
    response: t.expose('response', { type: ResponseAxis, description: 'What the response was.' }),
    wording: t.exposeString('wording', {
      nullable: true,
      description: 'The amended wording, or the part that is accepted. Null if there is none.',
    }),
    reasons: t.exposeString('reasons', { nullable: true, description: 'The reasons given. Null if none were recorded.' }),
    letter: t.id({
      nullable: true,
      description:
        'The letter that responded to several recommendations of the report: its `commandId`. Null if it responds to this one alone.',
      resolve: ({ letter }) => letter,
    }),
    daysLate: t.exposeInt('daysLate', {
      nullable: true,
      description: `${lateWords} Null for a response that no notice asked for, and for a later one to the same notice.`,
    }),
  }),
})

export const LatestResponseType = builder.objectRef<LatestResponseNode>('LatestResponse').implement({
  description: 'The newest response of one body.',
  fields: (t) => ({
    body: t.exposeID('body', { description: bodyId }),
    bodyName: t.exposeString('name', { description: 'The name of the body on the day of its response.' }),
    response: t.field({ type: ResponseAxis, description: 'What its newest response was.', resolve: ({ latest }) => latest.response }),
    isAskedAnew: t.boolean({
      description: 'A later notice asks it again, and it has not responded to that.',
      resolve: ({ response }) => response === 'AWAITED',
    }),
    wording: t.string({
      nullable: true,
      description: 'The amended wording, or the part accepted.',
      resolve: ({ latest }) => latest.wording,
    }),
    reasons: t.string({ nullable: true, description: 'The reasons given.', resolve: ({ latest }) => latest.reasons }),
    effectiveOn: t.field({ type: 'Date', description: 'The day of this response.', resolve: ({ latest }) => latest.effectiveOn }),
    entry: t.id({ description: 'Its entry in the history.', resolve: ({ latest }) => latest.eventId }),
    dueOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'By when it had to respond. Null if no notice asked for it.',
      resolve: ({ notice }) => notice?.dueOn,
    }),
    daysLate: t.exposeInt('daysLate', {
      nullable: true,
      description: `${lateWords} By its first response to the notice; null where no notice asked for it.`,
    }),
  }),
})

export const noticesOf = (record: RecommendationRecord, day: IsoDate): readonly NoticeNode[] =>
  record.responsesRequired.map((notice) => noticeNode(notice, record, day))

export const nextNoticeOf = (record: RecommendationRecord, day: IsoDate): NoticeNode | null => {
  const notice = nextNotice(record)
  return notice && noticeNode(notice, record, day)
}

const noticeNode = (notice: Entry<ResponseRequired>, record: RecommendationRecord, day: IsoDate): NoticeNode => {
  const response = responseTo(notice, record)
  return {
    ...notice,
    respondedOn: response?.effectiveOn ?? null,
    daysLate: daysLateOf(notice.dueOn, response, day),
    draftDue: draftNode(notice, record, day),
  }
}

const draftNode = (notice: Entry<ResponseRequired>, record: RecommendationRecord, day: IsoDate): DraftNode | null => {
  if (notice.draft === null) return null
  const sent = draftSent(notice, record)
  const isOver = sent === null && responseTo(notice, record) !== null
  return { ...notice.draft, sentOn: sent?.effectiveOn ?? null, daysLate: isOver ? null : daysLateOf(notice.draft.dueOn, sent, day) }
}

export const responsesOf = (record: RecommendationRecord): readonly ResponseNode[] =>
  record.responses.map((response) => ({
    ...response,
    daysLate: daysLateOf(noticeMetBy(response, record)?.dueOn ?? null, response, response.effectiveOn),
  }))

export const latestResponsesOf = (record: RecommendationRecord, day: IsoDate): readonly LatestResponseNode[] =>
  respondentsOf(record).flatMap(({ latest, ...body }) => {
    const response = body.notice && responseTo(body.notice, record)
    return latest === null ? [] : [{ ...body, latest, daysLate: daysLateOf(body.notice?.dueOn ?? null, response, day) }]
  })
