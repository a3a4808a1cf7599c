/** How long a clock runs and how its first day is counted. */
export type ClockPeriod =
  | { readonly unit: 'MONTHS_BEGINNING_WITH'; readonly count: number }
  | { readonly unit: 'DAYS'; readonly count: number }
  | { readonly unit: 'WORKING_DAYS'; readonly count: number; readonly firstDay: 'NEXT_DAY' | 'START_DAY' }

/** A clock as its instrument sets it: data, so that a change of the law is a new row and an old calculation keeps its own. */
export type ClockRule = {
  readonly clock: string
  readonly instrument: string
  /** The version of the instrument that the rule was written from. */
  readonly version: string
  /** What starts it, in words. */
  readonly startedBy: string
  readonly period: ClockPeriod
  readonly extensions: string
}

export const clockRules = {
  executiveResponse: {
    clock: 'executiveResponse',
    instrument: 'Local Government Act 2000, section 9FE',
    version: 'as inserted by the Localism Act 2011, Schedule 2 (in force 4 May 2012)',
    startedBy: 'the later of the day on which the report and the day on which the notice was received',
    period: { unit: 'MONTHS_BEGINNING_WITH', count: 2 },
    extensions: 'none in the Act',
  },
  inspectionActionPlan: {
    clock: 'inspectionActionPlan',
    instrument: 'Education and Inspections Act 2006 (Inspection of Local Authorities) Regulations 2007 (SI 2007/462), regulation 3',
    version: 'as made, in force 1 April 2007',
    startedBy: 'receipt of the report',
    period: { unit: 'WORKING_DAYS', count: 70, firstDay: 'NEXT_DAY' },
    extensions: 'none; published letters print dates that follow both ways of counting the first day, and a printed date wins',
  },
  inspectionActionPlanDraft: {
    clock: 'inspectionActionPlanDraft',
    instrument: 'inspection framework: early draft of the action plan where priority action is asked for',
    version: 'from memory, 2018 onward; not checked against the framework',
    startedBy: 'receipt of the report',
    period: { unit: 'WORKING_DAYS', count: 20, firstDay: 'NEXT_DAY' },
    extensions: 'by agreement with the inspectorate',
  },
  sendPriorityActionPlan: {
    clock: 'sendPriorityActionPlan',
    instrument: 'Area SEND inspections: framework and handbook (Ofsted and the Care Quality Commission)',
    version: 'from memory of the 2023 edition; not checked against the handbook',
    startedBy: 'receipt of the report',
    period: { unit: 'WORKING_DAYS', count: 35, firstDay: 'NEXT_DAY' },
    extensions: 'by agreement with the inspectorates',
  },
  coronerResponse: {
    clock: 'coronerResponse',
    instrument: 'Coroners (Investigations) Regulations 2013 (SI 2013/1629), regulation 29',
    version: 'as made, in force 25 July 2013',
    startedBy: 'the day on which the coroner sent the report',
    period: { unit: 'DAYS', count: 56 },
    extensions: 'the coroner may extend it',
  },
  healthBodyResponse: {
    clock: 'healthBodyResponse',
    instrument:
      'Local Authority (Public Health, Health and Wellbeing Boards and Health Scrutiny) Regulations 2013 (SI 2013/218), regulation 22',
    version: 'as made, in force 1 April 2013',
    startedBy: 'the request for a response',
    period: { unit: 'DAYS', count: 28 },
    extensions: 'none in the Regulations',
  },
  crimeAndDisorderResponse: {
    clock: 'crimeAndDisorderResponse',
    instrument: 'Crime and Disorder (Overview and Scrutiny) Regulations 2009 (SI 2009/942)',
    version: 'as made, in force 30 April 2009',
    startedBy: 'the date of the report or recommendations',
    period: { unit: 'DAYS', count: 28 },
    extensions: 'where 28 days are not reasonably possible, as soon as is reasonably possible after them',
  },
} as const satisfies Readonly<Record<string, ClockRule>>

export type ClockName = keyof typeof clockRules
