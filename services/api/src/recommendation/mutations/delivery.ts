import { EvidenceFormType, EvidenceShows, ProgressClaim } from '../enums.ts'
import { recommendationCommand } from './recommendation-command.ts'

const ownId = 'Your own id for it within the recommendation. By default the `commandId`.'
const actionId = 'The id of the planned action.'

recommendationCommand('PlanAction', {
  description: 'Records a planned action.',
  fields: (t) => ({
    actionId: t.id({ description: ownId }),
    description: t.string({ required: true, description: 'What is to be done.' }),
    dueOn: t.field({ type: 'Date', description: 'The planned completion date.' }),
    lead: t.string({ description: 'The office or body, never a person.' }),
  }),
  data: ({ commandId, actionId: id, description, dueOn, lead }) => ({ actionId: id ?? commandId, description, dueOn, lead }),
})

recommendationCommand('ChangeAction', {
  description: 'Gives a planned action a new date or a new lead. What was planned stays in the history.',
  fields: (t) => ({
    actionId: t.id({ required: true, description: actionId }),
    dueOn: t.field({ type: 'Date', description: 'The new planned completion date. Left out, it stays as it is.' }),
    lead: t.string({ description: 'The new office or body that leads it, never a person. Left out, it stays as it is.' }),
    reason: t.string({ required: true, description: 'Why it changes.' }),
  }),
  data: ({ actionId: id, dueOn, lead, reason }) => ({ actionId: id, dueOn, lead, reason }),
})

recommendationCommand('StartAction', {
  description: 'Records that work on an action started.',
  fields: (t) => ({ actionId: t.id({ required: true, description: actionId }) }),
  data: ({ actionId: id }) => ({ actionId: id }),
})

recommendationCommand('ProgressAction', {
  description: 'Records progress on an action.',
  fields: (t) => ({
    actionId: t.id({ required: true, description: actionId }),
    words: t.string({ required: true, description: 'What was done.' }),
  }),
  data: ({ actionId: id, words }) => ({ actionId: id, words }),
})

recommendationCommand('CompleteAction', {
  description: 'Records that an action was completed. This is a claim that the committee has not yet assessed.',
  fields: (t) => ({ actionId: t.id({ required: true, description: actionId }), words: t.string({ description: 'What was done.' }) }),
  data: ({ actionId: id, words }) => ({ actionId: id, words }),
})

recommendationCommand('AbandonAction', {
  description: 'Records that an action will not be done.',
  fields: (t) => ({
    actionId: t.id({ required: true, description: actionId }),
    reason: t.string({ required: true, description: 'Why it is abandoned.' }),
  }),
  data: ({ actionId: id, reason }) => ({ actionId: id, reason }),
})

recommendationCommand('UpdateProgress', {
  description: 'Records a progress update, as claimed by the person reporting it.',
  fields: (t) => ({
    updateId: t.id({ description: ownId }),
    words: t.string({ required: true, description: 'The text of the update.' }),
    claim: t.field({ type: ProgressClaim, description: 'The claim it makes about progress. Leave it out if it makes none.' }),
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
  description: 'Attaches evidence: a file by its digest, or a visit, an oral report or a web page. Documents are stored elsewhere.',
  fields: (t) => ({
    evidenceId: t.id({ description: ownId }),
    form: t.field({ type: EvidenceFormType, description: 'What the evidence is. By default a file.' }),
    digest: t.string({ description: '`sha256:` and 64 hex digits. Needed for a file.' }),
    mediaType: t.string({ description: 'For example `application/pdf`. Needed for a file.' }),
    address: t.string({ description: 'The address of a web page. Needed for a web page.' }),
    name: t.string({ required: true, description: 'The name of the document, or what was visited or heard.' }),
    location: t.string({ required: true, description: 'Where it is stored, seen or heard, or its place in the document.' }),
    shows: t.field({ type: EvidenceShows, required: true, description: 'What it is evidence of.' }),
    words: t.string({ required: true, description: 'What it shows, in a sentence.' }),
  }),
  data: ({ commandId, evidenceId, form, digest, mediaType, address, name, location, shows, words }) => ({
    evidenceId: evidenceId ?? commandId,
    form: form ?? 'FILE',
    digest,
    mediaType,
    address,
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
    by: t.string({ required: true, description: 'The office or body, never a person.' }),
    found: t.string({ required: true, description: 'What the test found.' }),
  }),
  data: ({ evidenceId, by, found }) => ({ evidenceId, by, found }),
})
