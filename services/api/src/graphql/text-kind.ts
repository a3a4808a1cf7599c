import { textKinds, termOf } from '@outstanding/wording'
import { builder } from './builder.ts'
import { describedValues } from './described-values.ts'

export const TextKindType = builder.enumType('TextKind', {
  description: 'Whether a text is a quotation.',
  values: describedValues(['QUOTED', 'SUMMARY'], (value) => termOf(textKinds, value), {
    SUMMARY: 'In our own words. Do not quote it as the wording of the report.',
  }),
})
