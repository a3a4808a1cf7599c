import type { Cause } from '@outstanding/domain'
import type { ChangeInWords } from '@outstanding/wording'
import { changeInWords } from '@outstanding/wording'
import { builder } from '../builder.ts'
import { entryLoaders } from '../history/entry-loaders.ts'
import { HistoryEntry } from '../history/history-type.ts'
import { ChangeOfValue, ValueOfItem } from '../history/value-change.ts'
import type { Basis } from '../reading/basis.ts'
import { shownChanges } from '../reading/shown.ts'
import type { RecommendationNode } from '../recommendation/recommendation-node.ts'
import { RecommendationType } from '../recommendation/type.ts'
import type { ReportNode } from '../report/type.ts'
import { ReportType } from '../report/type.ts'
import type { Compared } from './compare.ts'
import { betterKnown } from './moment.ts'

const Kind = builder.enumType('DifferenceKind', {
  description: 'Why something differs.',
  values: {
    NEWS: { description: 'It happened in between.' },
    LATE_ENTRY: { description: 'It had happened by the first day, and was recorded afterwards.' },
    CORRECTION: { description: 'An entry was put right.' },
    TIME: { description: 'Nothing was recorded: the calendar went on, and it became due or overdue.' },
  } as const,
})

const PresenceType = builder.enumType('DifferencePresence', {
  description: 'On which side an item is.',
  values: {
    CAME: { description: 'It was not there, or not in the list, or not shown, on the first side.' },
    WENT: { description: 'It is not there, or not in the list, or not shown, on the second side.' },
    CHANGED: { description: 'It is there on both sides, and not the same.' },
    SAME: { description: 'There is no difference.' },
  } as const,
})

/** `known`: as of when the entry is marked by corrections. */
type CauseThen = Cause & { readonly known: Basis }

const CauseType = builder.objectRef<CauseThen>('DifferenceCause').implement({
  description: 'Why something is not the same: an entry that came in between (or went, when asked backwards), or the calendar.',
  fields: (t) => ({
    kind: t.field({ type: Kind, description: 'Why it differs.', resolve: ({ kind }) => kind }),
    entry: t.field({
      type: HistoryEntry,
      nullable: true,
      description: 'Who recorded it, and when. Null of TIME.',
      resolve: async (cause, _args, context) =>
        cause.kind === 'TIME' ? null : (await entryLoaders(context, cause.known)).entry(cause.eventId),
    }),
  }),
})

const DifferentValue = builder.objectRef<ChangeInWords & { readonly causes: readonly CauseThen[] }>('DifferentValue').implement({
  description: 'A value that is not the same on both sides.',
  interfaces: [ValueOfItem, ChangeOfValue],
  fields: (t) => ({
    kind: t.field({
      type: Kind,
      description: 'That of its last cause, which says what it is now.',
      resolve: ({ causes }) => causes.at(-1)?.kind ?? 'TIME',
    }),
    causes: t.field({
      type: [CauseType],
      complexity: { field: 2, multiplier: 2 },
      description: 'All that changed it since it was last what it had been, in order: the last says what it is now.',
      resolve: ({ causes }) => [...causes],
    }),
  }),
})

const ItemDifference = builder.interfaceRef<Compared<unknown>>('ItemDifference').implement({
  description: 'What is not the same of one item on two sides.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The `id` of the item.' }),
    presence: t.field({ type: PresenceType, description: 'On which side it is.', resolve: ({ presence }) => presence }),
    changes: t.field({
      type: [DifferentValue],
      complexity: { field: 5, multiplier: 6 },
      description: 'Every value that is not the same; none where it was not shown on one side.',
      resolve: async ({ changes, between }, _args, context) => {
        const known = betterKnown(between)
        const shown = await shownChanges(await context.reading.view(), changes)
        return shown.map(({ causes, ...change }) => ({ ...changeInWords(change), causes: causes.map((cause) => ({ ...cause, known })) }))
      },
    }),
    entries: t.field({
      type: [CauseType],
      complexity: { field: 5, multiplier: 6 },
      description: 'All that came in between, whether or not a value is another for it.',
      resolve: ({ events, between }) => events.map((cause) => ({ ...cause, known: betterKnown(between) })),
    }),
  }),
})

export const RecommendationDifference = builder.objectRef<Compared<RecommendationNode>>('RecommendationDifference').implement({
  description: 'A recommendation on two sides.',
  interfaces: [ItemDifference],
  fields: (t) => ({
    before: t.expose('before', {
      type: RecommendationType,
      nullable: true,
      description: 'On the first side; null where it was not there or not shown.',
    }),
    after: t.expose('after', { type: RecommendationType, nullable: true, description: 'On the second side.' }),
  }),
})

export const ReportDifference = builder.objectRef<Compared<ReportNode>>('ReportDifference').implement({
  description: 'A report on two sides: its own facts, and its recommendations.',
  interfaces: [ItemDifference],
  fields: (t) => ({
    before: t.expose('before', {
      type: ReportType,
      nullable: true,
      description: 'On the first side; null where it was not there or not shown.',
    }),
    after: t.expose('after', { type: ReportType, nullable: true, description: 'On the second side.' }),
  }),
})
