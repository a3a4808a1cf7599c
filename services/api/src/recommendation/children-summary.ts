import type { Recommendation, ScheduleCounts, ScheduleState as State } from '@outstanding/read-models'
import { scheduleStates } from '@outstanding/read-models'
import { builder } from '../graphql/builder.ts'
import { ScheduleCountsType } from '../outstanding/counts-type.ts'
import { ScheduleState } from './enums.ts'

type Summary = { readonly counts: ScheduleCounts; readonly worst: State; readonly concluded: number }

/** From what presses most to what is over. */
const byUrgency: readonly State[] = ['OVERDUE', 'DUE_SOON', 'UNDATED', 'NOT_DUE', 'MET_LATE', 'MET_ON_TIME', 'ENDED']

/** A parent's position is never an average of its children's: their counts, and the worst. Duplicates that were merged do not count. Null where there are none. */
export function summaryOf(parts: readonly Pick<Recommendation, 'position' | 'mergedInto'>[]): Summary | null {
  const children = parts.filter(({ mergedInto }) => mergedInto === null)
  const states = children.map(({ position }) => position.schedule.state)
  const worst = byUrgency.find((state) => states.includes(state))
  if (!worst) return null
  const count = (wanted: State): number => states.filter((state) => state === wanted).length
  const counts = Object.fromEntries(scheduleStates.map((state) => [state, count(state)])) as ScheduleCounts
  return { counts, worst, concluded: children.filter(({ position }) => position.tracking === 'CONCLUDED').length }
}

export const ChildrenSummaryType = builder.objectRef<Summary>('ChildrenSummary').implement({
  description: "The number of an item's parts in each position. Never averaged.",
  fields: (t) => ({
    schedule: t.field({
      type: ScheduleCountsType,
      description: 'The number of parts in each state of the schedule.',
      resolve: ({ counts }) => counts,
    }),
    worst: t.expose('worst', {
      type: ScheduleState,
      description: 'The state of the most urgent part, in this order: overdue, due soon, undated, not due, met, ended.',
    }),
    concluded: t.exposeInt('concluded', { description: 'How many parts are concluded.' }),
  }),
})
