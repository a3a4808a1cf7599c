import type { IsoDate } from '../envelope.ts'
import type { RecommendationEvent } from './events.ts'
import type { AssessmentContent } from './event-parts.ts'
import type { Entered, RecommendationRecord, RecommendationState, RevisionOnRecord } from './state.ts'
import { said, type Telling, type Value } from '../said/value.ts'
import { actionStatus, baselineOn, dueOn } from './on-record.ts'
import { notIssued } from './state.ts'
import { evolve } from './evolve.ts'
import { positionOf, type RecommendationPosition } from './position.ts'

/** What can be said of a recommendation, in the order in which it is told. */
export const recommendationFields = [
  'REPORT',
  'PARENT',
  'REFERENCE',
  'LOCAL_REFERENCE',
  'ORDINAL',
  'TITLE',
  'TEXT',
  'PLACE',
  'ADDRESSEE',
  'TIMESCALE',
  'DERIVATION',
  'ORIGINAL_COMPLETION_DATE',
  'REVISED_COMPLETION_DATE',
  'DUE_ON',
  'THEME',
  'OWNER',
  'RESPONSE_DUE',
  'RESPONSE',
  'DELIVERY',
  'ASSESSMENT_PROPOSED',
  'ASSESSMENT_AGREED',
  'INDEPENDENT_FINDING',
  'ASSESSMENTS_DIFFER',
  'SCHEDULE',
  'TRACKING',
  'CONCLUSION_REASON',
  'WITHHELD',
  'SUPERSEDED_BY',
  'MERGED_INTO',
  'RISK_ACCEPTED',
  'REVISION',
  'ACTION',
  'UPDATE',
  'EVIDENCE',
  'PROPOSAL',
  'ASSESSMENT',
  'RESPONSE_GIVEN',
  'FINDING',
  'STILL_NEEDED',
  'ESCALATION',
  'CONCLUSION',
  'REOPENING',
  'LINK',
  'DISSENT',
] as const
export type RecommendationField = (typeof recommendationFields)[number]
type Said = readonly Value<RecommendationField>[]
type Told = Telling<RecommendationState, RecommendationEvent, RecommendationField>

/** The day as on which it is told, and from how many days before it something is due soon. */
export type ToldOn = { readonly asAt: IsoDate; readonly dueSoonDays: number }

/** How a recommendation is told on a day; without one nothing is said that the calendar alone can change (`SCHEDULE`). */
export const recommendationTelling = (on: ToldOn | null): Told => ({
  initial: notIssued,
  evolve,
  values: (state) => valuesOf(state, on),
  saidByKey,
  follows,
})

/** What `entries` lists below; evidence has its tests beside it, which others say. */
const saidByKey: ReadonlySet<RecommendationField> = new Set<RecommendationField>([
  'UPDATE',
  'PROPOSAL',
  'ASSESSMENT',
  'RESPONSE_GIVEN',
  'FINDING',
  'STILL_NEEDED',
  'ESCALATION',
  'CONCLUSION',
  'REOPENING',
  'LINK',
  'DISSENT',
])

/** `position` needs a day; of a state told without one only its schedule is left out. */
const noDay: ToldOn = { asAt: '0001-01-01', dueSoonDays: 0 }

const valuesOf = (state: RecommendationState, on: ToldOn | null): Said => {
  const { asAt, dueSoonDays } = on ?? noDay
  const position = positionOf(state, asAt, { clocks: { dueSoonDays } })
  return [
    ...printed(state),
    ...said('ORIGINAL_COMPLETION_DATE', baselineOn(state)),
    ...said('REVISED_COMPLETION_DATE', state.record.revisedDate),
    ...said('DUE_ON', dueOn(state)),
    ...said('THEME', state.record.theme),
    ...state.record.owners.flatMap(({ owner, role, name, asPrinted }) =>
      said('OWNER', { owner, role, name, asPrinted }, `${role} ${owner}`),
    ),
    ...said('RESPONSE_DUE', state.record.responseRequired?.dueOn),
    ...axes(position, state.record),
    ...(on === null ? [] : said('SCHEDULE', position.schedule.state)),
    ...standing(state.record),
    ...onRecord(state.record),
  ]
}

const printed = (state: RecommendationState): Said => {
  if (state.kind === 'NOT_ISSUED') return []
  const facts = state.kind === 'ISSUED' ? state.issued : { ...state.listed, place: state.listed.listedIn }
  return [
    ...said('REPORT', facts.report),
    ...(state.kind === 'ISSUED' ? said('PARENT', state.issued.parent) : []),
    ...said('REFERENCE', facts.reference),
    ...said('LOCAL_REFERENCE', facts.localReference),
    ...said('ORDINAL', facts.ordinal),
    ...said('TITLE', facts.title),
    ...(state.kind === 'ISSUED' ? said('TEXT', state.issued.text) : []),
    ...said('PLACE', facts.place),
    ...said('ADDRESSEE', facts.addressee),
    ...(state.kind === 'ISSUED' ? [...said('TIMESCALE', state.issued.timescale), ...said('DERIVATION', state.issued.derivation)] : []),
  ]
}

