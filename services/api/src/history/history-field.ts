import type { Context } from '../context.ts'
import { listTimeline } from '@outstanding/read-models'
import { builder } from '../builder.ts'
import { asConnection, pageArgs, pageOf } from '../connection/connection.ts'
import { pageCost } from '../limits/cost.ts'
import { HistoryConnection } from './history-type.ts'

type OfStream = { readonly id: string }

/** The history of anything that has a stream. Whoever resolved the parent has checked that it may be seen. */
export const HistoryOf = builder.interfaceRef<OfStream>('EventSourced').implement({
  description: 'Something with a stream of its own in the log.',
  fields: (t) => ({
    history: t.field({
      type: HistoryConnection,
      args: { ...pageArgs },
      complexity: pageCost,
      description: 'Every entry, the oldest first, corrected ones included.',
      resolve: (parent, args, context) => historyOf(parent.id, args, context),
    }),
  }),
})

async function historyOf(stream: string, args: { first?: number | null; after?: string | null }, context: Context) {
  const request = pageOf(args)
  return asConnection(await listTimeline((await context.reading.view()).snapshot, stream, request), request)
}
