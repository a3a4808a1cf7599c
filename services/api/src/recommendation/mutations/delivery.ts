import { EvidenceShows, ProgressClaim } from '../enums.ts'
import { recommendationCommand } from './recommendation-command.ts'

const ownId = 'An id of yours within the recommendation; the `commandId` where none is given.'
const actionId = 'The action, by the id under which it was planned.'

recommendationCommand('PlanAction', {
  description: 'An action is planned.',
  fields: (t) => ({
    actionId: t.id({ description: ownId }),
    description: t.string({ required: true, description: 'What is to be done.' }),
    dueOn: t.field({ type: 'Date', description: 'The day it is planned to be done by.' }),
    lead: t.string({ description: 'An office or body, never a person.' }),
  }),
  data: ({ commandId, actionId: id, description, dueOn, lead }) => ({ actionId: id ?? commandId, description, dueOn, lead }),
})

recommendationCommand('StartAction', {
  description: 'Work on an action began.',
  fields: (t) => ({ actionId: t.id({ required: true, description: actionId }) }),
  data: ({ actionId: id }) => ({ actionId: id }),
})

recommendationCommand('ProgressAction', {
  description: 'What was done on an action.',
  fields: (t) => ({
    actionId: t.id({ required: true, description: actionId }),
    words: t.string({ required: true, description: 'What was done.' }),
  }),
  data: ({ actionId: id, words }) => ({ actionId: id, words }),
})

recommendationCommand('CompleteAction', {
  description: 'An action was done. A claim: the committee has not yet looked at it.',
  fields: (t) => ({ actionId: t.id({ required: true, description: actionId }), words: t.string({ description: 'What was done.' }) }),
  data: ({ actionId: id, words }) => ({ actionId: id, words }),
})

recommendationCommand('AbandonAction', {
  description: 'An action will not be done.',
  fields: (t) => ({
    actionId: t.id({ required: true, description: actionId }),
    reason: t.string({ required: true, description: 'Why it is abandoned.' }),
  }),
  data: ({ actionId: id, reason }) => ({ actionId: id, reason }),
})

recommendationCommand('UpdateProgress', {
  description: 'A progress update, as claimed by the person reporting it.',
  fields: (t) => ({
    updateId: t.id({ description: ownId }),
    words: t.string({ required: true, description: 'The text of the update.' }),
    claim: t.field({ type: ProgressClaim, description: 'Not given where the words make none.' }),
    completedOn: t.field({ type: 'Date', description: 'The reported completion date.' }),
    reportedTo: t.string({ description: 'The body that it was reported to.' }),
  }),
  data: ({ commandId, updateId, words, claim, completedOn, reportedTo }) => ({
    updateId: updateId ?? commandId,
    words,
    claim,
    completedOn,
    reportedTo,
  }),
})

recommendationCommand('AttachEvidence', {
  description: 'Evidence, by its digest: the document itself stays where it is.',
  fields: (t) => ({
    evidenceId: t.id({ description: ownId }),
    digest: t.string({ required: true, description: '`sha256:` and 64 hex digits.' }),
    mediaType: t.string({ required: true, description: 'For example `application/pdf`.' }),
    name: t.string({ required: true, description: 'The name of the document.' }),
    location: t.string({ required: true, description: 'Where it is kept, or its place in the document.' }),
    shows: t.field({ type: EvidenceShows, required: true, description: 'What it is evidence of.' }),
    words: t.string({ required: true, description: 'What it shows, in a sentence.' }),
  }),
  data: ({ commandId, evidenceId, digest, mediaType, name, location, shows, words }) => ({
    evidenceId: evidenceId ?? commandId,
    digest,
    mediaType,
    name,
    location,
    shows,
    words,
  }),
})

recommendationCommand('TestEvidence', {
  description: 'Records that somebody tested a piece of evidence.',
  fields: (t) => ({
    evidenceId: t.id({ required: true, description: 'The `evidenceId` of the evidence that was tested.' }),
    by: t.string({ required: true, description: 'An office or body, never a person.' }),
    found: t.string({ required: true, description: 'What the test found.' }),
  }),
  data: ({ evidenceId, by, found }) => ({ evidenceId, by, found }),
})
