import type { RecommendationEvent, RecommendationEventType as EventType } from './events.ts'
import type { Entered, RecommendationRecord, RecommendationState } from './state.ts'
import { attribute, type AttributePart, type Value } from '../kernel/provenance/attribute.ts'
import type { AttributeDay } from '../kernel/aggregate/define-aggregate.ts'
import type { RecommendationAttribute } from './attribute-names.ts'
import { actionOf, contentOf, exemptionSaid, revisionOf, trackingValue } from './attribute-values.ts'
import { baselineOn, dueOn, openProposal } from './on-record.ts'
import { axesOf } from './position.ts'
import { respondentsOf } from './respondents.ts'
import { independentDirection } from './third-voice.ts'
import { agreedOf, conclusionOf, trackingOf } from './tracking.ts'
import { scheduleDatesOf, scheduleOn } from './schedule.ts'

type Values = readonly Value<RecommendationAttribute>[]
type Part = AttributePart<RecommendationState, RecommendationEvent, RecommendationAttribute>
type ValuesOf = (record: RecommendationRecord, state: RecommendationState) => Values

const printedFields: readonly RecommendationAttribute[] = [
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
  'GRAVITY',
]

const printing: readonly EventType[] = ['RecommendationIssued', 'RecommendationListed']
const assessing: readonly EventType[] = ['AssessmentAgreed', 'CommitteeAssessmentMade']
const following: readonly EventType[] = ['TrackingTakenOn', 'TrackingHandedOver']
const tracking: readonly EventType[] = [...following, 'TrackingConcluded', 'TrackingReopened']
const actions: readonly EventType[] = [
  'ActionPlanned',
  'ActionChanged',
  'ActionStarted',
  'ActionProgressed',
  'ActionCompleted',
  'ActionAbandoned',
]
const revisions: readonly EventType[] = [
  'CompletionDateRevisionRequested',
  'CompletionDateRevisionApproved',
  'CompletionDateRevisionRefused',
  'RevisionRequestWithdrawn',
]
const proposing: readonly EventType[] = ['AssessmentProposed', 'ProposalWithdrawn']
const responding: readonly EventType[] = ['ResponseRequired', 'ResponseGiven']
const reopening: readonly EventType[] = ['TrackingReopened']
/** What stands as proposed or agreed changes with who follows it, too. */
const standing: readonly EventType[] = [...following, ...reopening]

const part = (
  fields: RecommendationAttribute | readonly RecommendationAttribute[],
  from: readonly EventType[],
  values: ValuesOf,
  each?: string,
): Part => ({
  fields: typeof fields === 'string' ? [fields] : fields,
  from,
  values: (state) => values(state.record, state),
  ...(each !== undefined && { each }),
})

/** The attributes of a recommendation in display order, in parts, each with the event types that can affect it. */
export const partsOn = (on: AttributeDay | null): readonly Part[] => [...dated, ...(on === null ? [] : [scheduleOf(on)]), ...recorded]

