import { parseStream, recordedBySamePerson } from '@outstanding/domain'
import type { TimelineEntry } from '@outstanding/projection'
import { HistoryEntry } from '../audit/history/history-type.ts'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../server/context.ts'
import { foldedRecord } from './loaders.ts'

/** By what is on record now: the entry may have been corrected since. */
async function isBySamePerson({ stream, eventId, data }: TimelineEntry, context: Context): Promise<boolean> {
  const isDecision = typeof data === 'object' && data !== null && 'decision' in data
  if (!isDecision || parseStream(stream)?.aggregate !== 'recommendation') return false
  const { record } = await (await context.readSession.view()).load(foldedRecord, stream)
  return recordedBySamePerson(record).has(eventId)
}

builder.objectField(HistoryEntry, 'recordedBySamePerson', (t) =>
  t.boolean({
    description: 'For a decision: true if the same person recorded what it decided on, such as the proposal.',
    resolve: (entry, _args, context) => isBySamePerson(entry, context),
  }),
)
