import { policyFor } from '../../policy/policy-on.ts'
import { DecisionInput, committeeOf, decided } from './decision-input.ts'
import type { InputFields } from '../../commands/envelope-input.ts'
import { FindingDirection } from '../enums.ts'
import { recommendationCommand } from './recommendation-command.ts'

const assessmentFields = (t: InputFields) => ({
  category: t.string({ required: true, description: 'A code of the policy of the day: `1` to `6` in the default policy.' }),
  completedOn: t.field({ type: 'Date', description: 'With an achieved category: when it was completed.' }),
  anticipatedCompletionDate: t.field({ type: 'Date', description: 'With 3 and 5: when it is expected.' }),
  obstacle: t.string({ description: 'For category 4: the obstacle.' }),
  evidence: t.idList({ description: 'Ids of evidence attached; 1 and 2 need some.' }),
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
  fields: (t) => ({ proposalId: t.id({ description: 'An id of yours; the `commandId` where none is given.' }), ...assessmentFields(t) }),
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
  description: 'The committee agrees what was proposed, as it was proposed: the newest proposal that was not withdrawn.',
  fields: (t) => ({
    proposalId: t.id({ required: true, description: 'The `proposalId` of the proposal that is agreed.' }),
    decision: t.field({ type: DecisionInput, required: true, description: 'The decision of the committee.' }),
  }),
  data: async ({ proposalId, decision }, facts, authority) => ({ proposalId, ...(await decided(decision, facts, authority)) }),
})

recommendationCommand('MakeCommitteeAssessment', {
  description: "Records the committee's own assessment. The proposal stays on record.",
  fields: (t) => ({
    insteadOf: t.id({ description: 'The proposal that it takes the place of.' }),
    ...assessmentFields(t),
    decision: t.field({ type: DecisionInput, required: true, description: 'The decision of the committee.' }),
  }),
  data: async (input, facts, authority) => ({
    insteadOf: input.insteadOf,
    ...stated(input),
    ...(await decided(input.decision, facts, authority)),
  }),
})

recommendationCommand('RecordIndependentFinding', {
  description: "An independent finding, for example from an inspector's monitoring visit.",
  fields: (t) => ({
    findingId: t.id({ description: 'An id of yours; the `commandId` where none is given.' }),
    body: t.string({ required: true, description: 'The body that found it, for example an inspectorate.' }),
    visit: t.string({ required: true, description: 'The visit or inspection at which it was found.' }),
    words: t.string({ required: true, description: 'What was found, in your own words.' }),
    direction: t.field({ type: FindingDirection, required: true, description: 'Since the last time.' }),
    evidence: t.id({ description: 'Evidence attached, by its id.' }),
  }),
  data: ({ commandId, findingId, body, visit, words, direction, evidence }) => ({
    findingId: findingId ?? commandId,
    body,
    visit,
    words,
    direction,
    evidence,
  }),
})

recommendationCommand('RecordStillNeeded', {
  description: 'What the committee wants to see before it concludes.',
  fields: (t) => ({
    words: t.string({ required: true, description: 'What the committee wants to see.' }),
    decision: t.field({ type: DecisionInput, required: true, description: 'The decision of the committee.' }),
  }),
  data: async ({ words, decision }, facts, authority) => ({ words, ...(await decided(decision, facts, authority)) }),
})

recommendationCommand('RecordDissent', {
  description: 'A disagreement that is kept with the decision.',
  fields: (t) => ({
    words: t.string({ required: true, description: 'What was disagreed with, and why.' }),
    by: t.string({ required: true, description: 'An office or group, never a person.' }),
    decision: t.field({ type: DecisionInput, required: true, description: 'The decision that it disagrees with.' }),
  }),
  data: async ({ words, by, decision }, facts, authority) => ({ words, by, decision, ...(await committeeOf(decision, facts, authority)) }),
})
