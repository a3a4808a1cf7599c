import type { Snapshot } from '@outstanding/read-models'
import { builder } from '../builder.ts'

const LogPosition = builder.objectRef<Snapshot>('LogPosition').implement({
  description:
    'What an answer was built from. Asked together with other fields it is theirs: one query reads one state of the read models.',
  fields: (t) => ({
    position: t.expose('position', {
      type: 'Position',
      nullable: true,
      description: 'The last place of the log that is in it; null before the first event.',
    }),
    events: t.exposeInt('events', { description: 'How many events of the log that is.' }),
    readModelVersion: t.exposeInt('version'),
    today: t.expose('today', { type: 'Date', description: 'The day in London: the default of every `asAt`.' }),
  }),
})

builder.queryFields((t) => ({
  position: t.field({ type: LogPosition, resolve: async (_root, _args, context) => (await context.reading.view()).snapshot }),
}))
