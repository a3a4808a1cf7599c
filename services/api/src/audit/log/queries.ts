import type { LogFilter, LogResult, PageRequest } from '@outstanding/projection'
import { listLog, maxCounted } from '@outstanding/projection'
import { builder } from '../../graphql/builder.ts'
import { asConnection, pageArgs, pageOf } from '../../lists/connection.ts'
import { entryLoaders } from '../history/entry-loaders.ts'
import { fieldError } from '../../server/errors/field-error.ts'
import { EventType } from '../history/enums.ts'
import { HistoryEntry } from '../history/history-type.ts'
import { personIdRemedy, uuidOfPerson } from '../../server/identity/person-id.ts'
import { refuseUnknownInLog } from './refuse-unknown-in-log.ts'
import { pageCost } from '../../server/limits/cost.ts'
import { resolveAsOf } from '../../as-of/as-of.ts'
import { endOfLondonDay, startOfLondonDay } from '../../as-of/london-day.ts'
import { asOfArgs } from '../../as-of/as-of-args.ts'

const maxDaysLate = 100_000

const LogFilterInput = builder.inputType('LogFilter', {
  description:
    'An entry must match every part given and, for a list, any one value. Days are inclusive, in London. A value that does not occur in the log is refused.',
  fields: (t) => ({
    stream: t.id({ description: "An item's `id`." }),
    type: t.field({ type: [EventType], description: 'Event types: any of these.' }),
    actor: t.id({ description: 'The `id` of the person who typed it, `person-{uuid}`.' }),
    authority: t.id({ description: 'A slug.' }),
    recordedFrom: t.field({ type: 'Date', description: 'Recorded on or after this day.' }),
    recordedTo: t.field({ type: 'Date', description: 'Recorded on or before this day.' }),
    effectiveFrom: t.field({ type: 'Date', description: 'The day it happened, as first recorded.' }),
    effectiveTo: t.field({ type: 'Date', description: 'Happened on or before this day, as first recorded.' }),
    correlation: t.id({ description: 'What was recorded together.' }),
    causation: t.id({ description: 'What was recorded because of this entry.' }),
    moreDaysLateThan: t.int({
      description: `Recorded more than this many days after it happened: 0 to ${maxDaysLate}. For late entries.`,
    }),
  }),
})
type Given = typeof LogFilterInput.$inferInput

const filterOf = ({ recordedFrom, recordedTo, effectiveTo, actor, ...same }: Given, asAt: string | null): LogFilter => ({
  ...same,
  actor: actor == null ? null : uuidOfActor(actor),
  effectiveTo: asAt !== null && (effectiveTo == null || asAt < effectiveTo) ? asAt : effectiveTo,
  recordedFrom: recordedFrom == null ? null : startOfLondonDay(recordedFrom),
  recordedTo: recordedTo == null ? null : endOfLondonDay(recordedTo),
})

function uuidOfActor(actor: string): string {
  const uuid = uuidOfPerson(actor)
  if (uuid === null) throw fieldError('opaquePersonId', 'actor', `"${actor}" is not the id of a person. ${personIdRemedy}`)
  return uuid
}

function refuseDays(days: number): void {
  if (days < 0 || days > maxDaysLate)
    throw fieldError('isDays', 'moreDaysLateThan', `moreDaysLateThan must be a whole number of days from 0 to ${maxDaysLate}.`)
}

const connectionOf = (result: LogResult, page: PageRequest) => ({ ...asConnection(result, page), counted: result.counted === true })

const LogConnection = builder.connectionObject(
  {
    type: HistoryEntry,
    name: 'LogConnection',
    description: 'One page of the log.',
    fields: (t) => ({
      counted: t.boolean({
        description: `False if there are more than \`totalCount\`: counting stops at ${maxCounted}.`,
        resolve: (connection) => (connection as unknown as { counted: boolean }).counted,
      }),
    }),
  },
  { name: 'LogEdge', description: 'One entry of the log, with its place in the list.' },
)

builder.queryFields((t) => ({
  log: t.field({
    type: LogConnection,
    description: 'Every event of every item on the register, in the order they were recorded. For audit.',
    authScopes: { audit: true },
    args: {
      ...pageArgs,
      filter: t.arg({ type: LogFilterInput, description: 'Which entries. By default all.' }),
      newestFirst: t.arg.boolean({ defaultValue: true, required: true, description: 'True: newest first. False: oldest first.' }),
      ...asOfArgs,
    },
    complexity: pageCost,
    resolve: async (_root, { filter, newestFirst, asAt, asKnownAt, ...page }, context) => {
      const view = await context.readSession.view()
      const asOf = await resolveAsOf(view.snapshot, { asAt, asKnownAt })
      const { snapshot } = view.at(asOf)
      const asked = filterOf(filter ?? {}, asOf.asAt)
      refuseDays(asked.moreDaysLateThan ?? 0)
      const found = connectionOf(await listLog(snapshot, { ...pageOf(page), newestFirst, filter: asked }), page)
      if (found.isEmptyList) await refuseUnknownInLog(view, asked)
      return found
    },
  }),
  entry: t.field({
    type: HistoryEntry,
    nullable: true,
    description: 'One event of the log by its `id`. For audit.',
    authScopes: { audit: true },
    args: { id: t.arg.id({ required: true, description: 'The `id` of the entry.' }) },
    resolve: async (_root, { id }, context) => (await entryLoaders(context)).entry(id),
  }),
}))
