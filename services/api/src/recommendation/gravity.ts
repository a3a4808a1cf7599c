import { gravities, termOf } from '@outstanding/wording'
import { builder } from '../graphql/builder.ts'
import { describedValues } from '../graphql/described-values.ts'

export const GravityType = builder.enumType('Gravity', {
  description: 'How serious a report says a recommendation is.',
  values: describedValues(['PRIORITY_ACTION', 'STATUTORY_REQUIREMENT', 'AREA_FOR_IMPROVEMENT'], (value) => termOf(gravities, value)),
})
