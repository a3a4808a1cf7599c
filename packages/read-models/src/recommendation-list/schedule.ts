import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { ScheduleState } from '@outstanding/domain'

/**
 * The schedule of a day from the dates stored in `recommendation_schedule` (`s`), in SQL: the same answer as the domain's
 * `scheduleOn`, by test. Filters and counts use it; what is shown of one item the domain computes.
 */
export const scheduleState = (day: RawBuilder<string>, dueSoonDays: RawBuilder<number>): RawBuilder<ScheduleState> => sql<ScheduleState>`
  case
    when s.achieved and (s.baseline_on is null or s.completed_from is null) then 'UNDATED'
    when s.achieved and s.completed_from > s.baseline_on then 'MET_LATE'
    when s.achieved then 'MET_ON_TIME'
    when s.ended then 'ENDED'
    when s.due_on is null then 'UNDATED'
    when s.due_on < ${day} then 'OVERDUE'
    when s.due_on - ${day} <= ${dueSoonDays} then 'DUE_SOON'
    else 'NOT_DUE'
  end collate "C"`
