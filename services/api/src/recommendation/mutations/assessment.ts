import { policyFor } from '../../policy/policy-on.ts'
import { DecisionInput, committeeOf, decided } from './decision-input.ts'
import type { InputFields } from '../../commands/envelope-input.ts'
import { recommendationCommand } from './recommendation-command.ts'

const assessmentFields = (t: InputFields) => ({
  category: t.string({ required: true, description: 'A category code of the policy in force: `1` to `6` in the default policy.' }),
  completedOn: t.field({ type: 'Date', description: 'For an achieved category: the day it was completed.' }),
  anticipatedCompletionDate: t.field({ type: 'Date', description: 'For categories 3 and 5: the expected completion date.' }),
  obstacle: t.string({ description: 'For category 4: the obstacle.' }),
  evidence: t.idList({ description: 'The `evidenceId` of each piece of evidence. Categories 1 and 2 need at least one.' }),
  words: t.string({ required: true, description: 'The reasons, in your own words.' }),
})

type Assessed = {
  readonly category: string
  readonly completedOn: string | null
  readonly anticipatedCompletionDate: string | null
  readonly obstacle: string | null
  readonly evidence: readonly string[] | null
  readonly words: string
}

const stated = ({ category, completedOn, anticipatedCompletionDate, obstacle, evidence, words }: Assessed) => ({
  category,
  completedOn,
  anticipatedCompletionDate,
  obstacle,
  evidence: evidence ?? [],
  words,
})

recommendationCommand('ProposeAssessment', {
  description: "Records the responsible member's proposed assessment.",
  fields: (t) => ({ proposalId: t.id({ description: 'Your own id for it. By default the `commandId`.' }), ...assessmentFields(t) }),
  data: async (input, facts, authority) => ({
    proposalId: input.proposalId ?? input.commandId,
    ...stated(input),
    policy: await policyFor(facts, authority),
  }),
})

recommendationCommand('WithdrawProposal', {
  description:
    'Withdraws a proposed assessment. Only the person or body that proposed it can do so, before the committee decides. It stays on record.',
  fields: (t) => ({
    proposalId: t.id({ required: true, description: 'The `proposalId` of the proposal that is withdrawn.' }),
    reason: t.string({ required: true, description: 'Why it is withdrawn.' }),
  }),
  data: ({ proposalId, reason }) => ({ proposalId, reason }),
})

recommendationCommand('AgreeAssessment', {
  description: 'Records that the committee agrees the newest proposal that was not withdrawn, exactly as proposed.',
  fields: (t) => ({
    proposalId: t.id({ required: true, description: 'The `proposalId` of the proposal that is agreed.' }),
    decision: t.field({ type: DecisionInput, required: true, description: 'The decision of the committee.' }),
  }),
  data: async ({ proposalId, decision }, facts, authority) => ({ proposalId, ...(await decided(decision, facts, authority)) }),
})

recommendationCommand('MakeCommitteeAssessment', {
  description: "Records the committee's own assessment. The proposal stays on record.",
  fields: (t) => ({
    insteadOf: t.id({ description: 'The proposal that it replaces.' }),
    ...assessmentFields(t),
    decision: t.field({ type: DecisionInput, required: true, description: 'The decision of the committee.' }),
  }),
  data: async (input, facts, authority) => ({
    insteadOf: input.insteadOf,
    ...stated(input),
    ...(await decided(input.decision, facts, authority)),
  }),
})

recommendationCommand('RecordStillNeeded', {
  description: 'What the committee needs before it can conclude the recommendation.',
  fields: (t) => ({
    words: t.string({ required: true, description: 'What the committee wants to see.' }),
    decision: t.field({ type: DecisionInput, required: true, description: 'The decision of the committee.' }),
  }),
  data: async ({ words, decision }, facts, authority) => ({ words, ...(await decided(decision, facts, authority)) }),
})

recommendationCommand('RecordDissent', {
  description: 'A recorded disagreement with a decision.',
  fields: (t) => ({
    words: t.string({ required: true, description: 'What the disagreement is about, and why.' }),
    by: t.string({ required: true, description: 'The office or group that disagreed, never a person.' }),
    decision: t.field({ type: DecisionInput, required: true, description: 'The decision concerned.' }),
  }),
  data: async ({ words, by, decision }, facts, authority) => ({ words, by, decision, ...(await committeeOf(decision, facts, authority)) }),
})