const dated: readonly Part[] = [
  part(printedFields, printing, (_, state) => printed(state)),
  part('ORIGINAL_COMPLETION_DATE', [...printing, 'CompletionDateAgreed', ...reopening], (_, state) =>
    attribute('ORIGINAL_COMPLETION_DATE', baselineOn(state)),
  ),
  part('REVISED_COMPLETION_DATE', ['CompletionDateRevisionApproved', ...reopening], ({ revisedDate }) =>
    attribute('REVISED_COMPLETION_DATE', revisedDate),
  ),
  part('DUE_ON', [...printing, 'CompletionDateAgreed', 'CompletionDateRevisionApproved', ...reopening], (_, state) =>
    attribute('DUE_ON', dueOn(state)),
  ),
  part('AMENDED_WORDING', ['WordingAmended'], ({ amendments }) => attribute('AMENDED_WORDING', amendments.at(-1)?.wording)),
  part('THEME', ['ThemeAssigned'], ({ theme }) => attribute('THEME', theme)),
  part('OWNER', ['OwnerAssigned', 'OwnerTransferred', 'OwnerReleased'], ownersOf),
  part('RESPONSE_DUE', responding, responsesDue, 'body'),
  part('RESPONSE', responding, (_, state) => attribute('RESPONSE', axesOf(state).response)),
  {
    ...part('DELIVERY', ['ProgressUpdated', ...actions, ...proposing, ...standing], (_, state) =>
      attribute('DELIVERY', axesOf(state).delivery),
    ),
    heeds: ['claim', 'actionId', 'meaning', 'proposalId'],
  },
  part('ASSESSMENT_PROPOSED', [...proposing, ...standing], (record) => attribute('ASSESSMENT_PROPOSED', contentOf(openProposal(record)))),
  part('ASSESSMENT_AGREED', [...assessing, ...standing], (record) =>
    attribute('ASSESSMENT_AGREED', contentOf(agreedOf(record).assessment ?? undefined)),
  ),
  part('INDEPENDENT_FINDING', ['VisitFindingLinked'], (record) => attribute('INDEPENDENT_FINDING', independentDirection(record))),
  part('ASSESSMENTS_DIFFER', [...proposing, ...assessing, ...standing, 'VisitFindingLinked'], (_, state) =>
    attribute('ASSESSMENTS_DIFFER', axesOf(state).assessment.differs || null),
  ),
]

const scheduleOf = ({ asAt, dueSoonDays }: AttributeDay): Part =>
  part('SCHEDULE', [...printing, 'CompletionDateAgreed', 'CompletionDateRevisionApproved', ...assessing, ...tracking], (_, state) =>
    attribute('SCHEDULE', scheduleOn(scheduleDatesOf(state), asAt, dueSoonDays).state),
  )

const recorded: readonly Part[] = [
  part(['TRACKING', 'CONCLUSION_REASON'], tracking, (record) => [
    ...attribute<RecommendationAttribute>('TRACKING', trackingOf(record)),
    ...attribute('CONCLUSION_REASON', conclusionOf(record)?.reason),
  ]),
  part('TRACKED_BY', [...tracking, ...assessing], ({ trackedBy, dateSetBy }) =>
    trackedBy.flatMap((tracker) => attribute('TRACKED_BY', trackingValue(tracker, dateSetBy === tracker.committee), tracker.committee)),
  ),
  part('EXEMPTION', ['ExemptionMarked', 'ExemptionReviewed', 'ExemptionEnded'], ({ exemption }) =>
    attribute('EXEMPTION', exemption && exemptionSaid(exemption)),
  ),
  part('WITHHELD', ['RecommendationWithheld', 'RecommendationPublished'], ({ withheld }) => attribute('WITHHELD', withheld?.reason)),
  part('SUPERSEDED_BY', ['RecommendationSuperseded'], ({ superseded }) => attribute('SUPERSEDED_BY', superseded?.by)),
  part('MERGED_INTO', ['DuplicateMerged'], ({ merged }) => attribute('MERGED_INTO', merged?.into)),
  part('RISK_ACCEPTED', ['RiskAccepted'], ({ riskAccepted }) =>
    attribute('RISK_ACCEPTED', riskAccepted === null ? null : bare(riskAccepted)),
  ),
  part(
    'REVISION',
    revisions,
    (record) => record.revisions.flatMap((one) => attribute('REVISION', revisionOf(one), one.requestId)),
    'requestId',
  ),
  part('ACTION', actions, (record) => record.actions.flatMap((one) => attribute('ACTION', actionOf(one), one.actionId)), 'actionId'),
  entries('UPDATE', ['ProgressUpdated'], ({ updates }) => updates),
  part('EVIDENCE', ['EvidenceAttached', 'EvidenceTested'], evidenceOf, 'evidenceId'),
  part('PROPOSAL', proposing, proposalsOf, 'proposalId'),
  entries('ASSESSMENT', assessing, ({ assessments }) => assessments),
  entries('RESPONSE_GIVEN', ['ResponseGiven'], ({ responses }) => responses),
  entries('FINDING', ['VisitFindingLinked'], ({ findings }) => findings),
  entries('STILL_NEEDED', ['StillNeededRecorded'], ({ stillNeeded }) => stillNeeded),
  entries('ESCALATION', ['EscalatedTo'], ({ escalations }) => escalations),
  entries('CONCLUSION', ['TrackingConcluded'], ({ conclusions }) => conclusions),
  entries('REOPENING', ['TrackingReopened'], ({ reopenings }) => reopenings),
  entries('LINK', ['RecommendationLinked'], ({ links }) => links),
  entries('DISSENT', ['DissentRecorded'], ({ dissents }) => dissents),
]

