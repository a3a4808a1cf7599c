import { builder } from '../../graphql/builder.ts'
import { asConnection, pageArgs, pageOf } from '../../lists/connection.ts'
import type { Context } from '../../server/context.ts'
import { pageCost } from '../../server/limits/cost.ts'
import { ParkedType } from './parked-type.ts'
import { parkedStream } from '../../as-of/parked-stream.ts'
import type { AsOf } from '../../as-of/as-of.ts'
import { HistoryConnection } from './history-type.ts'
import { nameOf, timelinePage } from './timeline-page.ts'

/** `asOf` where it was asked for in other times than now. */
type OfStream = { readonly id: string; readonly asOf?: AsOf }

/** The history of anything that has a stream. The parent's resolver has checked that it may be seen. */
export const HistoryOf = builder.interfaceRef<OfStream>('EventSourced').implement({
  description: 'Something with its own stream in the log.',
  fields: (t) => ({
    history: t.field({
      type: HistoryConnection,
      args: { ...pageArgs, newestFirst: t.arg.boolean({ description: 'Latest recorded first.' }) },
      complexity: pageCost,
      description:
        'Every entry, including corrected ones, oldest first by default. With `asKnownAt` on its owner, the entries recorded by then.',
      resolve: (parent, args, context) => historyOf(parent, args, context),
    }),
    parked: t.field({
      type: ParkedType,
      nullable: true,
      description: 'Null if every entry is shown. Always the present situation, whatever times are asked for.',
      resolve: async ({ id }, _args, context) => (await context.readSession.view()).load(parkedStream, id),
    }),
  }),
})

type Args = { first?: number | null; after?: string | null; newestFirst?: boolean | null }

async function historyOf({ id, asOf }: OfStream, args: Args, context: Context) {
  const request = pageOf(args)
  const asked = { stream: id, ...request, upTo: asOf?.knownAt ?? null, newestFirst: args.newestFirst === true }
  return asConnection(await (await context.readSession.view()).load(timelinePage, nameOf(asked)), request)
}
