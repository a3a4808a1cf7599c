import type { Sourced } from '@outstanding/domain'
import { fieldLabel, valueWords } from '@outstanding/wording'
import { builder } from '../builder.ts'
import { entriesOf } from '../history/entry-loaders.ts'
import { HistoryEntry } from '../history/history-type.ts'
import { ValueOfItem } from '../history/value-change.ts'
import type { Basis } from '../reading/basis.ts'

/** A value with who said so, in the times it was asked for. */
export type SaidThen = Sourced & { readonly label: string; readonly basis: Basis }

export const saidThen = (said: Sourced, basis: Basis): SaidThen => ({ ...said, label: fieldLabel(said.field), basis })

export const SaidType = builder.objectRef<SaidThen>('SaidBy').implement({
  description: 'A value and its sources: without those entries it would be different.',
  interfaces: [ValueOfItem],
  fields: (t) => ({
    value: t.string({ description: 'In words.', resolve: ({ field, value }) => valueWords(field, value) }),
    data: t.field({
      type: 'JSON',
      nullable: true,
      description: 'As the facts have it; only when signed in.',
      resolve: ({ value }, _args, { viewer }) => (viewer.signedIn ? value : null),
    }),
    entries: t.field({
      type: [HistoryEntry],
      complexity: { field: 2, multiplier: 2 },
      description:
        'The entry that set the value last, and earlier entries that set the same value; the correction if a correction set it; for a derived value (delivery, schedule) every entry it is derived from. Oldest first. Empty only for an initial value.',
      resolve: ({ by, basis }, _args, context) => entriesOf(context, by, basis),
    }),
    corrected: t.field({
      type: [HistoryEntry],
      complexity: { field: 2, multiplier: 1 },
      description: 'The entries corrected by those corrections.',
      resolve: ({ corrected, basis }, _args, context) => entriesOf(context, corrected, basis),
    }),
  }),
})
