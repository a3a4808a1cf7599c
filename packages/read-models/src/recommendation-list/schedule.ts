import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { ScheduleState } from '@outstanding/domain'

/**
 * The schedule of a day from the dates stored in `recommendation_position` (`p`), in SQL: the same answer as the domain's
 * `scheduleOn`, by test. Filters and counts use it; what is shown of one item the domain computes.
 */
export const scheduleState = (day: RawBuilder<string>, dueSoonDays: RawBuilder<number>): RawBuilder<ScheduleState> => sql<ScheduleState>`
  case
    when p.achieved and (p.baseline_on is null or p.completed_on is null) then 'UNDATED'
    when p.achieved and p.completed_on > p.baseline_on then 'MET_LATE'
    when p.achieved then 'MET_ON_TIME'
    when p.ended then 'ENDED'
    when p.due_on is null then 'UNDATED'
    when p.due_on < ${day} then 'OVERDUE'
    when p.due_on - ${day} <= ${dueSoonDays} then 'DUE_SOON'
    else 'NOT_DUE'
  end collate "C"`
