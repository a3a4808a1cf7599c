import type { BaselineDoubt } from '@outstanding/domain'
import { longDate } from '@outstanding/wording'
import { builder } from '../graphql/builder.ts'

export const BaselineInDoubtType = builder.objectRef<BaselineDoubt>('BaselineInDoubt').implement({
  description: 'Why an original completion date is in doubt.',
  fields: (t) => ({
    because: t.string({ description: 'In a sentence for people.', resolve: because }),
    countedFrom: t.expose('countedFrom', {
      type: 'Date',
      nullable: true,
      description: 'The day that the completion date was counted from. Null where the report had none.',
    }),
    nowCountedFrom: t.expose('nowCountedFrom', {
      type: 'Date',
      nullable: true,
      description: 'The day of the report as it was corrected. Null where it has none to count from.',
    }),
  }),
})

function because({ countedFrom, nowCountedFrom }: BaselineDoubt): string {
  const corrected =
    nowCountedFrom === null ? 'The day of the report is no longer known' : `The day of the report is now ${longDate(nowCountedFrom)}`
  const worked = countedFrom === null ? 'when no day was known' : `from ${longDate(countedFrom)}`
  return `${corrected}, and the completion date was worked out ${worked}.`
}
