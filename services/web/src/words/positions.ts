import { daysWords, deliveries, elapsedWords, labelOf, longDate, schedules } from '@outstanding/wording'
import type { CategoryMeaning, ScheduleFragment, ScheduleState } from '../queries/queries.ts'

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

export const scheduleTag = (state: ScheduleState): Tag => ({ text: labelOf(schedules, state), tone: scheduleTones[state] ?? 'grey' })

/** The parts of a schedule that are shown; the slippage of something completed gives its day. */
type ScheduleParts = ScheduleFragment & { readonly originalCompletionDate?: string | null; readonly slippageDays?: number | null }

/** One line under the tag: "by 290 days", "by 19 years 11 months", "due in 14 days", "completed 20 February 2018, original date 16 January 2018". */
export function scheduleDetail(schedule: ScheduleParts): string | null {
  const { state, daysOverdue, daysUntilDue, dueOn } = schedule
  if (state === 'OVERDUE' && daysOverdue !== null && dueOn !== null) return `by ${overdueWords(dueOn, daysOverdue)}`
  if (daysUntilDue !== null) return daysUntilDue === 0 ? 'due today' : `due in ${daysWords(daysUntilDue)}`
  if (state === 'MET_ON_TIME' || state === 'MET_LATE') return completedDetail(schedule)
  return state === 'UNDATED' || dueOn === null ? null : `was due ${longDate(dueOn)}`
}

/** Completed on time or late is judged against the original date, whatever extension there was. */
function completedDetail({ dueOn, originalCompletionDate = null, slippageDays = null }: ScheduleParts): string | null {
  if (originalCompletionDate === null) return dueOn === null ? null : `was due ${longDate(dueOn)}`
  const original = `original date ${longDate(originalCompletionDate)}`
  return slippageDays === null ? original : `completed ${longDate(daysAfter(originalCompletionDate, slippageDays))}, ${original}`
}

const overdueWords = (dueOn: string, daysOverdue: number): string => elapsedWords(dueOn, daysAfter(dueOn, daysOverdue))

const daysAfter = (iso: string, count: number): string => new Date(Date.parse(iso) + count * 86_400_000).toISOString().slice(0, 10)

type Delivered = {
  readonly delivery: keyof typeof deliveries
  readonly assessment: { readonly category: { readonly meaning: CategoryMeaning } | null }
}

/** What was reported; that it was not assessed is said only where no committee has agreed that it was achieved. */
export const deliveryWords = ({ delivery, assessment: { category } }: Delivered): string => {
  const isAgreed = category?.meaning === 'ACHIEVED_ON_TIME' || category?.meaning === 'ACHIEVED_LATE'
  return delivery === 'CLAIMED_COMPLETE' && isAgreed ? 'Reported complete' : labelOf(deliveries, delivery)
}
