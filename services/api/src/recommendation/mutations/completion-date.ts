import { DecisionInput, decided } from './decision-input.ts'
import { recommendationCommand } from './recommendation-command.ts'

recommendationCommand('AgreeCompletionDate', {
  description: 'Records that the committee agrees a first completion date for an undated item.',
  fields: (t) => ({
    date: t.field({ type: 'Date', required: true, description: 'The completion date that is agreed.' }),
    decision: t.field({ type: DecisionInput, required: true, description: 'The decision of the committee.' }),
  }),
  data: async ({ date, decision }, facts, authority) => ({ date, ...(await decided(decision, facts, authority)) }),
})

recommendationCommand('RequestCompletionDateRevision', {
  description: 'Requests a later completion date. The original date never changes.',
  fields: (t) => ({
    requestId: t.id({ description: 'Your own id for it. By default the `commandId`.' }),
    date: t.field({ type: 'Date', required: true, description: 'The completion date requested.' }),
    reason: t.string({ required: true, description: 'Why more time is needed.' }),
  }),
  data: ({ commandId, requestId, date, reason }) => ({ requestId: requestId ?? commandId, date, reason }),
})

recommendationCommand('WithdrawRevisionRequest', {
  description:
    'Withdraws a request for a later date. Only the person or body that made it can do so, before the committee decides. It stays on record.',
  fields: (t) => ({
    requestId: t.id({ required: true, description: 'The `requestId` of the request.' }),
    reason: t.string({ required: true, description: 'Why it is withdrawn.' }),
  }),
  data: ({ requestId, reason }) => ({ requestId, reason }),
})

recommendationCommand('ApproveCompletionDateRevision', {
  description: 'Records that the committee approves a later completion date.',
  fields: (t) => ({
    requestId: t.id({ required: true, description: 'The `requestId` of the request.' }),
    date: t.field({ type: 'Date', description: 'The date approved. By default the date requested.' }),
    decision: t.field({ type: DecisionInput, required: true, description: 'The decision of the committee.' }),
  }),
  data: async ({ requestId, date, decision }, facts, authority) => ({ requestId, date, ...(await decided(decision, facts, authority)) }),
})

recommendationCommand('RefuseCompletionDateRevision', {
  description: 'Records that the committee refuses a later completion date.',
  fields: (t) => ({
    requestId: t.id({ required: true, description: 'The `requestId` of the request.' }),
    reason: t.string({ required: true, description: 'Why it is refused.' }),
    decision: t.field({ type: DecisionInput, required: true, description: 'The decision of the committee.' }),
  }),
  data: async ({ requestId, reason, decision }, facts, authority) => ({
    requestId,
    reason,
    ...(await decided(decision, facts, authority)),
  }),
})
