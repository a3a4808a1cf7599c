import type { Change } from '@outstanding/domain'
import { mayRead } from '@outstanding/identity'
import type { TimelineEntry } from '@outstanding/projection'
import { causesOf, listLog } from '@outstanding/projection'
import { changeInWords, effectInWords } from '@outstanding/wording'
import { builder } from '../../graphql/builder.ts'
import { asConnection, pageArgs, pageOf } from '../../lists/connection.ts'
import type { Context } from '../../server/context.ts'
import { pageCost } from '../../server/limits/cost.ts'
import { entryLoaders } from './entry-loaders.ts'
import { HistoryConnection, HistoryEntry } from './history-type.ts'
import { shownChanges } from '../../as-of/shown.ts'
import { shownEntry } from './shown-entry.ts'
import { ValueChange } from './value-change.ts'

/** `isHidden`: the reader may not see the details of the entry. */
type ShownEffect = { readonly changes: readonly Change[]; readonly isHidden: boolean }

const Effect = builder.objectRef<ShownEffect>('EntryEffect').implement({
  description: 'The changes an entry made to its item when it was recorded.',
  fields: (t) => ({
    words: t.string({
      description: 'In one line: "Due: 28 February 2018 → 30 April 2018; tracking: open → concluded".',
      resolve: ({ changes, isHidden }) => (isHidden && changes.length === 0 ? 'Not public.' : effectInWords(changes)),
    }),
    changes: t.field({
      type: [ValueChange],
      description: 'Every value that changed, including those of the entry itself.',
      resolve: ({ changes }) => changes.map(changeInWords),
    }),
  }),
})

const forAudit = ({ viewer }: Context): boolean => mayRead(viewer.role, 'audit')

async function shownEffect(entry: TimelineEntry, context: Context): Promise<ShownEffect> {
  const changes = (await (await entryLoaders(context)).effects(entry.stream)).get(entry.eventId) ?? []
  return {
    changes: await shownChanges(await context.readSession.view(), entry.stream, changes),
    isHidden: (await shownEntry(entry, context)) !== entry,
  }
}

async function entriesWith(filter: { correlation: string } | { causation: string }, page: Parameters<typeof pageOf>[0], context: Context) {
  const { snapshot } = await context.readSession.view()
  return asConnection(await listLog(snapshot, { ...pageOf(page), filter }), page)
}

builder.objectFields(HistoryEntry, (t) => ({
  effect: t.field({
    type: Effect,
    complexity: { field: 5, multiplier: 4 },
    description:
      'The changes it made to its item when it was recorded. For a correction, everything it corrected. For a late entry that a later one had already replaced, nothing.',
    resolve: (entry, _args, context) => shownEffect(entry, context),
  }),
  causationId: t.id({
    description: 'The `id` of the entry that caused it. If none did, its own `commandId`.',
    resolve: ({ metadata }) => metadata.causationId,
  }),
  causes: t.field({
    type: [HistoryEntry],
    nullable: true,
    complexity: { field: 20, multiplier: 10 },
    description: 'The entry that caused it, the cause of that entry, and so on, nearest first. For audit only.',
    resolve: async (entry: TimelineEntry, _args, context) =>
      forAudit(context) ? causesOf((await context.readSession.view()).snapshot, entry) : null,
  }),
  caused: t.field({
    type: HistoryConnection,
    nullable: true,
    args: { ...pageArgs },
    complexity: pageCost,
    description: 'Entries recorded because of it, oldest first. For audit only.',
    resolve: ({ eventId }, page, context) => (forAudit(context) ? entriesWith({ causation: eventId }, page, context) : null),
  }),
  together: t.field({
    type: HistoryConnection,
    nullable: true,
    args: { ...pageArgs },
    complexity: pageCost,
    description: 'Everything recorded under the same correlation id, including this entry, oldest first. For audit only.',
    resolve: ({ correlationId }, page, context) => (forAudit(context) ? entriesWith({ correlation: correlationId }, page, context) : null),
  }),
}))
