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
  description: 'A value, and which entries said so: without them it would be another.',
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
        'Whoever said it last, and all who had said the same before; a correction where it put the value right; of a derived value (delivery, schedule) all that it follows from. The oldest first. Empty only where it is so from the beginning.',
      resolve: ({ by, basis }, _args, context) => entriesOf(context, by, basis),
    }),
    corrected: t.field({
      type: [HistoryEntry],
      complexity: { field: 2, multiplier: 1 },
      description: 'The entries that corrections among them put right.',
      resolve: ({ corrected, basis }, _args, context) => entriesOf(context, corrected, basis),
    }),
  }),
})
