import type { RecommendationRecord } from '@outstanding/domain'
import { builder } from '../graphql/builder.ts'
import { DecisionType, OnRecord } from './entry-types.ts'
import { CategoryMeaning, CommitteeAssessmentKind, FindingDirection } from './enums.ts'

type Recorded<Key extends keyof RecommendationRecord> = RecommendationRecord[Key] extends readonly (infer Item)[]
  ? Item
  : NonNullable<RecommendationRecord[Key]>

/** With whether the person who recorded it also recorded what it decided on. */
export type DecidedBy<Decision> = Decision & { readonly recordedBySamePerson: boolean }

type Withdrawal = Recorded<'proposalsWithdrawn'>
type Assessed = Recorded<'proposals'> | Recorded<'assessments'>

const Assessed = builder.interfaceRef<Assessed>('Assessed').implement({
  description: 'What an assessment says.',
  interfaces: [OnRecord],
  fields: (t) => ({
    category: t.exposeString('category', { description: 'The code in the policy of its day.' }),
    label: t.exposeString('label', { description: 'The name of the category in the policy of its day.' }),
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

export const ProposalType = builder
  .objectRef<Recorded<'proposals'> & { readonly withdrawn: Withdrawal | null }>('AssessmentProposal')
  .implement({
    description: 'By the responsible member.',
    interfaces: [OnRecord, Assessed],
    fields: (t) => ({
      proposalId: t.exposeID('proposalId', { description: 'The id of the proposal within the recommendation.' }),
      withdrawnOn: t.field({
        type: 'Date',
        nullable: true,
        description: 'The day on which it was taken back. Null where it was not.',
        resolve: ({ withdrawn }) => withdrawn?.effectiveOn,
      }),
      withdrawnBecause: t.string({
        nullable: true,
        description: 'Why it was taken back. Null where it was not.',
        resolve: ({ withdrawn }) => withdrawn?.reason,
      }),
    }),
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
