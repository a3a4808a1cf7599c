import type { OwnerRole, ScheduleState } from '@outstanding/domain'

/** How many open recommendations stand at each state of the schedule, on a day. */
export type ScheduleCounts = Readonly<Record<ScheduleState, number>>

export type OutstandingByOwner = {
  readonly owner: string
  readonly name: string
  readonly role: OwnerRole
  readonly outstanding: number
  readonly schedule: ScheduleCounts
}
export type OutstandingByReport = {
  readonly report: string
  readonly title: string
  readonly outstanding: number
  readonly concluded: number
  /** Followed by no committee: neither outstanding nor concluded. */
  readonly notTracked: number
  readonly schedule: ScheduleCounts
}
