import { committeeNamed } from '../../committee/committee-named.ts'
import { continuation, openPartsOf } from '../targets.ts'
import { DecisionInput, decided } from './decision-input.ts'
import { ConclusionReason } from '../enums.ts'
import { recommendationCommand } from './recommendation-command.ts'

recommendationCommand('Escalate', {
  description: 'Escalates the recommendation to a higher body.',
  fields: (t) => ({
    body: t.string({ required: true, description: 'The body to escalate to.' }),
    reason: t.string({ required: true, description: 'Why it is escalated.' }),
  }),
  data: ({ body, reason }) => ({ body, reason }),
})

recommendationCommand('TakeOnTracking', {
  description: 'The committee tracks it from then on; only then can it decide about it. The first committee sets the completion date.',
  fields: (t) => ({
    decision: t.field({ type: DecisionInput, required: true, description: 'The decision of the committee.' }),
  }),
  data: ({ decision }, facts, authority) => decided(decision, facts, authority),
})

recommendationCommand('HandOverTracking', {
  description:
    'Another committee tracks it instead, from where it stands. If the first one sets the completion date, the other sets it from then on.',
  fields: (t) => ({
    to: t.id({ required: true, description: 'The slug of the committee that tracks it from then on.' }),
    reason: t.string({ required: true, description: 'Why it is handed over.' }),
    decision: t.field({ type: DecisionInput, required: true, description: 'The decision of the committee that hands it over.' }),
  }),
  data: async ({ to, reason, decision }, facts, authority) => {
    const { committeeOnDay: toCommittee, nearCommittees } = await committeeNamed(facts, authority, to, facts.effectiveOn)
    const stated = await decided(decision, facts, authority)
    return {
      to,
      toName: toCommittee?.name ?? to,
      reason,
      ...stated,
      toCommittee,
      nearCommittees: toCommittee === null ? nearCommittees : stated.nearCommittees,
    }
  },
})

recommendationCommand('ConcludeTracking', {
  description: 'Records that the committee concludes tracking, with the reason.',
  fields: (t) => ({
    reason: t.field({ type: ConclusionReason, required: true, description: 'Why it is concluded.' }),
    explanation: t.string({ required: true, description: "The committee's explanation." }),
    supersededBy: t.id({ description: 'With SUPERSEDED: the recommendation that replaces it.' }),
    partsLeftOpen: t.idList({
      description: 'The `id` of every part that stays open. Required if the recommendation has open parts.',
    }),
    lookAgainOn: t.field({ type: 'Date', description: 'The day on which the committee wants to look at it again.' }),
    decision: t.field({ type: DecisionInput, required: true, description: 'The decision of the committee.' }),
  }),
  data: async ({ reason, explanation, supersededBy, partsLeftOpen, lookAgainOn, decision }, facts, authority, recommendation) => ({
    reason,
    explanation,
    supersededBy,
    partsLeftOpen: partsLeftOpen ?? [],
    lookAgainOn,
    openParts: await openPartsOf(facts, recommendation),
    ...(supersededBy === null ? { targetExists: true, targetSuccessors: [] } : await continuation(facts, supersededBy)),
    ...(await decided(decision, facts, authority)),
  }),
})

recommendationCommand('ReopenTracking', {
  description:
    'Records that the committee reopens tracking, with a new date. The earlier conclusion stays visible. Earlier proposals and agreed assessments no longer apply.',
  fields: (t) => ({
    reason: t.string({ required: true, description: 'Why it is reopened.' }),
    newDate: t.field({
      type: 'Date',
      description:
        'The new completion date, on or after the day of the entry. The original date does not change. Required from the committee that sets the completion date; null from any other.',
    }),
    decision: t.field({ type: DecisionInput, required: true, description: 'The decision of the committee.' }),
  }),
  data: async ({ reason, newDate, decision }, facts, authority) => ({ reason, newDate, ...(await decided(decision, facts, authority)) }),
})

recommendationCommand('SupersedeRecommendation', {
  description:
    'Records that another recommendation replaces this one. Tracking stays open until the committee concludes it (`concludeTracking` with SUPERSEDED).',
  fields: (t) => ({
    by: t.id({ required: true, description: 'The `id` of the other recommendation.' }),
    reason: t.string({ required: true, description: 'Why the other one replaces it.' }),
  }),
  data: async ({ by, reason }, facts) => ({ by, reason, ...(await continuation(facts, by)) }),
})

recommendationCommand('MergeDuplicate', {
  description:
    'Records that it is a duplicate of another recommendation, which continues. From then on both references find the other one, and only that ' +
    'is counted and listed. Further entries are recorded there. Tracking stays as it was until the committee concludes it: `concludeTracking` with ' +
    'SUPERSEDED by the other one.',
  fields: (t) => ({
    into: t.id({ required: true, description: 'The `id` of the other recommendation.' }),
    reason: t.string({ required: true, description: 'Why they are the same.' }),
  }),
  data: async ({ into, reason }, facts) => ({ into, reason, ...(await continuation(facts, into)) }),
})

recommendationCommand('AcceptRisk', {
  description: 'Records that a senior person accepts the risk of not doing it.',
  fields: (t) => ({
    person: t.id({ required: true, description: 'An opaque person id.' }),
    office: t.string({ required: true, description: "The person's office, by name." }),
    reason: t.string({ required: true, description: 'Why the risk is accepted.' }),
  }),
  data: ({ person, office, reason }) => ({ person, office, reason }),
})
