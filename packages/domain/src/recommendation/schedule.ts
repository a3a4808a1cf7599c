import type { IsoDate } from '../envelope.ts'
import type { RecommendationState } from './state.ts'
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
    ended: setter?.tracking === 'CONCLUDED' && !achieved,
  }
}

/** The schedule on a day. An undated item that was achieved stays undated: whether it was late cannot be said. */
export const scheduleOn = (dates: ScheduleDates, asAt: IsoDate, dueSoonDays: number): SchedulePosition => {
  const state = scheduleState(dates, asAt, dueSoonDays)
  const until = dates.dueOn === null ? null : daysBetween(asAt, dates.dueOn)
  const reached = dates.completedOn ?? (state === 'OVERDUE' ? asAt : dates.dueOn)
  return {
    state,
    daysOverdue: state === 'OVERDUE' && until !== null ? -until : null,
    daysUntilDue: state === 'NOT_DUE' || state === 'DUE_SOON' ? until : null,
    slippageDays: dates.baselineOn === null || reached === null ? null : daysBetween(dates.baselineOn, reached),
    dueOn: dates.dueOn,
  }
}

const scheduleState = (dates: ScheduleDates, asAt: IsoDate, dueSoonDays: number): ScheduleState => {
  if (dates.achieved) return metState(dates)
  if (dates.ended) return 'ENDED'
  if (dates.dueOn === null) return 'UNDATED'
  const until = daysBetween(asAt, dates.dueOn)
  if (until < 0) return 'OVERDUE'
  return until <= dueSoonDays ? 'DUE_SOON' : 'NOT_DUE'
}

const metState = ({ baselineOn: baseline, completedOn }: ScheduleDates): ScheduleState => {
  if (baseline === null || completedOn === null) return 'UNDATED'
  return completedOn > baseline ? 'MET_LATE' : 'MET_ON_TIME'
}
