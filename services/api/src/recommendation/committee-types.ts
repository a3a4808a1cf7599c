import type { RecommendationRecord, RevisionOnRecord } from '@outstanding/domain'
import { builder } from '../builder.ts'
import { DecisionType, OnRecord } from './entry-types.ts'
import { CategoryMeaning, CommitteeAssessmentKind, ConclusionReason, FindingDirection, ResponseAxis, RevisionOutcome } from './enums.ts'

type Recorded<Key extends keyof RecommendationRecord> = RecommendationRecord[Key] extends readonly (infer Item)[]
  ? Item
  : NonNullable<RecommendationRecord[Key]>

/** With whether the person who recorded it also recorded what it decided on. */
export type DecidedBy<Decision> = Decision & { readonly recordedBySamePerson: boolean }

const outcomeOf = ({ approved, refused }: RevisionOnRecord) => {
  if (approved) return 'APPROVED' as const
  return refused ? ('REFUSED' as const) : ('PENDING' as const)
}

export const RevisionType = builder.objectRef<RevisionOnRecord>('CompletionDateRevision').implement({
  description: 'A later date that was asked for, and what the committee said. The original date never changes.',
  fields: (t) => ({
    requestId: t.exposeID('requestId', { description: 'The id of the request within the recommendation.' }),
    requestedOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'The day it was requested. Null where no request is recorded.',
      resolve: ({ requested }) => requested?.effectiveOn,
    }),
    date: t.field({ type: 'Date', nullable: true, description: 'Asked for.', resolve: ({ requested }) => requested?.date }),
    reason: t.string({
      nullable: true,
      description: 'Why it was requested. Null where no request is recorded.',
      resolve: ({ requested }) => requested?.reason,
    }),
    outcome: t.field({ type: RevisionOutcome, description: 'What the committee decided.', resolve: outcomeOf }),
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
    decidedOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'The day of the decision. Null while PENDING.',
      resolve: ({ approved, refused }) => (approved ?? refused)?.effectiveOn,
    }),
    decision: t.field({
      type: DecisionType,
      nullable: true,
      description: 'The decision of the committee. Null while PENDING.',
      resolve: ({ approved, refused }) => (approved ?? refused)?.decision,
    }),
    recordedBySamePerson: t.boolean({
      description: 'The decision was recorded by the person who recorded the request.',
      resolve: ({ requested, approved, refused }) => requested !== null && (approved ?? refused)?.recordedBy === requested.recordedBy,
    }),
  }),
})

export const ResponseRequiredType = builder.objectRef<Recorded<'responseRequired'>>('ResponseRequired').implement({
  description: 'The clock that a written notice started.',
  interfaces: [OnRecord],
  fields: (t) => ({
    receivedOn: t.expose('receivedOn', {
      type: 'Date',
      description: 'The day on which the executive received the report (Europe/London).',
    }),
    noticeOn: t.expose('noticeOn', { type: 'Date', description: 'The day of the written notice (Europe/London).' }),
    dueOn: t.expose('dueOn', {
      type: 'Date',
      description: 'The last day for the response: the date that the notice prints, else the date computed.',
    }),
    instrument: t.string({ description: 'What sets the clock, with its version.', resolve: ({ clock }) => clock.instrument }),
    computed: t.string({ description: 'How the date was computed.', resolve: ({ clock }) => clock.words }),
  }),
})

export const ResponseType = builder.objectRef<Recorded<'responses'>>('ResponseGiven').implement({
  description: 'A response that was given.',
  interfaces: [OnRecord],
  fields: (t) => ({
    response: t.expose('response', { type: ResponseAxis, description: 'What the response was.' }),
    answeredBy: t.exposeString('by', { description: 'The body that answered.' }),
    wording: t.exposeString('wording', {
      nullable: true,
      description: 'The amended wording, or the part that is accepted. Null where there is none.',
    }),
    reasons: t.exposeString('reasons', { nullable: true, description: 'The reasons given. Null where none were recorded.' }),
  }),
})

type Assessed = Recorded<'proposals'> | Recorded<'assessments'>

const Assessed = builder.interfaceRef<Assessed>('Assessed').implement({
  description: 'What an assessment says.',
  interfaces: [OnRecord],
  fields: (t) => ({
    category: t.exposeString('category', { description: 'The code in the policy of its day.' }),
    meaning: t.expose('meaning', { type: CategoryMeaning, description: 'What the category means, whatever its label.' }),
    policyVersion: t.int({
      nullable: true,
      description: 'The version of the policy under which it was assessed. Null where none was recorded.',
      resolve: ({ policy }) => policy?.version,
    }),
    completedOn: t.expose('completedOn', {
      type: 'Date',
      nullable: true,
      description: 'The day of completion. Null unless the category means achieved.',
    }),
    anticipatedCompletionDate: t.expose('anticipatedCompletionDate', {
      type: 'Date',
      nullable: true,
      description: 'When completion is expected. Null where none was given.',
    }),
    obstacle: t.exposeString('obstacle', {
      nullable: true,
      description: 'What stands in the way. Null unless the category means an obstacle.',
    }),
    evidence: t.idList({
      description: 'The evidence that it rests on, by `evidenceId`. May be empty.',
      resolve: ({ evidence }) => [...evidence],
    }),
    words: t.exposeString('words', { description: 'The words as they were recorded.' }),
  }),
})

