import type { ScheduleCounts } from '@outstanding/read-models'
import { builder } from '../builder.ts'

export const ScheduleCountsType = builder.objectRef<ScheduleCounts>('ScheduleCounts').implement({
  fields: (t) => ({
    undated: t.exposeInt('UNDATED'),
    notDue: t.exposeInt('NOT_DUE'),
    dueSoon: t.exposeInt('DUE_SOON'),
    overdue: t.exposeInt('OVERDUE'),
    metOnTime: t.exposeInt('MET_ON_TIME'),
    metLate: t.exposeInt('MET_LATE'),
    ended: t.exposeInt('ENDED'),
  }),
})
