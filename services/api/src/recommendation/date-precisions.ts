import { builder } from '../graphql/builder.ts'
import { DatePrecision } from '../graphql/date-precision.ts'
import { RecommendationType } from './type.ts'

builder.objectFields(RecommendationType, (t) => ({
  originalCompletionDatePrecision: t.expose('originalCompletionDatePrecision', {
    type: DatePrecision,
    description: 'How exactly the original completion date is known.',
  }),
  revisedCompletionDatePrecision: t.expose('revisedCompletionDatePrecision', {
    type: DatePrecision,
    description: 'How exactly the revised completion date is known.',
  }),
}))
