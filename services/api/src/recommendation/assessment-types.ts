import type { RecommendationRecord } from '@outstanding/domain'
import type { AsOf } from '../as-of/as-of.ts'
import { builder } from '../graphql/builder.ts'
import { VisitDirection } from '../visit/enums.ts'
import { VisitFindingType, VisitType, visitFinding, visitNode } from '../visit/type.ts'
import { DecisionType, OnRecord } from './entry-types.ts'
import { CategoryMeaning, CommitteeAssessmentKind } from './enums.ts'

type Recorded<Key extends keyof RecommendationRecord> = RecommendationRecord[Key] extends readonly (infer Item)[]
  ? Item
  : NonNullable<RecommendationRecord[Key]>

/** With whether the person who recorded it also recorded what it decided on. */
export type DecidedBy<Decision> = Decision & { readonly recordedBySamePerson: boolean }

type Withdrawal = Recorded<'proposalsWithdrawn'>
type Assessed = Recorded<'proposals'> | Recorded<'assessments'>

const Assessed = builder.interfaceRef<Assessed>('Assessed').implement({
  description: 'The content of an assessment.',
  interfaces: [OnRecord],
  fields: (t) => ({
    category: t.exposeString('category', { description: "The category's code in the policy of that time." }),
    label: t.exposeString('label', { description: "The category's label in the policy of that time." }),
    meaning: t.expose('meaning', { type: CategoryMeaning, description: 'What the category means, independent of its label.' }),
    policyVersion: t.int({
      nullable: true,
      description: 'The version of the policy used for the assessment. Null if none was recorded.',
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
      description: 'When completion is expected. Null if none was given.',
    }),
    obstacle: t.exposeString('obstacle', {
      nullable: true,
      description: 'The obstacle. Null unless the category means an obstacle.',
    }),
    evidence: t.idList({
      description: 'The `evidenceId` of each piece of evidence it is based on. May be empty.',
      resolve: ({ evidence }) => [...evidence],
    }),
    words: t.exposeString('words', { description: 'The text as recorded.' }),
  }),
})

export const ProposalType = builder
  .objectRef<Recorded<'proposals'> & { readonly withdrawn: Withdrawal | null }>('AssessmentProposal')
  .implement({
    description: 'A proposed assessment by the responsible member.',
    interfaces: [OnRecord, Assessed],
    fields: (t) => ({
      proposalId: t.exposeID('proposalId', { description: 'The id of the proposal within the recommendation.' }),
      withdrawnOn: t.field({
        type: 'Date',
        nullable: true,
        description: 'The day it was withdrawn. Null if it was not.',
        resolve: ({ withdrawn }) => withdrawn?.effectiveOn,
      }),
      withdrawnBecause: t.string({
        nullable: true,
        description: 'Why it was withdrawn. Null if it was not.',
        resolve: ({ withdrawn }) => withdrawn?.reason,
      }),
    }),
  })

export const CommitteeAssessmentType = builder.objectRef<DecidedBy<Recorded<'assessments'>>>('CommitteeAssessment').implement({
  description: 'An assessment by the committee: a proposal it agreed, or its own.',
  interfaces: [OnRecord, Assessed],
  fields: (t) => ({
    kind: t.expose('kind', {
      type: CommitteeAssessmentKind,
      description: 'Whether the committee agreed a proposal or made its own assessment.',
    }),
    proposalId: t.exposeID('proposalId', { nullable: true, description: 'The proposal that it agreed. Null with OWN.' }),
    insteadOf: t.exposeID('insteadOf', {
      nullable: true,
      description: 'The proposal that its own assessment replaces. Null if there was none.',
    }),
    recordedBySamePerson: t.exposeBoolean('recordedBySamePerson', {
      description: 'True if the same person recorded the proposal.',
    }),
    decision: t.expose('decision', { type: DecisionType, description: 'The decision of the committee.' }),
  }),
})

type LinkedFinding = Recorded<'findings'> & { readonly asOf: AsOf }

export const IndependentFindingType = builder.objectRef<LinkedFinding>('IndependentFinding').implement({
  description: 'A finding of a visit that is linked to the recommendation: how others see it, for example inspectors.',
  interfaces: [OnRecord],
  fields: (t) => ({
    ref: t.exposeID('ref', { description: 'The reference of the finding within its visit.' }),
    body: t.exposeString('body', { description: 'Who visited, for example an inspectorate.' }),
    visitedOn: t.expose('visitedOn', { type: 'Date', description: 'The last day of the visit.' }),
    area: t.exposeString('area', { description: 'What the finding is about.' }),
    direction: t.expose('direction', { type: VisitDirection, description: 'The direction of the finding.' }),
    visit: t.field({
      type: VisitType,
      nullable: true,
      description: 'The visit. Null if it was not on the register at that time.',
      resolve: async ({ visit, asOf }, _args, context) => visitNode(await context.readSession.view(), visit, asOf),
    }),
    finding: t.field({
      type: VisitFindingType,
      nullable: true,
      description: 'The finding in full, as the visit has it. Null if it was not on the register at that time.',
      resolve: async ({ visit, ref, asOf }, _args, context) => visitFinding(await context.readSession.view(), visit, ref, asOf),
    }),
  }),
})

export const StillNeededType = builder.objectRef<Recorded<'stillNeeded'>>('StillNeeded').implement({
  description: 'What the committee needs before it can conclude the recommendation.',
  interfaces: [OnRecord],
  fields: (t) => ({
    words: t.exposeString('words', { description: 'The text as recorded.' }),
    decision: t.expose('decision', { type: DecisionType, description: 'The decision of the committee.' }),
  }),
})
