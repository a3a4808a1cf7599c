import type { RecommendationRecord, CompletionDateRevisionOnRecord } from '@outstanding/domain'
import { completionDateRevisionStatus } from '@outstanding/domain'
import { builder } from '../graphql/builder.ts'
import type { DecidedBy } from './assessment-types.ts'
import { DecisionType, OnRecord } from './entry-types.ts'
import { ConclusionReason, CompletionDateRevisionOutcome } from './enums.ts'

type Recorded<Key extends keyof RecommendationRecord> = RecommendationRecord[Key] extends readonly (infer Item)[]
  ? Item
  : NonNullable<RecommendationRecord[Key]>

const outcomes = { REQUESTED: 'PENDING', APPROVED: 'APPROVED', REFUSED: 'REFUSED', WITHDRAWN: 'WITHDRAWN' } as const

export const CompletionDateRevisionType = builder.objectRef<CompletionDateRevisionOnRecord>('CompletionDateRevision').implement({
  description: "A requested extension, and the committee's decision on it. The original date never changes.",
  fields: (t) => ({
    requestId: t.exposeID('requestId', { description: 'The id of the request within the recommendation.' }),
    requestedOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'The day it was requested. Null if no request is recorded.',
      resolve: ({ requested }) => requested?.effectiveOn,
    }),
    date: t.field({
      type: 'Date',
      nullable: true,
      description: 'The completion date requested.',
      resolve: ({ requested }) => requested?.date,
    }),
    reason: t.string({
      nullable: true,
      description: 'Why it was requested. Null if no request is recorded.',
      resolve: ({ requested }) => requested?.reason,
    }),
    outcome: t.field({
      type: CompletionDateRevisionOutcome,
      description: 'The outcome of the request.',
      resolve: (revision) => outcomes[completionDateRevisionStatus(revision)],
    }),
    approvedDate: t.field({
      type: 'Date',
      nullable: true,
      description: 'The date that the committee approved. Null unless APPROVED.',
      resolve: ({ approved }) => approved?.date,
    }),
    refusedBecause: t.string({
      nullable: true,
      description: 'Why the committee refused it. Null unless REFUSED.',
      resolve: ({ refused }) => refused?.reason,
    }),
    withdrawnBecause: t.string({
      nullable: true,
      description: 'Why it was withdrawn. Null unless WITHDRAWN.',
      resolve: ({ withdrawn }) => withdrawn?.reason,
    }),
    decidedOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'The day of the decision. Null while there is none.',
      resolve: ({ approved, refused }) => (approved ?? refused)?.effectiveOn,
    }),
    decision: t.field({
      type: DecisionType,
      nullable: true,
      description: 'The decision of the committee. Null while there is none.',
      resolve: ({ approved, refused }) => (approved ?? refused)?.decision,
    }),
    recordedBySamePerson: t.boolean({
      description: 'True if the same person recorded the request and the decision on it.',
      resolve: ({ requested, approved, refused }) => requested !== null && (approved ?? refused)?.recordedBy === requested.recordedBy,
    }),
  }),
})

export const EscalationType = builder.objectRef<Recorded<'escalations'>>('Escalation').implement({
  description: 'An escalation to a higher body.',
  interfaces: [OnRecord],
  fields: (t) => ({
    body: t.exposeString('body', { description: 'The body it was escalated to.' }),
    reason: t.exposeString('reason', { description: 'Why it was escalated.' }),
  }),
})

export const ConclusionType = builder.objectRef<DecidedBy<Recorded<'conclusions'>>>('Conclusion').implement({
  description: 'A decision of the committee to conclude tracking.',
  interfaces: [OnRecord],
  fields: (t) => ({
    reason: t.expose('reason', { type: ConclusionReason, description: 'Why it was concluded.' }),
    explanation: t.exposeString('explanation', { description: "The committee's explanation." }),
    supersededBy: t.exposeID('supersededBy', {
      nullable: true,
      description: 'The `id` of the recommendation that replaces it. Null unless SUPERSEDED.',
    }),
    lookAgainOn: t.expose('lookAgainOn', {
      type: 'Date',
      nullable: true,
      description: 'The day on which the committee wants to look at it again. Null if it named none.',
    }),
    partsLeftOpen: t.idList({
      description: 'The `id` of every part that was left open. Empty if there was none.',
      resolve: ({ partsLeftOpen }) => [...partsLeftOpen],
    }),
    recordedBySamePerson: t.exposeBoolean('recordedBySamePerson', {
      description:
        'True if the same person recorded both this and the entry it is based on: the proposal, the acceptance of the risk or the response.',
    }),
    decision: t.expose('decision', { type: DecisionType, description: 'The decision of the committee.' }),
  }),
})

export const ReopeningType = builder.objectRef<Recorded<'reopenings'>>('Reopening').implement({
  description: 'A decision of the committee to reopen tracking.',
  interfaces: [OnRecord],
  fields: (t) => ({
    reason: t.exposeString('reason', { description: 'Why it was reopened.' }),
    newDate: t.expose('newDate', {
      type: 'Date',
      nullable: true,
      description: 'The new completion date. Null where another committee sets the date.',
    }),
    decision: t.expose('decision', { type: DecisionType, description: 'The decision of the committee.' }),
  }),
})

export const RiskAcceptedType = builder.objectRef<Recorded<'riskAccepted'>>('RiskAccepted').implement({
  description: 'A record that a senior person accepted the risk of not doing it.',
  interfaces: [OnRecord],
  fields: (t) => ({
    office: t.exposeString('office', { description: "The person's office, by name." }),
    reason: t.exposeString('reason', { description: 'Why the risk was accepted.' }),
  }),
})

export const DissentType = builder.objectRef<Recorded<'dissents'>>('Dissent').implement({
  description: 'A recorded disagreement with a decision.',
  interfaces: [OnRecord],
  fields: (t) => ({
    words: t.exposeString('words', { description: 'The text as recorded.' }),
    dissenter: t.string({ description: 'The office or group that disagreed, never a person.', resolve: ({ by }) => by }),
    decision: t.expose('decision', { type: DecisionType, description: 'The decision concerned.' }),
  }),
})
