import type { CommitteeAssessment, CommitteeTracking, RecommendationRecord } from './state.ts'

/** NOT_TRACKED: no committee follows it, or whichever did handed it to none. */
export type TrackingPosition = 'NOT_TRACKED' | 'OPEN' | 'CONCLUDED'

/** The committees that follow it or concluded it; one that handed it over does not count. */
export const trackersOf = ({ trackedBy }: RecommendationRecord): readonly CommitteeTracking[] =>
  trackedBy.filter(({ tracking }) => tracking !== 'HANDED_OVER')

/** How a committee follows it; undefined where it does not, or not any more. */
export const trackerOf = (record: RecommendationRecord, committee: string): CommitteeTracking | undefined =>
  trackersOf(record).find((tracker) => tracker.committee === committee)

/** Open while any committee follows it: the conclusion of one does not end the tracking of another. */
export const trackingOf = (record: RecommendationRecord): TrackingPosition => {
  const trackers = trackersOf(record)
  if (trackers.length === 0) return 'NOT_TRACKED'
  return trackers.some(({ tracking }) => tracking === 'OPEN') ? 'OPEN' : 'CONCLUDED'
}

/** The committee that sets the completion date: whether it was met follows its assessments. */
export const dateSetterOf = (record: RecommendationRecord): CommitteeTracking | undefined =>
  record.dateSetBy === null ? undefined : trackerOf(record, record.dateSetBy)

/** With what it was concluded as a whole: as the committee that sets the date did, else as the first. Null while it is open anywhere. */
export const conclusionOf = (record: RecommendationRecord): CommitteeTracking['conclusion'] =>
  trackingOf(record) === 'CONCLUDED'
    ? (dateSetterOf(record)?.conclusion ?? trackersOf(record).find(({ conclusion }) => conclusion !== null)?.conclusion ?? null)
    : null

export type Agreed = {
  /** What the committees that assessed it agree on; null where there is nothing, or where they do not. */
  readonly assessment: CommitteeAssessment | null
  readonly committeesDiffer: boolean
}

/** Committees that have assessed it agree where they chose the same category. */
export const agreedOf = (record: RecommendationRecord): Agreed => {
  const inForce = effectiveAssessmentsOf(record)
  const first = dateSetterOf(record)?.assessment ?? inForce[0] ?? null
  const committeesDiffer = inForce.some(({ category }) => category !== first?.category)
  return { assessment: committeesDiffer ? null : first, committeesDiffer }
}

/** The newest assessment of each committee that has one since it last reopened it. */
export const effectiveAssessmentsOf = (record: RecommendationRecord): readonly CommitteeAssessment[] =>
  trackersOf(record).flatMap(({ assessment }) => assessment ?? [])
