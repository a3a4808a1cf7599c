import type { IsoDate } from '../envelope.ts'
import type { PolicyContent } from '../policy/events.ts'
import type { AssessmentContent, DecisionRef, PublicationFacts } from './events.ts'
import type { RecommendationState } from './state.ts'
import type { Timescale } from '../timescale/timescale.ts'
import { executiveResponseClock } from '../clocks/read-clock.ts'
import { contentRefusal } from './assessment.ts'
import { meaningOf } from './categories.ts'
import { incoherence } from './coherence.ts'
import { eventFields, type EventType } from './event-fields.ts'
import { checkFields, firstRefusal, type Checks } from './field-checks.ts'
import { originalDate } from './issuing.ts'
import { refuse, type Refusal } from './rules.ts'

type Fields = Readonly<Record<string, unknown>>
export type Corrected = { readonly type: EventType; readonly data: Fields; readonly fields: Fields; readonly effectiveOn: IsoDate }
type Result = { readonly ok: true; readonly fields: Fields } | Refusal

/** Every field to be replaced, those included that are derived from the ones given. Refusals name fields below `change`. */
export const correctedFields = (entry: Corrected, policy: PolicyContent, state: RecommendationState): Result => {
  const refusal = firstRefusal([
    () => nameRefusal(entry),
    () => checkFields(checksOf(entry), entry.fields, 'change.fields.'),
    () => committeeRefusal(entry),
    () => inChange(incoherence(entry.type, { ...entry.data, ...entry.fields }, entry.effectiveOn), entry.fields),
  ])
  return refusal ?? withDerived(entry, policy, state)
}

/** What an entry is known by, or what another rule than its own fields' allowed. */
const fixed: Partial<Record<EventType, readonly string[]>> = {
  RecommendationIssued: ['report', 'parent'],
  RecommendationListed: ['report'],
  OwnerAssigned: ['owner'],
  OwnerReleased: ['owner'],
  CommitteeAssessmentMade: ['insteadOf'],
  TrackingConcluded: ['reason', 'supersededBy'],
  RecommendationSuperseded: ['by'],
  DuplicateMerged: ['into'],
  RecommendationLinked: ['target'],
  EntryCorrected: ['entry'],
}
const ids = ['requestId', 'actionId', 'updateId', 'evidenceId', 'proposalId', 'findingId', 'linkId']
const derived = ['originalCompletionDate', 'derivation', 'clock', 'meaning']

const nameRefusal = ({ type, fields }: Corrected): Refusal | null =>
  firstRefusal(
    Object.keys(fields).map((field) => () => {
      if (!Object.hasOwn(eventFields[type], field)) return refuse('fieldOfEntry', `change.fields.${field}`)
      if (derived.includes(field)) return refuse('derivedField', `change.fields.${field}`)
      return ids.includes(field) || fixed[type]?.includes(field) ? refuse('fixedField', `change.fields.${field}`) : null
    }),
  )

const checksOf = ({ type, fields }: Corrected): Checks =>
  Object.fromEntries(Object.entries(eventFields[type]).filter(([field]) => Object.hasOwn(fields, field)))

/** A decision stays that of its committee, whose act it was. */
const committeeRefusal = ({ data, fields }: Corrected): Refusal | null => {
  const [before, after] = [data.decision as DecisionRef | undefined, fields.decision as DecisionRef | undefined]
  return after !== undefined && after.committee !== before?.committee ? refuse('fixedField', 'change.fields.decision') : null
}

/** The field of a refusal as the correction has it: the one replaced, or else the day. */
const inChange = (refusal: Refusal | null, fields: Fields): Refusal | null => {
  if (refusal === null) return null
  const stated = Object.hasOwn(fields, refusal.rejection.field.split('.')[0] ?? '')
  return { ...refusal, rejection: { ...refusal.rejection, field: stated ? `change.fields.${refusal.rejection.field}` : 'change.fields' } }
}

const withDerived = (entry: Corrected, policy: PolicyContent, state: RecommendationState): Result => {
  switch (entry.type) {
    case 'RecommendationIssued':
      return { ok: true, fields: { ...entry.fields, ...dateOf(entry, policy) } }
    case 'ResponseRequired':
      return { ok: true, fields: { ...entry.fields, ...clockOf(entry, policy) } }
    case 'AssessmentProposed':
    case 'AssessmentAgreed':
    case 'CommitteeAssessmentMade':
      return assessmentOf(entry, policy, state)
    default:
      return { ok: true, fields: entry.fields }
  }
}

const states = (entry: Corrected, ...names: readonly string[]): boolean => names.some((field) => Object.hasOwn(entry.fields, field))

const dateOf = (entry: Corrected, policy: PolicyContent): Fields => {
  const { timescale, publication } = { ...entry.data, ...entry.fields }
  return states(entry, 'timescale', 'publication') ? originalDate(timescale as Timescale, publication as PublicationFacts, policy) : {}
}

/** A due date given in a correction is one that the letter prints; one that the letter printed stays. */
const clockOf = (entry: Corrected, policy: PolicyContent): Fields => {
  if (!states(entry, 'receivedOn', 'noticeOn', 'dueOn')) return {}
  const { receivedOn, noticeOn } = { ...entry.data, ...entry.fields } as { receivedOn: IsoDate; noticeOn: IsoDate }
  const printedDueOn = (entry.fields.dueOn ?? printedIn(entry.data)) as IsoDate | null
  const clock = executiveResponseClock({ receivedOn, noticeOn, printedDueOn }, policy)
  return { dueOn: clock.dueOn, clock }
}

const printedIn = ({ clock, dueOn }: Fields): unknown =>
  (clock as { readonly instrument: string }).instrument === 'as printed in the letter' ? dueOn : null

const assessmentOf = (entry: Corrected, policy: PolicyContent, state: RecommendationState): Result => {
  const content = { ...entry.data, ...entry.fields } as AssessmentContent
  const meaning = meaningOf(policy, content.category)
  if (meaning === null) return refuse('categoryInPolicy', states(entry, 'category') ? 'change.fields.category' : 'change.fields')
  const days = { assessedOn: entry.effectiveOn, statedOn: statedOn(entry, state) }
  const refusal = inChange(contentRefusal({ ...content, meaning }, policy, state, days), entry.fields)
  return refusal ?? { ok: true, fields: states(entry, 'category') ? { ...entry.fields, meaning } : entry.fields }
}

/** The words of an agreed assessment were written when it was proposed. */
const statedOn = (entry: Corrected, { record }: RecommendationState): IsoDate =>
  (entry.type === 'AssessmentAgreed'
    ? record.proposals.find(({ proposalId }) => proposalId === entry.data.proposalId)?.effectiveOn
    : null) ?? entry.effectiveOn
