import type { ScheduleFragment } from '../queries/queries.ts'
import { days, longDate } from './dates.ts'

export type Tone = 'red' | 'orange' | 'yellow' | 'green' | 'teal' | 'blue' | 'grey' | 'purple'
export type Tag = { readonly text: string; readonly tone: Tone }

export const responseWords: Readonly<Record<string, string>> = {
  NOT_REQUIRED: 'Not required',
  AWAITED: 'Awaited',
  ACCEPTED: 'Accepted',
  ACCEPTED_WITH_AMENDED_WORDING: 'Accepted with amended wording',
  ACCEPTED_IN_PART: 'Accepted in part',
  NOT_ACCEPTED: 'Not accepted',
  ACTION_STATEMENT: 'Action statement given',
  ADOPTED: 'Adopted',
  ADAPTED: 'Adapted',
  DECLINED: 'Declined',
}

export const deliveryWords: Readonly<Record<string, string>> = {
  NOT_STARTED: 'Not started',
  IN_PROGRESS: 'In progress',
  CLAIMED_COMPLETE: 'Claimed complete',
}

export const scheduleWords: Readonly<Record<string, string>> = {
  OVERDUE: 'Overdue',
  DUE_SOON: 'Due soon',
  NOT_DUE: 'Not due yet',
  UNDATED: 'Undated',
  MET_ON_TIME: 'Met on time',
  MET_LATE: 'Met late',
  ENDED: 'Ended',
}

const scheduleTones: Readonly<Record<string, Tone>> = {
  OVERDUE: 'red',
  DUE_SOON: 'orange',
  NOT_DUE: 'blue',
  UNDATED: 'grey',
  MET_ON_TIME: 'green',
  MET_LATE: 'teal',
  ENDED: 'purple',
}

export const timescaleWords: Readonly<Record<string, string>> = {
  IMMEDIATE: 'For immediate action',
  WITHIN_MONTHS: 'Within a number of months',
  LONGER_TERM: 'Longer term',
  BY_DATE: 'By a date',
  NOT_GIVEN: 'Not given',
}

export const gradeWords: Readonly<Record<string, string>> = {
  OUTSTANDING: 'Outstanding',
  GOOD: 'Good',
  ADEQUATE: 'Adequate',
  INADEQUATE: 'Inadequate',
}

export const gradeTones: Readonly<Record<string, Tone>> = { OUTSTANDING: 'green', GOOD: 'teal', ADEQUATE: 'yellow', INADEQUATE: 'red' }

export const ownerRoleWords: Readonly<Record<string, string>> = {
  RESPONSIBLE_MEMBER: 'responsible member',
  LEAD_OFFICER: 'lead officer',
  PARTNER: 'partner',
  RESPONSIBLE_BODY: 'responsible body',
}

export const actorWords: Readonly<Record<string, string>> = {
  officer: 'an officer',
  'committee-member': 'a committee member',
  'responsible-member': 'the responsible member',
  'lead-officer': 'the lead officer',
  quartet: 'a senior member or officer',
  auditor: 'an auditor',
  administrator: 'an administrator',
  public: 'a member of the public',
}

export const conclusionWords: Readonly<Record<string, string>> = {
  ACHIEVED: 'achieved',
  OBSTACLE: 'not achieved: an obstacle',
  SUPERSEDED: 'superseded',
  NO_LONGER_APPLICABLE: 'no longer applicable',
  RISK_ACCEPTED: 'risk accepted',
  NOT_ACCEPTED: 'not accepted',
}

/** Words for a value, or the value itself made readable: a newer API may know one that we do not. */
export const wordsFor = (table: Readonly<Record<string, string>>, value: string): string =>
  table[value] ??
  value
    .toLowerCase()
    .replaceAll('_', ' ')
    .replace(/^./, (letter) => letter.toUpperCase())

export const scheduleTag = (state: string): Tag => ({ text: wordsFor(scheduleWords, state), tone: scheduleTones[state] ?? 'grey' })

/** One line under the tag: "by 290 days", "in 14 days", "no date agreed". */
export function scheduleDetail({ state, daysOverdue, daysUntilDue, dueOn }: ScheduleFragment): string | null {
  if (state === 'OVERDUE' && daysOverdue !== null) return `by ${days(daysOverdue)}`
  if (daysUntilDue !== null) return daysUntilDue === 0 ? 'due today' : `due in ${days(daysUntilDue)}`
  if (state === 'UNDATED') return 'no date agreed yet'
  return dueOn === null ? null : `was due ${longDate(dueOn)}`
}
