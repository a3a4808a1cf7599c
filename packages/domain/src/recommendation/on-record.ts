import { trackerOf, trackersOf, trackingOf } from './tracking.ts'
import { allToTheDay, precisionOf, type KnownTo } from '../dates/date-precision.ts'
import type { Actor, IsoDate, Principal } from '../envelope.ts'
import type { EntryCorrected } from '../kernel/events/entry-corrected.ts'
import type { ActionOnRecord, Entered, Entry, RecommendationRecord, RecommendationState, CompletionDateRevisionOnRecord } from './state.ts'

/** On whose behalf an entry was recorded: the named principal, or else the person who typed it. */
export const principalOf = (actor: Actor): Principal => actor.onBehalfOf ?? { kind: 'person', id: actor.id }

/**
 * The original completion date, or the first date agreed for an undated item, also by reopening it. Neither an approved extension nor
 * another reopening moves it.
 */
export const baselineOn = (state: RecommendationState): IsoDate | null => {
  const original = state.kind === 'ISSUED' ? state.issued.originalCompletionDate : null
  return original ?? firstAgreed(state.record)
}

/** How exactly that date is known: of the original date, as the report prints it. */
export const baselinePrecision = (state: RecommendationState): KnownTo => {
  if (state.kind === 'ISSUED' && state.issued.originalCompletionDate !== null)
    return state.issued.derivation.rule === 'byMonth' ? (state.issued.timescale.datePrecision ?? 'DAY') : 'DAY'
  const { agreedDate, reopenings } = state.record
  const date = firstAgreed(state.record)
  if (agreedDate !== null && agreedDate.date === date) return precisionOf(agreedDate.precisions, 'date')
  return precisionOf(reopenings.find(({ newDate }) => newDate === date)?.precisions ?? allToTheDay, 'newDate')
}

const firstAgreed = ({ agreedDate, reopenings }: RecommendationRecord): IsoDate | null => {
  const reopened = reopenings.find(({ newDate }) => typeof newDate === 'string')
  if (agreedDate === null || reopened === undefined) return agreedDate?.date ?? reopened?.newDate ?? null
  return isBefore(reopened, agreedDate) ? reopened.newDate : agreedDate.date
}

const isBefore = (a: Entered, b: Entered): boolean =>
  a.effectiveOn === b.effectiveOn ? a.revision < b.revision : a.effectiveOn < b.effectiveOn

/** The date to be met now: the approved revised one, else the baseline. */
export const dueOn = (state: RecommendationState): IsoDate | null => state.record.revisedDate ?? baselineOn(state)

export const duePrecision = (state: RecommendationState): KnownTo =>
  state.record.revisedDate === null ? baselinePrecision(state) : state.record.revisedPrecision

/** The recommendations in which this one continues, as its own record has them: merged, superseded or concluded as superseded. Empty if it continues in none. */
export const successorsOf = (record: RecommendationRecord): readonly string[] =>
  [record.merged?.into, record.superseded?.by, concludedBy(record)].filter((other) => typeof other === 'string')

/** The recommendation that replaces it, or null. A conclusion that was followed by a reopening does not count. */
export const supersededBy = (record: RecommendationRecord): string | null => record.superseded?.by ?? concludedBy(record)

const concludedBy = (record: RecommendationRecord): string | null =>
  trackingOf(record) === 'CONCLUDED'
    ? (trackersOf(record)
        .map(({ conclusion }) => conclusion?.supersededBy)
        .find((other) => other != null) ?? null)
    : null

/** Whether somebody is still accountable without this owner. A delivering body is not accountable; every other owner is. */
export const leavesSomebody = (leaving: string | null, { owners }: RecommendationRecord): boolean =>
  owners.some(({ owner, role }) => owner !== leaving && role !== 'DELIVERING_BODY')

type Proposal = RecommendationRecord['proposals'][number]

/** The newest proposal that was not withdrawn and was made since this committee (or any committee) last reopened the recommendation. */
export const openProposal = (record: RecommendationRecord, committee: string | null = null): Proposal | undefined =>
  record.proposals.slice(setAside(record, committee)).findLast(({ proposalId }) => !isWithdrawn(proposalId, record))

export const isSetAside = (proposal: string, record: RecommendationRecord, committee: string | null): boolean =>
  record.proposals.slice(0, setAside(record, committee)).some(({ proposalId }) => proposalId === proposal)

/** How many of the first proposals were set aside by a reopening: for one committee, or for all that track it. */
const setAside = (record: RecommendationRecord, committee: string | null): number => {
  if (committee !== null) return trackerOf(record, committee)?.proposalsSetAside ?? 0
  const trackers = trackersOf(record)
  return trackers.length === 0 ? 0 : Math.min(...trackers.map(({ proposalsSetAside }) => proposalsSetAside))
}

