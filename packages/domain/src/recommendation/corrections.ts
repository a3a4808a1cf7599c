import { precisionOf } from '../dates/date-precision.ts'
import type { IsoDate } from '../envelope.ts'
import type { Correctable, CorrectedEntry, Data } from '../kernel/corrections/correction-rules.ts'
import type { Refusal } from '../kernel/rule-book.ts'
import type { PublicationFacts } from '../report/publication.ts'
import type { Timescale } from '../timescale/timescale.ts'
import type { CorrectEntry, PolicyInForce } from './commands.ts'
import type { AssessmentContent } from './event-parts.ts'
import type { RecommendationState } from './state.ts'
import { contentRefusal } from './assessment.ts'
import { namedBy } from './categories.ts'
import { incoherence } from './coherence.ts'
import { boundsRefusal } from './date-bounds.ts'
import { recommendationEvents, type RecommendationEvent, type RecommendationEventType, type ResponseRequired } from './events.ts'
import { invariants } from './invariants.ts'
import { originalDate } from './issuing.ts'
import { baselineOn } from './on-record.ts'
import { draftOf } from './response.ts'
import { clockOfDuty } from './response-duties.ts'
import { refuse } from './rules.ts'

type Derived = { readonly ok: true; readonly fields: Data } | Refusal
type Derive = (entry: CorrectedEntry, policy: PolicyInForce, state: RecommendationState) => Derived

const states = (entry: CorrectedEntry, ...names: readonly string[]): boolean => names.some((field) => Object.hasOwn(entry.fields, field))

const issued: Derive = (entry, policy) => {
  const { timescale, publication } = entry.data
  const fields = states(entry, 'timescale', 'publication')
    ? originalDate(timescale as Timescale, publication as PublicationFacts, policy)
    : {}
  return { ok: true, fields }
}

/** A due date given in a correction is one that the letter prints; one that the letter printed stays. */
const responseRequired: Derive = (entry, policy, state) => {
  if (!states(entry, 'receivedOn', 'noticeOn', 'dueOn')) return { ok: true, fields: {} }
  const { of, receivedOn, noticeOn } = entry.data as ResponseRequired['data']
  const printedDueOn = (entry.fields['dueOn'] ?? printedIn(entry.before)) as IsoDate | null
  const clock = clockOfDuty(of, { receivedOn, noticeOn, printedDueOn }, policy)
  if (!clock.ok) return refuse('clockComputable', 'dueOn', clock.cannotCompute.split('. ')[0])
  const printedDraftDueOn = draftPrintedIn(entry.before as ResponseRequired['data'])
  const draft = draftOf(of, { receivedOn, printedDraftDueOn }, state)
  if (!draft.ok) return draft
  return { ok: true, fields: { dueOn: clock.calculation.dueOn, clock: clock.calculation, draft: draft.draft } }
}

const draftPrintedIn = ({ draft }: ResponseRequired['data']): IsoDate | null =>
  draft?.clock.instrument === 'as printed in the letter' ? draft.dueOn : null

const printedIn = ({ clock, dueOn }: Data): unknown =>
  (clock as { readonly instrument: string }).instrument === 'as printed in the letter' ? dueOn : null

const assessed: Derive = (entry, policy, state) => {
  const content = entry.data as AssessmentContent
  const named = namedBy(policy, content.category)
  if (named === null) return refuse('categoryInPolicy', 'category')
  const completedKnownTo = precisionOf(entry.precisions, 'completedOn')
  const days = { assessedOn: entry.effectiveOn, statedOn: statedOn(entry, state), completedKnownTo }
  const refusal = contentRefusal({ ...content, ...named }, policy, state, days)
  return refusal ?? { ok: true, fields: states(entry, 'category') ? named : {} }
}

/** The words of an agreed assessment were written when it was proposed. */
const statedOn = (entry: CorrectedEntry, { record }: RecommendationState): IsoDate =>
  (entry.type === 'AssessmentAgreed'
    ? record.proposals.find(({ proposalId }) => proposalId === entry.data['proposalId'])?.effectiveOn
    : null) ?? entry.effectiveOn

/** An extension stays one: the corrected date is later than the first one. */
const extended: Derive = (entry, _, state) => {
  const baseline = baselineOn(state)
  const { date } = entry.fields
  return typeof date === 'string' && baseline !== null && date <= baseline
    ? refuse('laterThanCurrentDate', 'date', `the first date was ${baseline}`)
    : { ok: true, fields: {} }
}

const derivations: { readonly [Type in RecommendationEventType]?: Derive } = {
  RecommendationIssued: issued,
  ResponseRequired: responseRequired,
  CompletionDateRevisionRequested: extended,
  CompletionDateRevisionApproved: extended,
  AssessmentProposed: assessed,
  AssessmentAgreed: assessed,
  CommitteeAssessmentMade: assessed,
}

/** How an entry of a recommendation is corrected. The policy is that of the corrected entry's day. */
export const corrections: Correctable<RecommendationState, RecommendationEvent, CorrectEntry['data']> = {
  events: recommendationEvents,
  coherence: ({ type, data, effectiveOn, precisions }) => incoherence(type as RecommendationEventType, data, effectiveOn, precisions),
  derive: (entry, state, { policy }) =>
    boundsRefusal(entry.type as RecommendationEventType, entry.fields, entry.effectiveOn, state) ??
    derivations[entry.type as RecommendationEventType]?.(entry, policy, state) ?? { ok: true, fields: {} },
  invariants,
}