export const ProposalType = builder.objectRef<Recorded<'proposals'>>('AssessmentProposal').implement({
  description: 'By the responsible member.',
  interfaces: [OnRecord, Assessed],
  fields: (t) => ({ proposalId: t.exposeID('proposalId', { description: 'The id of the proposal within the recommendation.' }) }),
})

export const CommitteeAssessmentType = builder.objectRef<DecidedBy<Recorded<'assessments'>>>('CommitteeAssessment').implement({
  description: 'By the committee: a proposal agreed, or its own instead.',
  interfaces: [OnRecord, Assessed],
  fields: (t) => ({
    kind: t.expose('kind', {
      type: CommitteeAssessmentKind,
      description: 'Whether the committee agreed a proposal or made its own assessment.',
    }),
    proposalId: t.exposeID('proposalId', { nullable: true, description: 'The proposal that it agreed. Null with OWN.' }),
    insteadOf: t.exposeID('insteadOf', {
      nullable: true,
      description: 'The proposal that its own assessment replaces. Null where there was none.',
    }),
    recordedBySamePerson: t.exposeBoolean('recordedBySamePerson', {
      description: 'It was recorded by the person who recorded the proposal.',
    }),
    decision: t.expose('decision', { type: DecisionType, description: 'The decision of the committee.' }),
  }),
})

export const IndependentFindingType = builder.objectRef<Recorded<'findings'>>('IndependentFinding').implement({
  description: 'The third voice, for example an inspector.',
  interfaces: [OnRecord],
  fields: (t) => ({
    findingId: t.exposeID('findingId', { description: 'The id of the finding within the recommendation.' }),
    body: t.exposeString('body', { description: 'The body that found it, for example an inspectorate.' }),
    visit: t.exposeString('visit', { description: 'The visit or inspection at which it was found.' }),
    words: t.exposeString('words', { description: 'What was found, in our own words.' }),
    direction: t.expose('direction', { type: FindingDirection, description: 'Compared with the time before.' }),
    evidence: t.exposeID('evidence', { nullable: true, description: 'The evidence for it, by `evidenceId`. Null where none is attached.' }),
  }),
})

export const StillNeededType = builder.objectRef<Recorded<'stillNeeded'>>('StillNeeded').implement({
  description: 'What the committee wants to see before it concludes.',
  interfaces: [OnRecord],
  fields: (t) => ({
    words: t.exposeString('words', { description: 'The words as they were recorded.' }),
    decision: t.expose('decision', { type: DecisionType, description: 'The decision of the committee.' }),
  }),
})

export const EscalationType = builder.objectRef<Recorded<'escalations'>>('Escalation').implement({
  description: 'It was taken to a higher body.',
  interfaces: [OnRecord],
  fields: (t) => ({
    body: t.exposeString('body', { description: 'The body that it was taken to.' }),
    reason: t.exposeString('reason', { description: 'Why it was escalated.' }),
  }),
})

export const ConclusionType = builder.objectRef<DecidedBy<Recorded<'conclusions'>>>('Conclusion').implement({
  description: 'The committee concluded its tracking.',
  interfaces: [OnRecord],
  fields: (t) => ({
    reason: t.expose('reason', { type: ConclusionReason, description: 'Why it was concluded.' }),
    explanation: t.exposeString('explanation', { description: "The committee's explanation." }),
    supersededBy: t.exposeID('supersededBy', {
      nullable: true,
      description: 'The `id` of the recommendation that replaces it. Null unless SUPERSEDED.',
    }),
    recordedBySamePerson: t.exposeBoolean('recordedBySamePerson', {
      description: 'It was recorded by the person who recorded what it rests on: the proposal, the acceptance of the risk or the response.',
    }),
    decision: t.expose('decision', { type: DecisionType, description: 'The decision of the committee.' }),
  }),
})

export const ReopeningType = builder.objectRef<Recorded<'reopenings'>>('Reopening').implement({
  description: 'The committee reopened what it had concluded.',
  interfaces: [OnRecord],
  fields: (t) => ({
    reason: t.exposeString('reason', { description: 'Why it was reopened.' }),
    decision: t.expose('decision', { type: DecisionType, description: 'The decision of the committee.' }),
  }),
})

export const RiskAcceptedType = builder.objectRef<Recorded<'riskAccepted'>>('RiskAccepted').implement({
  description: 'A senior person accepted the risk of not doing it.',
  interfaces: [OnRecord],
  fields: (t) => ({
    office: t.exposeString('office', { description: "The person's office, by name." }),
    reason: t.exposeString('reason', { description: 'Why the risk was accepted.' }),
  }),
})

export const DissentType = builder.objectRef<Recorded<'dissents'>>('Dissent').implement({
  description: 'A disagreement that is kept with the decision.',
  interfaces: [OnRecord],
  fields: (t) => ({
    words: t.exposeString('words', { description: 'The words as they were recorded.' }),
    dissenter: t.string({ description: 'The office or group that disagreed, never a person.', resolve: ({ by }) => by }),
    decision: t.expose('decision', { type: DecisionType, description: 'The decision that it disagrees with.' }),
  }),
})