const axes = ({ response, delivery, assessment }: RecommendationPosition, record: RecommendationRecord): Said => [
  ...said('RESPONSE', response),
  ...said('DELIVERY', delivery),
  ...said('ASSESSMENT_PROPOSED', contentOf(record.proposals.at(-1))),
  ...said('ASSESSMENT_AGREED', contentOf(record.assessments.at(-1))),
  ...said('INDEPENDENT_FINDING', assessment.independent),
  ...said('ASSESSMENTS_DIFFER', assessment.differs || null),
]

const standing = (record: RecommendationRecord): Said => [
  ...said('TRACKING', record.tracking),
  ...said('CONCLUSION_REASON', record.tracking === 'CONCLUDED' ? record.conclusions.at(-1)?.reason : null),
  ...said('WITHHELD', record.withheld?.reason),
  ...said('SUPERSEDED_BY', record.superseded?.by),
  ...said('MERGED_INTO', record.merged?.into),
  ...said('RISK_ACCEPTED', record.riskAccepted === null ? null : bare(record.riskAccepted)),
]

/** Everything recorded, entry by entry: an action and a revision by their own ids, the others by the entry's. */
const onRecord = (record: RecommendationRecord): Said => [
  ...record.revisions.flatMap((revision) => said('REVISION', revisionOf(revision), revision.requestId)),
  ...record.actions.flatMap((action) =>
    said('ACTION', { status: actionStatus(action), ...actionParts(action.planned), words: wordsOf(action) }, action.actionId),
  ),
  ...entries('UPDATE', record.updates),
  ...record.evidence.flatMap((one) =>
    said(
      'EVIDENCE',
      { ...bare(one), tests: record.evidenceTests.filter(({ evidenceId }) => evidenceId === one.evidenceId).map(bare) },
      one.eventId,
    ),
  ),
  ...entries('PROPOSAL', record.proposals),
  ...entries('ASSESSMENT', record.assessments),
  ...entries('RESPONSE_GIVEN', record.responses),
  ...entries('FINDING', record.findings),
  ...entries('STILL_NEEDED', record.stillNeeded),
  ...entries('ESCALATION', record.escalations),
  ...entries('CONCLUSION', record.conclusions),
  ...entries('REOPENING', record.reopenings),
  ...entries('LINK', record.links),
  ...entries('DISSENT', record.dissents),
]

const entries = (field: RecommendationField, list: readonly Entered[]): Said =>
  list.flatMap((entry) => said(field, bare(entry), entry.eventId))

/** An entry without its place in the log, which is its source and not what it says: the same object for the same entry, soon compared. */
const bare = (entry: Entered): object => {
  const known = saidBefore.get(entry) ?? withoutPlace(entry)
  saidBefore.set(entry, known)
  return known
}
const saidBefore = new WeakMap<Entered, object>()
const withoutPlace = ({
  eventId: _event,
  revision: _revision,
  principal: _principal,
  recordedBy: _by,
  policy: _policy,
  ...says
}: Entered): object => says

const contentOf = (assessment: (AssessmentContent & Entered) | undefined): object | null => {
  if (assessment === undefined) return null
  const { category, meaning, completedOn, anticipatedCompletionDate, obstacle } = assessment
  return { category, meaning, completedOn, anticipatedCompletionDate, obstacle }
}

const revisionOf = ({ requested, approved, refused }: RevisionOnRecord): object => ({
  status: approved === null ? (refused === null ? 'REQUESTED' : 'REFUSED') : 'APPROVED',
  date: approved?.date ?? requested?.date ?? null,
  reason: refused?.reason ?? requested?.reason ?? null,
})

type Action = RecommendationRecord['actions'][number]
const actionParts = (planned: Action['planned']): object => ({
  description: planned?.description ?? null,
  dueOn: planned?.dueOn ?? null,
  lead: planned?.lead ?? null,
})
const wordsOf = ({ abandoned, completed, progress }: Action): string | null =>
  abandoned?.reason ?? completed?.words ?? progress.at(-1)?.words ?? null

const follows = (state: RecommendationState, { field, value }: Value<RecommendationField>): ReturnType<NonNullable<Told['follows']>> => {
  const names = (...fields: readonly RecommendationField[]) => fields.map((each) => ({ field: each, key: '' }))
  switch (field) {
    case 'DUE_ON':
      return state.record.revisedDate === null ? names('ORIGINAL_COMPLETION_DATE') : names('REVISED_COMPLETION_DATE')
    case 'SCHEDULE':
      if (value === 'ENDED') return names('TRACKING')
      if (value === 'MET_ON_TIME' || value === 'MET_LATE') return names('ORIGINAL_COMPLETION_DATE', 'ASSESSMENT_AGREED')
      return names('DUE_ON', 'ORIGINAL_COMPLETION_DATE', 'REVISED_COMPLETION_DATE')
    case 'DELIVERY':
      return value === 'CLAIMED_COMPLETE' && !claimsComplete(state.record)
        ? state.record.actions.map(({ actionId }) => ({ field: 'ACTION' as const, key: actionId }))
        : []
    case 'ASSESSMENTS_DIFFER':
      return names('ASSESSMENT_PROPOSED', 'ASSESSMENT_AGREED', 'INDEPENDENT_FINDING')
    case 'CONCLUSION_REASON':
      return names('TRACKING')
    default:
      return []
  }
}

/** The newest claim says so, whatever the actions say. */
const claimsComplete = ({ updates }: RecommendationRecord): boolean => updates.findLast(({ claim }) => claim !== null)?.claim === 'COMPLETE'
