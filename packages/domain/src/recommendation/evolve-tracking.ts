import type { CommitteeAssessment, CommitteeTracking, Entered, Entry, RecommendationRecord as Rec } from './state.ts'
import type * as Events from './events.ts'
import type { DecisionRef } from './event-parts.ts'
import { precisionOf } from '../dates/date-precision.ts'
import { trackerOf } from './tracking.ts'

type Change = Partial<Rec>
type Decided = { readonly decision: DecisionRef }

/** A committee that follows it already goes on as it does. */
export const takenOn = (record: Rec, { decision, ...since }: Entered & Decided): Change => {
  const { committee, committeeName } = decision
  if (trackerOf(record, committee) !== undefined) return {}
  const tracker: CommitteeTracking = {
    committee,
    committeeName,
    since,
    tracking: 'OPEN',
    handedTo: null,
    assessment: null,
    proposalsSetAside: 0,
    conclusion: null,
  }
  return { trackedBy: withTracker(record, tracker), dateSetBy: record.dateSetBy ?? committee }
}

/** The other goes on from where this one stands; one that follows it itself goes on as it does. */
export const handedOver = (record: Rec, { decision, to, toName, reason: _reason, ...since }: Entry<Events.TrackingHandedOver>): Change => {
  const from = trackerOf(record, decision.committee)
  if (from === undefined) return {}
  const next = trackerOf(record, to) ?? { ...from, committee: to, committeeName: toName, since }
  const left = withTracker(record, { ...from, tracking: 'HANDED_OVER', handedTo: to })
  return {
    trackedBy: withTracker({ ...record, trackedBy: left }, next),
    dateSetBy: record.dateSetBy === from.committee ? to : record.dateSetBy,
  }
}

export const assessed = (record: Rec, assessment: CommitteeAssessment): Change => ({
  assessments: [...record.assessments, assessment],
  ...tracked(record, assessment, { assessment }),
})

export const concluded = (record: Rec, entry: Entry<Events.TrackingConcluded>): Change => ({
  conclusions: [...record.conclusions, entry],
  ...tracked(record, entry, { tracking: 'CONCLUDED', conclusion: entry }),
})

/** What was proposed and assessed before it stands no more for this committee. */
export const reopened = (record: Rec, entry: Entry<Events.TrackingReopened>): Change => ({
  reopenings: [...record.reopenings, entry],
  revisedDate: entry.newDate ?? record.revisedDate,
  revisedPrecision: entry.newDate === null ? record.revisedPrecision : precisionOf(entry.precisions, 'newDate'),
  ...tracked(record, entry, { tracking: 'OPEN', assessment: null, conclusion: null, proposalsSetAside: record.proposals.length }),
})

/** A change of how the committee of a decision follows it; nothing where it does not. */
const tracked = (record: Rec, { decision }: Decided, change: Partial<CommitteeTracking>): Change => {
  const tracker = trackerOf(record, decision.committee)
  return tracker === undefined ? {} : { trackedBy: withTracker(record, { ...tracker, ...change }) }
}

/** In the place that the committee has, or at the end. */
const withTracker = ({ trackedBy }: Rec, tracker: CommitteeTracking): readonly CommitteeTracking[] =>
  trackedBy.some(({ committee }) => committee === tracker.committee)
    ? trackedBy.map((one) => (one.committee === tracker.committee ? tracker : one))
    : [...trackedBy, tracker]
