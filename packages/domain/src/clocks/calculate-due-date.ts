import type { IsoDate } from '../envelope.ts'
import type { PolicyContent } from '../policy/events.ts'
import type { DueDateCalculation } from './due-date-calculation.ts'
import type { ClockPeriod, ClockRule } from './clock-rules.ts'
import { addDays, laterOf } from '../dates/day-number.ts'
import { lastDayOfMonthsBeginningWith } from '../dates/months.ts'
import { clockRules } from './clock-rules.ts'
import { englandAndWalesHolidays } from './england-and-wales-holidays.ts'
import { addWorkingDays, restsOnExpectedHolidays, type Computed } from './working-days.ts'

export type ClockResult =
  | { readonly ok: true; readonly calculation: DueDateCalculation }
  | { readonly ok: false; readonly cannotCompute: string }

/** One start of a clock. `printedDueOn`: the due date in the letter, which takes precedence. `extendedTo`: the date of an authorised extension. */
export type ClockStart = {
  readonly startedOn: IsoDate
  readonly printedDueOn?: IsoDate | null
  readonly extendedTo?: IsoDate | null
}

const periodWords = (period: ClockPeriod): string => {
  switch (period.unit) {
    case 'MONTHS_BEGINNING_WITH':
      return period.count === 1 ? '1 month beginning with' : `${period.count} months beginning with`
    case 'DAYS':
      return `${period.count} days from`
    case 'WORKING_DAYS':
      return `${period.count} working days, the first ${period.firstDay === 'NEXT_DAY' ? 'after' : 'on or after'}`
  }
}

const endOf = (period: ClockPeriod, startedOn: IsoDate): Computed => {
  switch (period.unit) {
    case 'MONTHS_BEGINNING_WITH':
      return { ok: true, date: lastDayOfMonthsBeginningWith(startedOn, period.count) }
    case 'DAYS':
      return { ok: true, date: addDays(startedOn, period.count) }
    case 'WORKING_DAYS':
      return addWorkingDays(startedOn, period.count, period.firstDay)
  }
}

type Ending = { readonly dueOn: IsoDate; readonly instrument: string; readonly words: string }

const calculation = (rule: ClockRule, startedOn: IsoDate, ending: Ending): DueDateCalculation => ({
  clock: rule.clock,
  instrument: ending.instrument,
  startedOn,
  startedBy: rule.startedBy,
  calendar: rule.period.unit === 'WORKING_DAYS' ? 'WORKING_DAYS_ENGLAND_AND_WALES' : 'CALENDAR',
  dueOn: ending.dueOn,
  words: ending.words,
})

const expected = (rule: ClockRule, dueOn: IsoDate): string =>
  rule.period.unit === 'WORKING_DAYS' && restsOnExpectedHolidays(dueOn)
    ? `; bank holidays after ${englandAndWalesHolidays.announcedTo} are those expected, and may still change`
    : ''

const computed = (rule: ClockRule, startedOn: IsoDate, dueOn: IsoDate): DueDateCalculation =>
  calculation(rule, startedOn, {
    dueOn,
    instrument: `${rule.instrument}, ${rule.version}`,
    words: `${periodWords(rule.period)} ${startedOn}${rule.period.unit === 'WORKING_DAYS' ? ',' : ''} end on ${dueOn}${expected(rule, dueOn)}`,
  })

const printed = (rule: ClockRule, startedOn: IsoDate, dueOn: IsoDate): DueDateCalculation =>
  calculation(rule, startedOn, { dueOn, instrument: 'as printed in the letter', words: `the letter prints ${dueOn}` })

/** The due date that a rule gives for one start, with how it came about; `cannotCompute` outside the holiday data. */
export const calculateDueDate = (rule: ClockRule, { startedOn, printedDueOn = null, extendedTo = null }: ClockStart): ClockResult => {
  if (extendedTo !== null) {
    const instrument = `${rule.instrument}, ${rule.version}`
    return { ok: true, calculation: calculation(rule, startedOn, { dueOn: extendedTo, instrument, words: `extended to ${extendedTo}` }) }
  }
  if (printedDueOn !== null) return { ok: true, calculation: printed(rule, startedOn, printedDueOn) }
  const end = endOf(rule.period, startedOn)
  return end.ok ? { ok: true, calculation: computed(rule, startedOn, end.date) } : end
}

export type ExecutiveResponseStart = { readonly receivedOn: IsoDate; readonly noticeOn: IsoDate; readonly printedDueOn?: IsoDate | null }

/**
 * The executive's two months (the policy's number of months), beginning with the later of receipt and notice: 14 February to 13 April.
 * Only a written notice starts it. Always computable.
 */
export const executiveResponseClock = (start: ExecutiveResponseStart, policy?: Pick<PolicyContent, 'clocks'>): DueDateCalculation => {
  const startedOn = laterOf(start.receivedOn, start.noticeOn)
  const count = policy?.clocks.executiveResponseMonths ?? clockRules.executiveResponse.period.count
  const rule: ClockRule = { ...clockRules.executiveResponse, period: { unit: 'MONTHS_BEGINNING_WITH', count } }
  if (start.printedDueOn) return printed(rule, startedOn, start.printedDueOn)
  return computed(rule, startedOn, lastDayOfMonthsBeginningWith(startedOn, count))
}
