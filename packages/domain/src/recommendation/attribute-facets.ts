import type { RecommendationEvent, RecommendationEventType as EventType, RecommendationIssued, RecommendationListed } from './events.ts'
import type { Entered, RecommendationRecord, RecommendationState } from './state.ts'
import { attribute, type AttributeFacet, type Value } from '../kernel/provenance/attribute.ts'
import type { AttributeDay } from '../kernel/aggregate/define-aggregate.ts'
import type { RecommendationAttribute } from './attribute-names.ts'
import { actionOf, contentOf, exemptionSaid, completionDateRevisionOf, trackingValue } from './attribute-values.ts'
import { knownPart, withKnownParts, type KnownTo } from '../dates/date-precision.ts'
import type { IsoDate } from '../envelope.ts'
import { baselineOn, baselinePrecision, dueOn, duePrecision, openProposal } from './on-record.ts'
import { axesOf } from './position.ts'
import { respondentsOf } from './respondents.ts'
import { independentDirection } from './third-voice.ts'
import { agreedOf, conclusionOf, trackingOf } from './tracking.ts'
import { scheduleDatesOf, scheduleOn } from './schedule.ts'

type Values = readonly Value<RecommendationAttribute>[]
type Facet = AttributeFacet<RecommendationState, RecommendationEvent, RecommendationAttribute>
type ValuesOf = (record: RecommendationRecord, state: RecommendationState) => Values

/** Which attribute shows each field of the events that print it. Null: one that others show, or none. A field that is missing does not compile. */
const attributeOfField: Readonly<
  Record<keyof RecommendationIssued['data'] | keyof RecommendationListed['data'], RecommendationAttribute | null>
> = {
  report: 'REPORT',
  parent: 'PARENT',
  reference: 'REFERENCE',
  localReference: 'LOCAL_REFERENCE',
  ordinal: 'ORDINAL',
  title: 'TITLE',
  text: 'TEXT',
  textKind: 'TEXT_KIND',
  gravity: 'GRAVITY',
  place: 'PLACE',
  listedIn: 'PLACE',
  addressee: 'ADDRESSEE',
  timescale: 'TIMESCALE',
  derivation: 'DERIVATION',
  originalCompletionDate: null,
  publication: null,
}
const printedFields = Object.entries(attributeOfField).flatMap(([field, shownAs]) => (shownAs === null ? [] : [[field, shownAs] as const]))

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
const revising: readonly EventType[] = [
  'CompletionDateRevisionRequested',
  'CompletionDateRevisionApproved',
  'CompletionDateRevisionRefused',
  'RevisionRequestWithdrawn',
]
const proposing: readonly EventType[] = ['AssessmentProposed', 'ProposalWithdrawn']
const responding: readonly EventType[] = ['ResponseRequired', 'ResponseGiven', 'DraftPlanSent']
const reopening: readonly EventType[] = ['TrackingReopened']
/** These change which proposals and assessments are in force, too. */
const changingTracker: readonly EventType[] = [...following, ...reopening]

const facet = (
  fields: RecommendationAttribute | readonly RecommendationAttribute[],
  from: readonly EventType[],
  values: ValuesOf,
  each?: string,
): Facet => ({
  fields: typeof fields === 'string' ? [fields] : fields,
  from,
  values: (state) => values(state.record, state),
  ...(each !== undefined && { each }),
})

/** The attributes of a recommendation in display order, in facets, each with the event types that can affect it. */
export const facetsOn = (on: AttributeDay | null): readonly Facet[] => [...dated, ...(on === null ? [] : [scheduleOf(on)]), ...recorded]

const dated: readonly Facet[] = [
  facet([...new Set(printedFields.map(([, shownAs]) => shownAs))], printing, (_, state) => printed(state)),
  facet('ORIGINAL_COMPLETION_DATE', [...printing, 'CompletionDateAgreed', ...reopening], (_, state) =>
    attribute('ORIGINAL_COMPLETION_DATE', shownDate(baselineOn(state), baselinePrecision(state))),
  ),
  facet('REVISED_COMPLETION_DATE', ['CompletionDateRevisionApproved', ...reopening], ({ revisedDate, revisedPrecision }) =>
    attribute('REVISED_COMPLETION_DATE', shownDate(revisedDate, revisedPrecision)),
  ),
  facet('DUE_ON', [...printing, 'CompletionDateAgreed', 'CompletionDateRevisionApproved', ...reopening], (_, state) =>
    attribute('DUE_ON', shownDate(dueOn(state), duePrecision(state))),
  ),
  facet('AMENDED_WORDING', ['WordingAmended'], ({ amendments }) => attribute('AMENDED_WORDING', amendments.at(-1)?.wording)),
  facet('THEME', ['ThemeAssigned'], ({ theme }) => attribute('THEME', theme)),
  facet('OWNER', ['OwnerAssigned', 'OwnerTransferred', 'OwnerReleased'], ownersOf),
  facet('RESPONSE_DUE', responding, responsesDue, 'body'),
  facet('RESPONSE', responding, (_, state) => attribute('RESPONSE', axesOf(state).response)),
  {
    ...facet('DELIVERY', ['ProgressUpdated', ...actions, ...proposing, ...changingTracker], (_, state) =>
      attribute('DELIVERY', axesOf(state).delivery),
    ),
    heeds: ['claim', 'actionId', 'meaning', 'proposalId'],
  },
  facet('ASSESSMENT_PROPOSED', [...proposing, ...changingTracker], (record) =>
    attribute('ASSESSMENT_PROPOSED', contentOf(openProposal(record))),
  ),
  facet('ASSESSMENT_AGREED', [...assessing, ...changingTracker], (record) =>
    attribute('ASSESSMENT_AGREED', contentOf(agreedOf(record).assessment ?? undefined)),
  ),
  facet('INDEPENDENT_FINDING', ['VisitFindingLinked'], (record) => attribute('INDEPENDENT_FINDING', independentDirection(record))),
  facet('ASSESSMENTS_DIFFER', [...proposing, ...assessing, ...changingTracker, 'VisitFindingLinked'], (_, state) =>
    attribute('ASSESSMENTS_DIFFER', axesOf(state).assessment.differs || null),
  ),
]

