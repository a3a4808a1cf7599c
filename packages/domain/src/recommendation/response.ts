import type { Decision } from '../decision.ts'
import { allToTheDay, firstDayOf, precisionOf } from '../dates/date-precision.ts'
import type { IsoDate } from '../envelope.ts'
import type { BodyNamed, GiveResponse, RequireResponse, SendDraftPlan } from './commands.ts'
import type { RecommendationEvent, ResponseRequired } from './events.ts'
import type { DraftPlan, ResponseDuty } from './event-parts.ts'
import type { ResponseKind } from './response-kinds.ts'
import type { ReportKind } from '../report/publication.ts'
import type { RecommendationState } from './state.ts'
import { firstRefusal, type Refusal } from '../kernel/rule-book.ts'
import { accepted } from './fact-of.ts'
import { namesExecutive } from './executive-body.ts'
import { principalOf } from './on-record.ts'
import { respondentsOf } from './respondents.ts'
import { clockOfDraft, clockOfDuty, dutiesOf } from './response-duties.ts'
import { refuse } from './rules.ts'

type Outcome = Decision<RecommendationEvent>

/** Each body is asked by a notice of its own, under a duty that follows from the kind of the report; a due date that the letter prints wins. */
export const requireResponse = (command: RequireResponse, state: RecommendationState): Outcome => {
  const { data } = command
  const kind = reportKind(state)
  const duties = kind === null ? [] : dutiesOf[kind]
  const of = data.of ?? duties[0]
  if (of === undefined || duties.length === 0) return refuse('noticeStartsClock', 'of')
  if (!duties.includes(of)) return refuse('dutyOfReport', 'of', duties.join(', '))
  const asked = ({ body, noticeOn }: { readonly body: string; readonly noticeOn: string }) =>
    body === data.body && noticeOn === data.noticeOn
  if (state.record.responsesRequired.some(asked)) return refuse('requiredOnce', 'noticeOn')
  const clock = clockOfDuty(of, data, data.policy)
  if (!clock.ok) return refuse('clockComputable', 'printedDueOn', firstSentence(clock.cannotCompute))
  const draft = draftOf(of, data, state)
  if (!draft.ok) return draft
  return bodyRefusal(data) ?? accepted(command, { of, dueOn: clock.calculation.dueOn, clock: clock.calculation, draft: draft.draft })
}

type Draft = { readonly ok: true; readonly draft: DraftPlan | null } | Refusal

/** The early draft that goes with a notice; a draft that the letter prints is due before the plan, too. */
export const draftOf = (of: ResponseDuty, data: Parameters<typeof clockOfDraft>[2], state: RecommendationState): Draft => {
  const clock = clockOfDraft(of, state.kind === 'ISSUED' ? state.issued.gravity : null, data)
  if (clock === null) return data.printedDraftDueOn === null ? { ok: true, draft: null } : refuse('draftOfActionPlan', 'printedDraftDueOn')
  return clock.ok
    ? { ok: true, draft: { dueOn: clock.calculation.dueOn, clock: clock.calculation } }
    : refuse('clockComputable', 'printedDraftDueOn', firstSentence(clock.cannotCompute))
}

/** A draft is sent once for each notice that asks for one, after the notice and before the plan itself. */
export const sendDraftPlan = (command: SendDraftPlan, { record }: RecommendationState): Outcome => {
  const { data } = command
  const respondent = respondentsOf(record).find(({ body }) => body === data.body)
  if (!respondent?.notice?.draft) return refuse('draftDue', 'body', respondent === undefined ? undefined : `${respondent.name} owes none`)
  if (respondent.draftSentOn !== null) return refuse('draftOnce', 'body', `that was on ${respondent.draftSentOn}`)
  return (
    draftDayRefusal(command, respondent.notice, respondent.respondedOn) ??
    bodyRefusal(data) ??
    (respondsFor(command) ? accepted(command) : notItself(data.bodyName))
  )
}

/** A day that is not known exactly is refused only where its whole period is too early or too late. */
const draftDayRefusal = (
  { effectiveOn, precisions }: SendDraftPlan,
  { noticeOn }: Pick<ResponseRequired['data'], 'noticeOn'>,
  planOn: IsoDate | null,
): Refusal | null => {
  if (effectiveOn < noticeOn) return refuse('draftAfterNotice', 'effectiveOn', `that was on ${noticeOn}`)
  const earliest = firstDayOf(effectiveOn, precisionOf(precisions ?? allToTheDay, 'effectiveOn'))
  return planOn !== null && earliest > planOn ? refuse('draftBeforePlan', 'effectiveOn', `that was on ${planOn}`) : null
}

const notItself = (bodyName: string): Refusal => refuse('respondsForItself', 'onBehalfOf', `the response is that of ${bodyName}`)

const firstSentence = (text: string): string => text.split('. ')[0]?.replace(/^./, (letter) => letter.toLowerCase()) ?? text

/** Each body responds for itself. */
export const giveResponse = (command: GiveResponse, state: RecommendationState): Outcome => {
  const kind = reportKind(state)
  const offered = kind === null ? [] : responsesTo[kind]
  const refusal = firstRefusal([
    () => (offered.includes(command.data.response) ? null : refuse('responseOfKind', 'response', offered.join(', '))),
    () => bodyRefusal(command.data),
    () => (respondsFor(command) ? null : notItself(command.data.bodyName)),
  ])
  return refusal ?? accepted(command)
}

const bodyRefusal = ({ bodyName, bodyOffice }: BodyNamed & { readonly bodyName: string }): Refusal | null => {
  if (bodyOffice === null) return null
  if (bodyOffice.abolishedOn !== null) return refuse('ownerNotAbolished', 'body', `${bodyOffice.name} ended on ${bodyOffice.abolishedOn}`)
  return bodyName === bodyOffice.name ? null : refuse('ownerNameOnDay', 'bodyName', `it is ${bodyOffice.name}`)
}

/** The principal is the body itself; for the executive as a whole any member of it can respond. */
const respondsFor = ({ actor, data: { body, principalOfficeKind } }: GiveResponse | SendDraftPlan): boolean =>
  principalOf(actor).id === body || (principalOfficeKind === 'EXECUTIVE_MEMBER' && namesExecutive(body))

const reportKind = (state: RecommendationState): ReportKind | null => (state.kind === 'ISSUED' ? state.issued.publication.kind : null)

const executive: readonly ResponseKind[] = ['ACCEPTED', 'ACCEPTED_WITH_AMENDED_WORDING', 'ACCEPTED_IN_PART', 'NOT_ACCEPTED']
const responsesTo: Readonly<Record<ReportKind, readonly ResponseKind[]>> = {
  SCRUTINY: executive,
  INSPECTION: ['ACTION_STATEMENT'],
  NATIONAL: ['ADOPTED', 'ADAPTED', 'DECLINED'],
  AUDIT: [...executive, 'ACTION_STATEMENT'],
  INQUIRY: [...executive, 'ACTION_STATEMENT'],
  CORONER: [...executive, 'ACTION_STATEMENT'],
  OTHER: [...executive, 'ACTION_STATEMENT', 'ADOPTED', 'ADAPTED', 'DECLINED'],
}
