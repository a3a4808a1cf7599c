import type { ScheduleState } from '../queries/queries.ts'
import { scheduleTag } from '../words/positions.ts'
import { addressOf, filtered, valueOf } from './list-state.ts'
import type { ListState } from './list-state.ts'

export type Count = {
  readonly text: string
  readonly count: number
  readonly href: string
  readonly tone: string
  readonly isChosen: boolean
  readonly width: number
  readonly x: number
}

const countKeys = {
  OVERDUE: 'overdue',
  DUE_SOON: 'dueSoon',
  NOT_DUE: 'notDue',
  UNDATED: 'undated',
  MET_ON_TIME: 'metOnTime',
  MET_LATE: 'metLate',
  ENDED: 'ended',
} as const
const always = ['OVERDUE', 'DUE_SOON', 'NOT_DUE', 'UNDATED']

/** Width of the bar of counts, in its own units. */
const barWidth = 1000

/** How many there are in each state of the schedule; each leads to the list of them. */
export function countsOf(state: ListState, counts: Readonly<Record<string, number>>): readonly Count[] {
  const shown = (Object.entries(countKeys) as [ScheduleState, string][])
    .map(([value, key]) => ({ value, count: counts[key] ?? 0 }))
    .filter(({ value, count }) => count > 0 || (valueOf(state, 'tracking') !== 'concluded' && always.includes(value)))
  const sum = shown.reduce((all, { count }) => all + count, 0)
  const states = state.chosen.schedule ?? []
  const tracking = valueOf(state, 'tracking') === 'not-tracked' ? 'NOT_TRACKED' : 'OPEN'
  let x = 0
  return shown.map(({ value, count }) => {
    const isChosen = states.includes(value)
    const width = sum === 0 ? 0 : (count / sum) * barWidth
    const place = { x, width }
    x += width
    const schedule = isChosen ? states.filter((other) => other !== value) : [value]
    return {
      ...place,
      count,
      isChosen,
      ...scheduleTag(value, tracking),
      href: addressOf(filtered(state, 'schedule', schedule)),
    }
  })
}
