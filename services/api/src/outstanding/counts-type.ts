import type { ScheduleCounts } from '@outstanding/read-models'
import { labelOf, schedules } from '@outstanding/wording'
import { builder } from '../graphql/builder.ts'

/** The label that the pages show for the state that is counted. */
const counted = (state: keyof ScheduleCounts) => ({ description: `How many: ${labelOf(schedules, state)}.` })

export const ScheduleCountsType = builder.objectRef<ScheduleCounts>('ScheduleCounts').implement({
  description: 'The number of recommendations in each state of the schedule.',
  fields: (t) => ({
    undated: t.exposeInt('UNDATED', counted('UNDATED')),
    notDue: t.exposeInt('NOT_DUE', counted('NOT_DUE')),
    dueSoon: t.exposeInt('DUE_SOON', counted('DUE_SOON')),
    overdue: t.exposeInt('OVERDUE', counted('OVERDUE')),
    metOnTime: t.exposeInt('MET_ON_TIME', counted('MET_ON_TIME')),
    metLate: t.exposeInt('MET_LATE', counted('MET_LATE')),
    ended: t.exposeInt('ENDED', counted('ENDED')),
  }),
})