const scheduleOf = ({ asAt, dueSoonDays }: AttributeDay): Facet =>
  facet('SCHEDULE', [...printing, 'CompletionDateAgreed', 'CompletionDateRevisionApproved', ...assessing, ...tracking], (_, state) =>
    attribute('SCHEDULE', scheduleOn(scheduleDatesOf(state), asAt, dueSoonDays).state),
  )

const recorded: readonly Facet[] = [
  facet(['TRACKING', 'CONCLUSION_REASON'], tracking, (record) => [
    ...attribute<RecommendationAttribute>('TRACKING', trackingOf(record)),
    ...attribute('CONCLUSION_REASON', conclusionOf(record)?.reason),
  ]),
  facet('TRACKED_BY', [...tracking, ...assessing], ({ trackedBy, dateSetBy }) =>
    trackedBy.flatMap((tracker) => attribute('TRACKED_BY', trackingValue(tracker, dateSetBy === tracker.committee), tracker.committee)),
  ),
  facet('EXEMPTION', ['ExemptionMarked', 'ExemptionReviewed', 'ExemptionEnded'], ({ exemption }) =>
    attribute('EXEMPTION', exemption && exemptionSaid(exemption)),
  ),
  facet('WITHHELD', ['RecommendationWithheld', 'RecommendationPublished'], ({ withheld }) => attribute('WITHHELD', withheld?.reason)),
  facet('SUPERSEDED_BY', ['RecommendationSuperseded'], ({ superseded }) => attribute('SUPERSEDED_BY', superseded?.by)),
  facet('MERGED_INTO', ['DuplicateMerged'], ({ merged }) => attribute('MERGED_INTO', merged?.into)),
  facet('RISK_ACCEPTED', ['RiskAccepted'], ({ riskAccepted }) =>
    attribute('RISK_ACCEPTED', riskAccepted === null ? null : bare(riskAccepted)),
  ),
  facet(
    'COMPLETION_DATE_REVISION',
    revising,
    (record) =>
      record.completionDateRevisions.flatMap((one) => attribute('COMPLETION_DATE_REVISION', completionDateRevisionOf(one), one.requestId)),
    'requestId',
  ),
  facet('ACTION', actions, (record) => record.actions.flatMap((one) => attribute('ACTION', actionOf(one), one.actionId)), 'actionId'),
  entries('UPDATE', ['ProgressUpdated'], ({ updates }) => updates),
  facet('EVIDENCE', ['EvidenceAttached', 'EvidenceTested'], evidenceOf, 'evidenceId'),
  facet('PROPOSAL', proposing, proposalsOf, 'proposalId'),
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
): Facet {
  return facet(name, from, (record) => listOf(record).flatMap((entry) => attribute(name, bare(entry), entry.eventId)), 'eventId')
}

function printed(state: RecommendationState): Values {
  if (state.kind === 'NOT_ISSUED') return []
  const facts: Readonly<Record<string, unknown>> = state.kind === 'ISSUED' ? state.issued : state.listed
  return printedFields.flatMap(([field, shownAs]) => attribute(shownAs, facts[field]))
}

function ownersOf({ owners }: RecommendationRecord): Values {
  return owners.flatMap(({ owner, role, name, asPrinted }) => attribute('OWNER', { owner, role, name, asPrinted }, `${role} ${owner}`))
}

/** Of each body that was asked, under its id. */
function responsesDue(record: RecommendationRecord): Values {
  return respondentsOf(record).flatMap(({ body, name, notice, draftSentOn }) =>
    attribute('RESPONSE_DUE', notice && { name, dueOn: notice.dueOn, draftDueOn: notice.draft?.dueOn ?? null, draftSentOn }, body),
  )
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
  precisions,
  ...says
}: Entered): object => withKnownParts(says, precisions)

const shownDate = (date: IsoDate | null, precision: KnownTo): string | null => date && knownPart(date, precision)