export const isWithdrawn = (proposal: string, { proposalsWithdrawn }: RecommendationRecord): boolean =>
  proposalsWithdrawn.some(({ proposalId }) => proposalId === proposal)

/** Whether a committee has decided on it, or any has. */
export const isDecided = (proposal: string, { assessments }: RecommendationRecord, committee: string | null): boolean =>
  assessments.some(
    ({ proposalId, insteadOf, decision }) =>
      (proposalId === proposal || insteadOf === proposal) && (committee === null || decision.committee === committee),
  )

export type CompletionDateRevisionStatus = 'REQUESTED' | 'APPROVED' | 'REFUSED' | 'WITHDRAWN'
export const completionDateRevisionStatus = ({
  approved,
  refused,
  withdrawn,
}: CompletionDateRevisionOnRecord): CompletionDateRevisionStatus => {
  if (approved !== null) return 'APPROVED'
  if (refused !== null) return 'REFUSED'
  return withdrawn === null ? 'REQUESTED' : 'WITHDRAWN'
}

/** The date and the lead that it has now: as planned, or as changed since. */
export const actionDueOn = ({ planned, changes }: ActionOnRecord): IsoDate | null =>
  changes.findLast(({ dueOn: on }) => on !== null)?.dueOn ?? planned?.dueOn ?? null
export const actionDuePrecision = ({ planned, changes }: ActionOnRecord): KnownTo =>
  precisionOf((changes.findLast(({ dueOn: on }) => on !== null) ?? planned)?.precisions ?? allToTheDay, 'dueOn')
export const actionLead = ({ planned, changes }: ActionOnRecord): string | null =>
  changes.findLast(({ lead }) => lead !== null)?.lead ?? planned?.lead ?? null

export type ActionStatus = 'PLANNED' | 'STARTED' | 'COMPLETED' | 'ABANDONED'
export const actionStatus = (action: ActionOnRecord): ActionStatus => {
  if (action.abandoned !== null) return 'ABANDONED'
  if (action.completed !== null) return 'COMPLETED'
  return action.started !== null || action.progress.length > 0 ? 'STARTED' : 'PLANNED'
}

/** Every id that an entry has introduced in this stream. */
export const idsOnRecord = (record: RecommendationRecord): readonly string[] => [
  ...record.completionDateRevisions.map((revision) => revision.requestId),
  ...record.actions.map((action) => action.actionId),
  ...record.updates.map((update) => update.updateId),
  ...record.evidence.map((evidence) => evidence.evidenceId),
  ...record.proposals.map((proposal) => proposal.proposalId),
  ...record.links.map((link) => link.linkId),
]

/**
 * The eventIds of proposals, committee assessments and conclusions that used a completion date which was corrected later or is in doubt.
 * They are flagged and not decided again.
 */
export const assessedBeforeBaselineCorrection = (state: RecommendationState, isInDoubt = false): readonly string[] => {
  const { agreedDate, corrections, proposals, assessments, conclusions } = state.record
  const baseline = [state.kind === 'ISSUED' ? state.issued.eventId : null, agreedDate?.eventId]
  const moved = corrections.filter((correction) => movesDate(correction) && baseline.includes(correctedBy(correction, corrections)))
  const last = isInDoubt ? Infinity : Math.max(-1, ...moved.map((correction) => correction.revision))
  const resting = conclusions.filter(({ reason }) => reason === 'ACHIEVED' || reason === 'OBSTACLE')
  return [...proposals, ...assessments, ...resting].filter(({ revision }) => revision < last).map(({ eventId }) => eventId)
}

type Correction = Entry<EntryCorrected>

/** The entry that is finally corrected, if a correction corrects another correction. */
const correctedBy = ({ entry, revision }: Correction, corrections: readonly Correction[]): string => {
  const earlier = corrections.find((correction) => correction.eventId === entry && correction.revision < revision)
  return earlier === undefined ? entry : correctedBy(earlier, corrections)
}

const movesDate = ({ change }: Correction): boolean =>
  change.kind === 'REPLACE' && ['originalCompletionDate', 'date', 'change'].some((field) => Object.hasOwn(change.fields, field))

/** The day since which it is on record; null where it is not. */
export const sinceOf = (state: RecommendationState): IsoDate | null => {
  if (state.kind === 'NOT_ISSUED') return null
  return state.kind === 'ISSUED' ? state.issued.effectiveOn : state.listed.effectiveOn
}
