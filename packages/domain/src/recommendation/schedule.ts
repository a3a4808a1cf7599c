import type { IsoDate } from '../envelope.ts'
import type { CommitteeAssessment, RecommendationState } from './state.ts'
import { firstDayOf, precisionOf } from '../dates/date-precision.ts'
import { daysBetween } from '../dates/day-number.ts'
import { isAchieved } from './categories.ts'
import { baselineOn, dueOn } from './on-record.ts'
import { dateSetterOf } from './tracking.ts'

export type ScheduleState = 'UNDATED' | 'NOT_DUE' | 'DUE_SOON' | 'OVERDUE' | 'MET_ON_TIME' | 'MET_LATE' | 'ENDED'

/** The dates that the schedule of any day follows from: what a read model stores. */
export type ScheduleDates = {
  /** The original date, or the date first agreed for an undated item: what "met" and slippage are judged against. */
  readonly baselineOn: IsoDate | null
  /** The approved revised date, else the baseline: what "overdue" counts from. */
  readonly dueOn: IsoDate | null
  /** An assessment of 1 or 2 of the committee that sets the date stands. */
  readonly achieved: boolean
  /** Its completion date; null too for an undated 1 without one. */
  readonly completedOn: IsoDate | null
  /** The first day on which it can have been completed: the same where that is known to the day. */
  readonly completedFrom: IsoDate | null
  /** Concluded by that committee without a 1 or 2. */
  readonly ended: boolean
}

export type SchedulePosition = {
  readonly state: ScheduleState
  /** Only when OVERDUE, from 1. */
  readonly daysOverdue: number | null
  /** Only when NOT_DUE or DUE_SOON, from 0. */
  readonly daysUntilDue: number | null
  /** Days from the baseline to the actual or current date, while overdue to the day itself: then it grows daily. Null while undated. */
  readonly slippageDays: number | null
  readonly dueOn: IsoDate | null
}

/** By the assessments of the committee that sets the date. What the schedule follows from, free of the day on which it is asked. */
export const scheduleDatesOf = (state: RecommendationState): ScheduleDates => {
  const setter = dateSetterOf(state.record)
  const assessment = setter?.assessment ?? null
  const achieved = assessment !== null && isAchieved(assessment.meaning)
  return {
    baselineOn: baselineOn(state),
    dueOn: dueOn(state),
    achieved,
    completedOn: achieved ? assessment.completedOn : null,
    completedFrom: achieved ? completedFromOf(assessment) : null,
    ended: setter?.tracking === 'CONCLUDED' && !achieved,
  }
}

const completedFromOf = ({ completedOn, precisions }: CommitteeAssessment): IsoDate | null =>
  completedOn && firstDayOf(completedOn, precisionOf(precisions, 'completedOn'))

/** The schedule on a day. An undated item that was achieved stays undated: whether it was late cannot be said. */
export const scheduleOn = (dates: ScheduleDates, asAt: IsoDate, dueSoonDays: number): SchedulePosition => {
  const state = scheduleState(dates, asAt, dueSoonDays)
  const until = dates.dueOn === null ? null : daysBetween(asAt, dates.dueOn)
  const reached = dates.completedOn ?? (state === 'OVERDUE' ? asAt : dates.dueOn)
  return {
    state,
    daysOverdue: state === 'OVERDUE' && until !== null ? -until : null,
    daysUntilDue: state === 'NOT_DUE' || state === 'DUE_SOON' ? until : null,
    slippageDays: dates.baselineOn === null || reached === null ? null : slippageOf(dates.baselineOn, reached, dates),
    dueOn: dates.dueOn,
  }
}

/** What is certain of it, where the day of completion is not known. */
const slippageOf = (baseline: IsoDate, reached: IsoDate, { completedOn, completedFrom }: ScheduleDates): number => {
  if (completedOn === null || completedFrom === null || baseline >= completedOn) return daysBetween(baseline, reached)
  return Math.max(0, daysBetween(baseline, completedFrom))
}

const scheduleState = (dates: ScheduleDates, asAt: IsoDate, dueSoonDays: number): ScheduleState => {
  if (dates.achieved) return metState(dates)
  if (dates.ended) return 'ENDED'
  if (dates.dueOn === null) return 'UNDATED'
  const until = daysBetween(asAt, dates.dueOn)
  if (until < 0) return 'OVERDUE'
  return until <= dueSoonDays ? 'DUE_SOON' : 'NOT_DUE'
}

/** Late only where the whole period in which it was completed is after the date. */
const metState = ({ baselineOn: baseline, completedFrom }: ScheduleDates): ScheduleState => {
  if (baseline === null || completedFrom === null) return 'UNDATED'
  return completedFrom > baseline ? 'MET_LATE' : 'MET_ON_TIME'
}
