import type { Sourced } from '@outstanding/domain'
import { fieldLabel, valueWords } from '@outstanding/wording'
import { builder } from '../../graphql/builder.ts'
import { fieldError } from '../../server/errors/field-error.ts'
import { entriesOf } from '../history/entry-loaders.ts'
import { HistoryEntry } from '../history/history-type.ts'
import { ValueOfItem } from '../history/value-change.ts'
import { maxPage } from '../../server/limits/cost.ts'
import type { AsOf } from '../../as-of/as-of.ts'

/** A value with its sources, as of the times it was asked for. */
export type ProvenanceAsOf = Sourced & { readonly label: string; readonly asOf: AsOf }

export const provenanceAsOf = (value: Sourced, asOf: AsOf): ProvenanceAsOf => ({ ...value, label: fieldLabel(value.field), asOf })

/** The sources of each attribute are found by folding the stream without this entry and that: dearer than to read it. `all`: how many there are. */
export const provenanceCost = (attributes: readonly unknown[] | null | undefined, all: number) => ({
  field: 40,
  multiplier: attributes?.length ?? all,
})

export const ProvenanceType = builder.objectRef<ProvenanceAsOf>('Provenance').implement({
  description: 'A value and its sources: without those entries it would be different.',
  interfaces: [ValueOfItem],
  fields: (t) => ({
    value: t.string({ description: 'In words.', resolve: ({ field, value }) => valueWords(field, value) }),
    data: t.field({
      type: 'JSON',
      nullable: true,
      description: 'The value as recorded in the log. Only when signed in.',
      resolve: ({ value }, _args, { viewer }) => (viewer.signedIn ? value : null),
    }),
    entryCount: t.int({ description: 'How many sources there are in all.', resolve: ({ by }) => by.length }),
    entries: t.field({
      type: [HistoryEntry],
      args: {
        latest: t.arg.int({ description: `How many of the latest recorded sources to return, 1 to ${maxPage}; ${maxPage} by default.` }),
      },
      complexity: { field: 2, multiplier: 2 },
      description:
        'The entry that set the value last, and earlier entries that set the same value. If a correction set it, the correction. For a derived value (delivery, schedule), every entry it is derived from. Oldest first. Empty only for an initial value.',
      resolve: ({ by, asOf }, { latest }, context) => entriesOf(context, by.slice(-latestOf(latest)), asOf),
    }),
    corrected: t.field({
      type: [HistoryEntry],
      complexity: { field: 2, multiplier: 1 },
      description: `The entries that these corrections correct: the latest ${maxPage} to be recorded.`,
      resolve: ({ corrected, asOf }, _args, context) => entriesOf(context, corrected.slice(-maxPage), asOf),
    }),
  }),
})

function latestOf(latest: number | null | undefined): number {
  const count = latest ?? maxPage
  if (count >= 1 && count <= maxPage) return count
  throw fieldError('pageSize', 'latest', `latest must be a whole number from 1 to ${maxPage}.`)
}
