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
    requestId: t.exposeID('requestId'),
    requestedOn: t.field({ type: 'Date', nullable: true, resolve: ({ requested }) => requested?.effectiveOn }),
    date: t.field({ type: 'Date', nullable: true, description: 'Asked for.', resolve: ({ requested }) => requested?.date }),
    reason: t.string({ nullable: true, resolve: ({ requested }) => requested?.reason }),
    outcome: t.field({ type: RevisionOutcome, resolve: outcomeOf }),
    approvedDate: t.field({ type: 'Date', nullable: true, resolve: ({ approved }) => approved?.date }),
    refusedBecause: t.string({ nullable: true, resolve: ({ refused }) => refused?.reason }),
    decidedOn: t.field({ type: 'Date', nullable: true, resolve: ({ approved, refused }) => (approved ?? refused)?.effectiveOn }),
    decision: t.field({ type: DecisionType, nullable: true, resolve: ({ approved, refused }) => (approved ?? refused)?.decision }),
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
    receivedOn: t.expose('receivedOn', { type: 'Date' }),
    noticeOn: t.expose('noticeOn', { type: 'Date' }),
    dueOn: t.expose('dueOn', { type: 'Date' }),
    instrument: t.string({ description: 'What sets the clock, with its version.', resolve: ({ clock }) => clock.instrument }),
    computed: t.string({ description: 'How the date was computed.', resolve: ({ clock }) => clock.words }),
  }),
})

export const ResponseType = builder.objectRef<Recorded<'responses'>>('ResponseGiven').implement({
  interfaces: [OnRecord],
  fields: (t) => ({
    response: t.expose('response', { type: ResponseAxis }),
    answeredBy: t.exposeString('by', { description: 'The body that answered.' }),
    wording: t.exposeString('wording', { nullable: true }),
    reasons: t.exposeString('reasons', { nullable: true }),
  }),
})

type Assessed = Recorded<'proposals'> | Recorded<'assessments'>

const Assessed = builder.interfaceRef<Assessed>('Assessed').implement({
  description: 'What an assessment says.',
  interfaces: [OnRecord],
  fields: (t) => ({
    category: t.exposeString('category', { description: 'The code in the policy of its day.' }),
    meaning: t.expose('meaning', { type: CategoryMeaning }),
    policyVersion: t.int({ nullable: true, resolve: ({ policy }) => policy?.version }),
    completedOn: t.expose('completedOn', { type: 'Date', nullable: true }),
    anticipatedCompletionDate: t.expose('anticipatedCompletionDate', { type: 'Date', nullable: true }),
    obstacle: t.exposeString('obstacle', { nullable: true }),
    evidence: t.idList({ resolve: ({ evidence }) => [...evidence] }),
    words: t.exposeString('words'),
  }),
})

export const ProposalType = builder.objectRef<Recorded<'proposals'>>('AssessmentProposal').implement({
  description: 'By the responsible member.',
  interfaces: [OnRecord, Assessed],
  fields: (t) => ({ proposalId: t.exposeID('proposalId') }),
})

export const CommitteeAssessmentType = builder.objectRef<DecidedBy<Recorded<'assessments'>>>('CommitteeAssessment').implement({
  description: 'By the committee: a proposal agreed, or its own instead.',
  interfaces: [OnRecord, Assessed],
  fields: (t) => ({
    kind: t.expose('kind', { type: CommitteeAssessmentKind }),
    proposalId: t.exposeID('proposalId', { nullable: true }),
    insteadOf: t.exposeID('insteadOf', { nullable: true }),
    recordedBySamePerson: t.exposeBoolean('recordedBySamePerson', {
      description: 'It was recorded by the person who recorded the proposal.',
    }),
    decision: t.expose('decision', { type: DecisionType }),
  }),
})

export const IndependentFindingType = builder.objectRef<Recorded<'findings'>>('IndependentFinding').implement({
  description: 'The third voice, for example an inspector.',
  interfaces: [OnRecord],
  fields: (t) => ({
    findingId: t.exposeID('findingId'),
    body: t.exposeString('body'),
    visit: t.exposeString('visit'),
    words: t.exposeString('words'),
    direction: t.expose('direction', { type: FindingDirection }),
    evidence: t.exposeID('evidence', { nullable: true }),
  }),
})

export const StillNeededType = builder.objectRef<Recorded<'stillNeeded'>>('StillNeeded').implement({
  interfaces: [OnRecord],
  fields: (t) => ({ words: t.exposeString('words'), decision: t.expose('decision', { type: DecisionType }) }),
})

export const EscalationType = builder.objectRef<Recorded<'escalations'>>('Escalation').implement({
  interfaces: [OnRecord],
  fields: (t) => ({ body: t.exposeString('body'), reason: t.exposeString('reason') }),
})

export const ConclusionType = builder.objectRef<DecidedBy<Recorded<'conclusions'>>>('Conclusion').implement({
  interfaces: [OnRecord],
  fields: (t) => ({
    reason: t.expose('reason', { type: ConclusionReason }),
    explanation: t.exposeString('explanation'),
    supersededBy: t.exposeID('supersededBy', { nullable: true }),
    recordedBySamePerson: t.exposeBoolean('recordedBySamePerson', {
      description: 'It was recorded by the person who recorded what it rests on: the proposal, the acceptance of the risk or the response.',
    }),
    decision: t.expose('decision', { type: DecisionType }),
  }),
})

export const ReopeningType = builder.objectRef<Recorded<'reopenings'>>('Reopening').implement({
  interfaces: [OnRecord],
  fields: (t) => ({ reason: t.exposeString('reason'), decision: t.expose('decision', { type: DecisionType }) }),
})

export const RiskAcceptedType = builder.objectRef<Recorded<'riskAccepted'>>('RiskAccepted').implement({
  interfaces: [OnRecord],
  fields: (t) => ({ office: t.exposeString('office'), reason: t.exposeString('reason') }),
})

export const DissentType = builder.objectRef<Recorded<'dissents'>>('Dissent').implement({
  interfaces: [OnRecord],
  fields: (t) => ({
    words: t.exposeString('words'),
    dissenter: t.string({ resolve: ({ by }) => by }),
    decision: t.expose('decision', { type: DecisionType }),
  }),
})
