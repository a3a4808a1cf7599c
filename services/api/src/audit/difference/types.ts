import type { Cause } from '@outstanding/domain'
import type { ChangeInWords } from '@outstanding/wording'
import { changeInWords } from '@outstanding/wording'
import { builder } from '../../graphql/builder.ts'
import { entryLoaders } from '../history/entry-loaders.ts'
import { HistoryEntry } from '../history/history-type.ts'
import { ChangeOfValue, ValueOfItem } from '../history/value-change.ts'
import type { AsOf } from '../../as-of/as-of.ts'
import { shownChanges } from '../../as-of/shown.ts'
import type { Compared } from './compare.ts'
import { laterKnown } from './moment.ts'

const Kind = builder.enumType('DifferenceKind', {
  description: 'Why something differs.',
  values: {
    NEW: { description: 'It happened between the two dates.' },
    LATE_ENTRY: { description: 'It happened before the first date but was recorded later.' },
    CORRECTION: { description: 'An entry was corrected.' },
    DATE_PASSED: { description: 'Nothing was recorded; a date passed and it became due or overdue.' },
  } as const,
})

const PresenceType = builder.enumType('DifferencePresence', {
  description: 'Which side an item exists on.',
  values: {
    ADDED: { description: 'It did not exist, was not in the list or was not public on the first side.' },
    REMOVED: { description: 'It does not exist, is not in the list or is not public on the second side.' },
    CHANGED: { description: 'It exists on both sides and differs.' },
    SAME: { description: 'There is no difference.' },
  } as const,
})

/** `known`: as of when the entry is marked by corrections. */
type CauseAsOf = Cause & { readonly known: AsOf }

const CauseType = builder.objectRef<CauseAsOf>('DifferenceCause').implement({
  description:
    'The reason for a difference: an entry recorded in between (or no longer included, if the second side is earlier), or a date that passed.',
  fields: (t) => ({
    kind: t.field({ type: Kind, description: 'Why it differs.', resolve: ({ kind }) => kind }),
    entry: t.field({
      type: HistoryEntry,
      nullable: true,
      description: 'The entry, with who recorded it and when. Null for DATE_PASSED.',
      resolve: async (cause, _args, context) =>
        cause.kind === 'DATE_PASSED' ? null : (await entryLoaders(context, cause.known)).entry(cause.eventId),
    }),
  }),
})

const DifferentValue = builder.objectRef<ChangeInWords & { readonly causes: readonly CauseAsOf[] }>('DifferentValue').implement({
  description: 'A value that differs between the two sides.',
  interfaces: [ValueOfItem, ChangeOfValue],
  fields: (t) => ({
    kind: t.field({
      type: Kind,
      description: 'The kind of the last cause, which gives the current value.',
      resolve: ({ causes }) => causes.at(-1)?.kind ?? 'DATE_PASSED',
    }),
    causes: t.field({
      type: [CauseType],
      complexity: { field: 2, multiplier: 2 },
      description: 'Every entry that changed it since it last had its earlier value, in order. The last one gives the current value.',
      resolve: ({ causes }) => [...causes],
    }),
  }),
})

export const ItemDifference = builder.interfaceRef<Compared<unknown>>('ItemDifference').implement({
  description: 'The differences of one item between two sides.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The `id` of the item.' }),
    presence: t.field({ type: PresenceType, description: 'Which side it exists on.', resolve: ({ presence }) => presence }),
    changes: t.field({
      type: [DifferentValue],
      complexity: { field: 5, multiplier: 6 },
      description: 'Every value that differs. Empty if the item was not shown on one side.',
      resolve: async ({ id, changes, between }, _args, context) => {
        const known = laterKnown(between)
        const shown = await shownChanges(await context.readSession.view(), id, changes)
        return shown.map(({ causes, ...change }) => ({ ...changeInWords(change), causes: causes.map((cause) => ({ ...cause, known })) }))
      },
    }),
    entries: t.field({
      type: [CauseType],
      complexity: { field: 5, multiplier: 6 },
      description: 'All entries in between, including those that changed no value.',
      resolve: ({ events, between }) => events.map((cause) => ({ ...cause, known: laterKnown(between) })),
    }),
  }),
})
