import type { ActionOnRecord, RecommendationRecord } from '@outstanding/domain'
import { actionDueOn, actionDuePrecision, actionLead, actionStatus } from '@outstanding/domain'
import { builder } from '../graphql/builder.ts'
import { DatePrecision } from '../graphql/date-precision.ts'
import { OnRecord } from './entry-types.ts'
import { ActionStatus, EvidenceFormType, EvidenceShows, ProgressClaim } from './enums.ts'

type Recorded<Key extends keyof RecommendationRecord> = RecommendationRecord[Key] extends readonly (infer Item)[]
  ? Item
  : NonNullable<RecommendationRecord[Key]>

const ActionProgress = builder.objectRef<ActionOnRecord['progress'][number]>('ActionProgress').implement({
  description: 'Progress on an action, as reported.',
  interfaces: [OnRecord],
  fields: (t) => ({ words: t.exposeString('words', { description: 'What was done.' }) }),
})

const ActionChange = builder.objectRef<ActionOnRecord['changes'][number]>('ActionChange').implement({
  description: 'A new date or lead of an action.',
  interfaces: [OnRecord],
  fields: (t) => ({
    dueOn: t.expose('dueOn', { type: 'Date', nullable: true, description: 'The new date. Null if it stayed as it was.' }),
    lead: t.exposeString('lead', { nullable: true, description: 'The new lead. Null if it stayed as it was.' }),
    reason: t.exposeString('reason', { description: 'Why it changed.' }),
  }),
})

export const ActionType = builder.objectRef<ActionOnRecord>('Action').implement({
  description: 'One action of the plan.',
  fields: (t) => ({
    actionId: t.exposeID('actionId', { description: 'The id of the action within the recommendation.' }),
    description: t.string({
      nullable: true,
      description: 'What is to be done. Null if the plan is void.',
      resolve: ({ planned }) => planned?.description,
    }),
    dueOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'The completion date that is planned now. Null if none was set.',
      resolve: (action) => actionDueOn(action),
    }),
    dueOnPrecision: t.field({
      type: DatePrecision,
      description: 'How exactly that date is known.',
      resolve: (action) => actionDuePrecision(action),
    }),
    lead: t.string({
      nullable: true,
      description: 'The office or body that leads it now. Null if none was named.',
      resolve: (action) => actionLead(action),
    }),
    changes: t.field({
      type: [ActionChange],
      description: 'Every change of its date or lead, oldest first.',
      resolve: ({ changes }) => [...changes],
    }),
    status: t.field({ type: ActionStatus, description: 'The status of the action.', resolve: (action) => actionStatus(action) }),
    plannedOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'The day it was planned. Null if the plan is void.',
      resolve: ({ planned }) => planned?.effectiveOn,
    }),
    startedOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'The day work began. Null until then.',
      resolve: ({ started }) => started?.effectiveOn,
    }),
    completedOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'The day it was completed. Null until then.',
      resolve: ({ completed }) => completed?.effectiveOn,
    }),
    completedWords: t.string({
      nullable: true,
      description: 'What was reported on completion. Null if nothing was.',
      resolve: ({ completed }) => completed?.words,
    }),
    abandonedOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'The day it was abandoned. Null unless it was.',
      resolve: ({ abandoned }) => abandoned?.effectiveOn,
    }),
    abandonedBecause: t.string({
      nullable: true,
      description: 'Why it was abandoned. Null unless it was.',
      resolve: ({ abandoned }) => abandoned?.reason,
    }),
    progress: t.field({
      type: [ActionProgress],
      description: 'Progress reported on it, oldest first.',
      resolve: ({ progress }) => [...progress],
    }),
  }),
})

export const UpdateType = builder.objectRef<Recorded<'updates'>>('ProgressUpdate').implement({
  description: 'Records a progress update, as claimed by the person reporting it.',
  interfaces: [OnRecord],
  fields: (t) => ({
    updateId: t.exposeID('updateId', { description: 'The id of the update within the recommendation.' }),
    words: t.exposeString('words', { description: 'The text of the update.' }),
    claim: t.expose('claim', { type: ProgressClaim, nullable: true, description: 'The claim it makes about progress. Null if none.' }),
    completedOn: t.expose('completedOn', {
      type: 'Date',
      nullable: true,
      description: 'The completion date it claims. Null if none.',
    }),
    reportedTo: t.exposeString('reportedTo', {
      nullable: true,
      description: 'The body that it was reported to. Null if none was named.',
    }),
  }),
})

const EvidenceTest = builder.objectRef<Recorded<'evidenceTests'>>('EvidenceTest').implement({
  description: 'A test of evidence.',
  interfaces: [OnRecord],
  fields: (t) => ({
    evidenceId: t.exposeID('evidenceId', { description: 'The evidence that was tested.' }),
    testedBy: t.exposeString('by', { description: 'The office or body that tested it, never a person.' }),
    found: t.exposeString('found', { description: 'What the test found.' }),
  }),
})

/** Evidence with what those who tested it found. */
export type EvidenceNode = Recorded<'evidence'> & { readonly tests: readonly Recorded<'evidenceTests'>[] }

export const EvidenceType = builder.objectRef<EvidenceNode>('Evidence').implement({
  description: 'Evidence. A document is recorded by its digest and stored elsewhere.',
  interfaces: [OnRecord],
  fields: (t) => ({
    evidenceId: t.exposeID('evidenceId', { description: 'The id of the evidence within the recommendation.' }),
    form: t.expose('form', { type: EvidenceFormType, description: 'What the evidence is: a file, a visit, and so on.' }),
    digest: t.exposeString('digest', { nullable: true, description: '`sha256:` and 64 hex digits. Null where it is not a file.' }),
    mediaType: t.exposeString('mediaType', {
      nullable: true,
      description: 'For example `application/pdf`. Null where it is not a file.',
    }),
    address: t.exposeString('address', { nullable: true, description: 'The address of the web page. Null where it is none.' }),
    name: t.exposeString('name', { description: 'The name of the document.' }),
    location: t.exposeString('location', { description: 'Where it is stored, or its place in the document.' }),
    shows: t.expose('shows', { type: EvidenceShows, description: 'What it is evidence of.' }),
    words: t.exposeString('words', { description: 'What it shows, in a sentence.' }),
    tests: t.field({ type: [EvidenceTest], description: 'Tests of it, oldest first.', resolve: ({ tests }) => [...tests] }),
  }),
})
