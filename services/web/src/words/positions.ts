import { dateWords, daysBefore, daysWords, deliveries, elapsedWords, labelOf, schedules } from '@outstanding/wording'
import type { CategoryMeaning, ScheduleFragment, ScheduleState, Tracking } from '../queries/queries.ts'
import { lengthFrom } from './lengths.ts'

export type Tone = 'red' | 'orange' | 'yellow' | 'green' | 'teal' | 'blue' | 'grey' | 'purple'
export type Tag = { readonly text: string; readonly tone: Tone }

const scheduleTones: Readonly<Record<ScheduleState, Tone>> = {
  OVERDUE: 'red',
  DUE_SOON: 'orange',
  NOT_DUE: 'blue',
  UNDATED: 'grey',
  MET_ON_TIME: 'green',
  MET_LATE: 'teal',
  ENDED: 'purple',
}

/**
 * The state of a schedule. No committee asks for what none tracks, and nothing here says whether it was done: then its date has passed,
 * and it is not called overdue.
 */
export const scheduleTag = (state: ScheduleState, tracking: Tracking): Tag =>
  hasPassedUntracked(state, tracking)
    ? { text: 'Date passed', tone: 'yellow' }
    : { text: labelOf(schedules, state), tone: scheduleTones[state] ?? 'grey' }

export const hasPassedUntracked = (state: ScheduleState, tracking: Tracking): boolean => state === 'OVERDUE' && tracking === 'NOT_TRACKED'

/** The tag of an item and the line beneath it. */
export type ScheduleShown = { readonly tag: Tag; readonly detail: string | null }

export function scheduleShown(schedule: ScheduleParts, tracking: Tracking): ScheduleShown {
  const { state, daysOverdue, dueOn } = schedule
  const passed = hasPassedUntracked(state, tracking) && daysOverdue !== null && dueOn !== null
  return {
    tag: scheduleTag(state, tracking),
    detail: passed ? `${lengthFrom(dueOn, daysOverdue)} ago, not tracked by a committee` : scheduleDetail(schedule),
  }
}

/** The parts of a schedule that are shown; with its original date. */
type ScheduleParts = ScheduleFragment & {
  readonly originalCompletionDate?: string | null
  readonly originalCompletionDatePrecision?: ScheduleFragment['dueOnPrecision']
}

/** One line under the tag: "by 290 days", "by 19 years 11 months", "due in 14 days", "completed 20 February 2018, original date 16 January 2018". */
function scheduleDetail(schedule: ScheduleParts): string | null {
  const { state, daysOverdue, daysUntilDue, dueOn, dueOnPrecision } = schedule
  if (state === 'OVERDUE' && daysOverdue !== null && dueOn !== null) return `by ${lengthFrom(dueOn, daysOverdue)}`
  if (daysUntilDue !== null) return daysUntilDue === 0 ? 'due today' : untilWords(daysUntilDue, dueOn)
  if (state === 'MET_ON_TIME' || state === 'MET_LATE') return completedDetail(schedule)
  return state === 'UNDATED' || dueOn === null ? null : `was due ${dateWords(dueOn, dueOnPrecision)}`
}

/** Completed on time or late is judged against the original date, whatever extension there was. */
function completedDetail(schedule: ScheduleParts): string | null {
  const { dueOn, dueOnPrecision, completedOn, completedOnPrecision } = schedule
  const { originalCompletionDate = null, originalCompletionDatePrecision = 'DAY' } = schedule
  if (originalCompletionDate === null) return dueOn === null ? null : `was due ${dateWords(dueOn, dueOnPrecision)}`
  const original = `original date ${dateWords(originalCompletionDate, originalCompletionDatePrecision)}`
  return completedOn === null ? original : `completed ${dateWords(completedOn, completedOnPrecision)}, ${original}`
}

const untilWords = (days: number, dueOn: string | null): string =>
  `due in ${dueOn === null ? daysWords(days) : elapsedWords(daysBefore(dueOn, days), dueOn)}`

type Delivered = {
  readonly delivery: keyof typeof deliveries
  readonly assessment: { readonly category: { readonly meaning: CategoryMeaning } | null }
}

/** What was reported; that it was not assessed is said only where no committee has agreed that it was achieved. */
export const deliveryWords = ({ delivery, assessment: { category } }: Delivered): string => {
  const isAgreed = category?.meaning === 'ACHIEVED_ON_TIME' || category?.meaning === 'ACHIEVED_LATE'
  return delivery === 'CLAIMED_COMPLETE' && isAgreed ? 'Reported complete' : labelOf(deliveries, delivery)
}
