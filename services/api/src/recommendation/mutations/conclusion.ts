import { carriesOn, openPartsOf } from '../targets.ts'
import { DecisionInput, decided } from './decision-input.ts'
import { ConclusionReason } from '../enums.ts'
import { recommendationCommand } from './recommendation-command.ts'

recommendationCommand('Escalate', {
  description: 'It is taken to a higher body.',
  fields: (t) => ({
    body: t.string({ required: true, description: 'The body that it is taken to.' }),
    reason: t.string({ required: true, description: 'Why it is escalated.' }),
  }),
  data: ({ body, reason }) => ({ body, reason }),
})

recommendationCommand('ConcludeTracking', {
  description: 'Records that the committee concludes tracking, with the reason.',
  fields: (t) => ({
    reason: t.field({ type: ConclusionReason, required: true, description: 'Why it is concluded.' }),
    explanation: t.string({ required: true, description: "The committee's explanation." }),
    supersededBy: t.id({ description: 'With SUPERSEDED: the recommendation that takes its place.' }),
    partsLeftOpen: t.idList({
      description: 'The `id` of every part of it that is still open: without it a recommendation with open parts is not concluded.',
    }),
    decision: t.field({ type: DecisionInput, required: true, description: 'The decision of the committee.' }),
  }),
  data: async ({ reason, explanation, supersededBy, partsLeftOpen, decision }, facts, authority, recommendation) => ({
    reason,
    explanation,
    supersededBy,
    partsLeftOpen: partsLeftOpen ?? [],
    openParts: await openPartsOf(facts, recommendation),
    ...(supersededBy === null ? { targetKnown: true, targetLeadsTo: [] } : await carriesOn(facts, supersededBy)),
    ...(await decided(decision, facts, authority)),
  }),
})

recommendationCommand('ReopenTracking', {
  description:
    'The committee reopens what it had concluded, with a new date. The earlier conclusion stays visible; what was proposed and agreed before it stands no more.',
  fields: (t) => ({
    reason: t.string({ required: true, description: 'Why it is reopened.' }),
    newDate: t.field({
      type: 'Date',
      required: true,
      description: 'The day by which it is now to be done, not before that of the entry. The original date stays.',
    }),
    decision: t.field({ type: DecisionInput, required: true, description: 'The decision of the committee.' }),
  }),
  data: async ({ reason, newDate, decision }, facts, authority) => ({ reason, newDate, ...(await decided(decision, facts, authority)) }),
})

recommendationCommand('SupersedeRecommendation', {
  description:
    'Another recommendation takes its place. Its own tracking stays open until the committee concludes it (`concludeTracking` with SUPERSEDED).',
  fields: (t) => ({
    by: t.id({ required: true, description: "The other's `id`." }),
    reason: t.string({ required: true, description: 'Why the other takes its place.' }),
  }),
  data: async ({ by, reason }, facts) => ({ by, reason, ...(await carriesOn(facts, by)) }),
})

recommendationCommand('MergeDuplicate', {
  description:
    'It is the same as another, which carries on. From then on both references find the other, which alone is counted and listed; ' +
    'what is recorded of it is recorded there. Its own tracking stays as it was until the committee concludes it: `concludeTracking` with ' +
    'SUPERSEDED by the other.',
  fields: (t) => ({
    into: t.id({ required: true, description: "The other's `id`." }),
    reason: t.string({ required: true, description: 'Why they are the same.' }),
  }),
  data: async ({ into, reason }, facts) => ({ into, reason, ...(await carriesOn(facts, into)) }),
})

recommendationCommand('AcceptRisk', {
  description: 'A senior person accepts the risk of not doing it.',
  fields: (t) => ({
    person: t.id({ required: true, description: 'An opaque person id.' }),
    office: t.string({ required: true, description: "The person's office, by name." }),
    reason: t.string({ required: true, description: 'Why the risk is accepted.' }),
  }),
  data: ({ person, office, reason }) => ({ person, office, reason }),
})