/** A list of entries, each of which says one value under its own id. */
function entries(
  name: RecommendationAttribute,
  from: readonly EventType[],
  listOf: (record: RecommendationRecord) => readonly Entered[],
): Part {
  return part(name, from, (record) => listOf(record).flatMap((entry) => attribute(name, bare(entry), entry.eventId)), 'eventId')
}

function printed(state: RecommendationState): Values {
  if (state.kind === 'NOT_ISSUED') return []
  const facts = state.kind === 'ISSUED' ? state.issued : { ...state.listed, place: state.listed.listedIn }
  const issued = state.kind === 'ISSUED' ? state.issued : null
  return [
    ...attribute<RecommendationAttribute>('REPORT', facts.report),
    ...attribute('PARENT', issued?.parent),
    ...attribute('REFERENCE', facts.reference),
    ...attribute('LOCAL_REFERENCE', facts.localReference),
    ...attribute('ORDINAL', facts.ordinal),
    ...attribute('TITLE', facts.title),
    ...attribute('TEXT', issued?.text),
    ...attribute('GRAVITY', issued?.gravity),
    ...attribute('PLACE', facts.place),
    ...attribute('ADDRESSEE', facts.addressee),
    ...attribute('TIMESCALE', issued?.timescale),
    ...attribute('DERIVATION', issued?.derivation),
  ]
}

function ownersOf({ owners }: RecommendationRecord): Values {
  return owners.flatMap(({ owner, role, name, asPrinted }) => attribute('OWNER', { owner, role, name, asPrinted }, `${role} ${owner}`))
}

/** Of each body that was asked, under its id. */
function responsesDue(record: RecommendationRecord): Values {
  return respondentsOf(record).flatMap(({ body, name, notice }) => attribute('RESPONSE_DUE', notice && { name, dueOn: notice.dueOn }, body))
}

function evidenceOf({ evidence, evidenceTests }: RecommendationRecord): Values {
  const tests = Map.groupBy(evidenceTests, ({ evidenceId }) => evidenceId)
  return evidence.flatMap((one) => attribute('EVIDENCE', { ...bare(one), tests: (tests.get(one.evidenceId) ?? []).map(bare) }, one.eventId))
}

function proposalsOf({ proposals, proposalsWithdrawn }: RecommendationRecord): Values {
  const withdrawn = new Map(proposalsWithdrawn.map((one) => [one.proposalId, one.reason]))
  return proposals.flatMap((one) => {
    const reason = withdrawn.get(one.proposalId)
    return attribute('PROPOSAL', reason === undefined ? bare(one) : { ...bare(one), withdrawn: reason }, one.eventId)
  })
}

/** An entry without its place in the log, which is its source and not what it says: the same object for the same entry, soon compared. */
const bare = (entry: Entered): object => {
  const known = contentByEntry.get(entry) ?? withoutPlace(entry)
  contentByEntry.set(entry, known)
  return known
}
const contentByEntry = new WeakMap<Entered, object>()
const withoutPlace = ({
  eventId: _event,
  revision: _revision,
  principal: _principal,
  recordedBy: _by,
  policy: _policy,
  ...says
}: Entered): object => says
