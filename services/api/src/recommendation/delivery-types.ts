import type { ActionOnRecord, RecommendationRecord } from '@outstanding/domain'
import { actionStatus } from '@outstanding/domain'
import { builder } from '../builder.ts'
import { OnRecord } from './entry-types.ts'
import { ActionStatus, EvidenceShows, ProgressClaim } from './enums.ts'

type Recorded<Key extends keyof RecommendationRecord> = RecommendationRecord[Key] extends readonly (infer Item)[]
  ? Item
  : NonNullable<RecommendationRecord[Key]>

const ActionProgress = builder.objectRef<ActionOnRecord['progress'][number]>('ActionProgress').implement({
  interfaces: [OnRecord],
  fields: (t) => ({ words: t.exposeString('words') }),
})

export const ActionType = builder.objectRef<ActionOnRecord>('Action').implement({
  description: 'One action of the plan.',
  fields: (t) => ({
    actionId: t.exposeID('actionId'),
    description: t.string({ nullable: true, resolve: ({ planned }) => planned?.description }),
    dueOn: t.field({ type: 'Date', nullable: true, resolve: ({ planned }) => planned?.dueOn }),
    lead: t.string({ nullable: true, resolve: ({ planned }) => planned?.lead }),
    status: t.field({ type: ActionStatus, resolve: (action) => actionStatus(action) }),
    plannedOn: t.field({ type: 'Date', nullable: true, resolve: ({ planned }) => planned?.effectiveOn }),
    startedOn: t.field({ type: 'Date', nullable: true, resolve: ({ started }) => started?.effectiveOn }),
    completedOn: t.field({ type: 'Date', nullable: true, resolve: ({ completed }) => completed?.effectiveOn }),
    completedWords: t.string({ nullable: true, resolve: ({ completed }) => completed?.words }),
    abandonedOn: t.field({ type: 'Date', nullable: true, resolve: ({ abandoned }) => abandoned?.effectiveOn }),
    abandonedBecause: t.string({ nullable: true, resolve: ({ abandoned }) => abandoned?.reason }),
    progress: t.field({ type: [ActionProgress], resolve: ({ progress }) => [...progress] }),
  }),
})

export const UpdateType = builder.objectRef<Recorded<'updates'>>('ProgressUpdate').implement({
  description: 'A claim of whoever reports it.',
  interfaces: [OnRecord],
  fields: (t) => ({
    updateId: t.exposeID('updateId'),
    words: t.exposeString('words'),
    claim: t.expose('claim', { type: ProgressClaim, nullable: true }),
    completedOn: t.expose('completedOn', { type: 'Date', nullable: true }),
    reportedTo: t.exposeString('reportedTo', { nullable: true }),
  }),
})

const EvidenceTest = builder.objectRef<Recorded<'evidenceTests'>>('EvidenceTest').implement({
  interfaces: [OnRecord],
  fields: (t) => ({
    evidenceId: t.exposeID('evidenceId'),
    testedBy: t.exposeString('by'),
    found: t.exposeString('found'),
  }),
})

/** Evidence with what those who tested it found. */
export type EvidenceNode = Recorded<'evidence'> & { readonly tests: readonly Recorded<'evidenceTests'>[] }

export const EvidenceType = builder.objectRef<EvidenceNode>('Evidence').implement({
  description: 'By its digest: the document itself stays where it is.',
  interfaces: [OnRecord],
  fields: (t) => ({
    evidenceId: t.exposeID('evidenceId'),
    digest: t.exposeString('digest', { description: '`sha256:` and 64 hex digits.' }),
    mediaType: t.exposeString('mediaType'),
    name: t.exposeString('name'),
    location: t.exposeString('location'),
    shows: t.expose('shows', { type: EvidenceShows }),
    words: t.exposeString('words'),
    tests: t.field({ type: [EvidenceTest], resolve: ({ tests }) => [...tests] }),
  }),
})
