import { responseDuties, termOf } from '@outstanding/wording'
import { builder } from '../graphql/builder.ts'
import { describedValues } from '../graphql/described-values.ts'

const duties = ['EXECUTIVE', 'HEALTH_BODY', 'CRIME_AND_DISORDER', 'CORONER', 'INSPECTION_ACTION_PLAN', 'AREA_SEND'] as const
const whatDutiesMean = {
  EXECUTIVE: 'The executive: two months, or what the policy says.',
  HEALTH_BODY: 'An NHS body: 28 days from the request.',
  CRIME_AND_DISORDER: 'A crime and disorder partner: 28 days from the report.',
  CORONER: 'The person or body that received a coroner’s report has 56 days from the day it was sent.',
  INSPECTION_ACTION_PLAN: 'An action plan after an inspection: 70 working days from receipt, or what the policy says.',
  AREA_SEND: 'A priority action plan after an area SEND inspection: 35 working days from receipt.',
}
export const ResponseDutyType = builder.enumType('ResponseDuty', {
  description: 'Under which instrument a body has to answer. Each has a clock of its own.',
  values: describedValues(duties, (value) => termOf(responseDuties, value), whatDutiesMean),
})
export const DutyAwaitedType = builder.enumType('DutyAwaited', {
  description: 'What a body owes: its response under one of the duties, or the early draft of an action plan.',
  values: describedValues([...duties, 'INSPECTION_ACTION_PLAN_DRAFT'], (value) => termOf(responseDuties, value), {
    ...whatDutiesMean,
    INSPECTION_ACTION_PLAN_DRAFT: 'An early draft of that action plan where priority action is asked for: 20 working days from receipt.',
  }),
})
