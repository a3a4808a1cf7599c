import type { IsoDate } from '../envelope.ts'
import type { RecommendationEvent } from './events.ts'
import type { AssessmentContent } from './event-parts.ts'
import type { Entered, RecommendationRecord, RecommendationState, RevisionOnRecord } from './state.ts'
import { attribute, type AttributeReader, type Value } from '../kernel/provenance/attribute.ts'
import { actionStatus, baselineOn, dueOn } from './on-record.ts'
import { notIssued } from './state.ts'
import { evolve } from './evolve.ts'
import { positionOf, type RecommendationPosition } from './position.ts'

/** What can be said of a recommendation, in the order in which it is told. */
export const recommendationAttributeNames = [
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
export type RecommendationAttribute = (typeof recommendationAttributeNames)[number]
type Values = readonly Value<RecommendationAttribute>[]
type Reader = AttributeReader<RecommendationState, RecommendationEvent, RecommendationAttribute>

/** The day as on which it is told, and from how many days before it something is due soon. */
export type AsOf = { readonly asAt: IsoDate; readonly dueSoonDays: number }

/** How a recommendation is told on a day; without one nothing is said that the calendar alone can change (`SCHEDULE`). */
export const recommendationAttributes = (on: AsOf | null): Reader => ({
  initial: notIssued,
  evolve,
  values: (state) => valuesOf(state, on),
  statedByEntry,
  inputsOf,
})

/** What `entries` lists below; evidence has its tests beside it, which others say. */
const statedByEntry: ReadonlySet<RecommendationAttribute> = new Set<RecommendationAttribute>([
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
const noDay: AsOf = { asAt: '0001-01-01', dueSoonDays: 0 }

const valuesOf = (state: RecommendationState, on: AsOf | null): Values => {
  const { asAt, dueSoonDays } = on ?? noDay
  const position = positionOf(state, asAt, { clocks: { dueSoonDays } })
  return [
    ...printed(state),
    ...attribute('ORIGINAL_COMPLETION_DATE', baselineOn(state)),
    ...attribute('REVISED_COMPLETION_DATE', state.record.revisedDate),
    ...attribute('DUE_ON', dueOn(state)),
    ...attribute('THEME', state.record.theme),
    ...state.record.owners.flatMap(({ owner, role, name, asPrinted }) =>
      attribute('OWNER', { owner, role, name, asPrinted }, `${role} ${owner}`),
    ),
    ...attribute('RESPONSE_DUE', state.record.responseRequired?.dueOn),
    ...axes(position, state.record),
    ...(on === null ? [] : attribute('SCHEDULE', position.schedule.state)),
    ...standing(state.record),
    ...onRecord(state.record),
  ]
}

const printed = (state: RecommendationState): Values => {
  if (state.kind === 'NOT_ISSUED') return []
  const facts = state.kind === 'ISSUED' ? state.issued : { ...state.listed, place: state.listed.listedIn }
  return [
    ...attribute('REPORT', facts.report),
    ...(state.kind === 'ISSUED' ? attribute('PARENT', state.issued.parent) : []),
    ...attribute('REFERENCE', facts.reference),
    ...attribute('LOCAL_REFERENCE', facts.localReference),
    ...attribute('ORDINAL', facts.ordinal),
    ...attribute('TITLE', facts.title),
    ...(state.kind === 'ISSUED' ? attribute('TEXT', state.issued.text) : []),
    ...attribute('PLACE', facts.place),
    ...attribute('ADDRESSEE', facts.addressee),
    ...(state.kind === 'ISSUED'
      ? [...attribute('TIMESCALE', state.issued.timescale), ...attribute('DERIVATION', state.issued.derivation)]
      : []),
  ]
}

const axes = ({ response, delivery, assessment }: RecommendationPosition, record: RecommendationRecord): Values => [
  ...attribute('RESPONSE', response),
  ...attribute('DELIVERY', delivery),
  ...attribute('ASSESSMENT_PROPOSED', contentOf(record.proposals.at(-1))),
  ...attribute('ASSESSMENT_AGREED', contentOf(record.assessments.at(-1))),
  ...attribute('INDEPENDENT_FINDING', assessment.independent),
  ...attribute('ASSESSMENTS_DIFFER', assessment.differs || null),
]

const standing = (record: RecommendationRecord): Values => [
  ...attribute('TRACKING', record.tracking),
  ...attribute('CONCLUSION_REASON', record.tracking === 'CONCLUDED' ? record.conclusions.at(-1)?.reason : null),
  ...attribute('WITHHELD', record.withheld?.reason),
  ...attribute('SUPERSEDED_BY', record.superseded?.by),
  ...attribute('MERGED_INTO', record.merged?.into),
  ...attribute('RISK_ACCEPTED', record.riskAccepted === null ? null : bare(record.riskAccepted)),
]

/** Everything recorded, entry by entry: an action and a revision by their own ids, the others by the entry's. */
const onRecord = (record: RecommendationRecord): Values => [
  ...record.revisions.flatMap((revision) => attribute('REVISION', revisionOf(revision), revision.requestId)),
  ...record.actions.flatMap((action) =>
    attribute('ACTION', { status: actionStatus(action), ...actionParts(action.planned), words: wordsOf(action) }, action.actionId),
  ),
  ...entries('UPDATE', record.updates),
  ...record.evidence.flatMap((one) =>
    attribute(
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

const entries = (field: RecommendationAttribute, list: readonly Entered[]): Values =>
  list.flatMap((entry) => attribute(field, bare(entry), entry.eventId))

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

const inputsOf = (
  state: RecommendationState,
  { field, value }: Value<RecommendationAttribute>,
): ReturnType<NonNullable<Reader['inputsOf']>> => {
  const names = (...fields: readonly RecommendationAttribute[]) => fields.map((each) => ({ field: each, key: '' }))
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
