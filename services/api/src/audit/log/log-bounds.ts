import type { Snapshot } from '@outstanding/projection'
import { newestEntry, oldestEntry } from '@outstanding/projection'
import { builder } from '../../graphql/builder.ts'
import { resolveAsOf } from '../../as-of/as-of.ts'
import { asOfArgs } from '../../as-of/as-of-args.ts'

type Bounds = Pick<Snapshot, 'version' | 'today'> & {
  readonly position: string | null
  readonly events: number
  readonly lastRecordedAt: string | null
  readonly firstRecordedAt: string | null
}

const LogBounds = builder.objectRef<Bounds>('LogBounds').implement({
  description: 'The state an answer was built from. One query reads one state of the read models for all its fields.',
  fields: (t) => ({
    logPosition: t.expose('position', {
      type: 'LogPosition',
      nullable: true,
      description: 'The last log position it includes. Null before the first event.',
    }),
    events: t.exposeInt('events', { description: 'The number of events it includes.' }),
    lastRecordedAt: t.expose('lastRecordedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the last of these events was recorded. Null before the first event.',
    }),
    firstRecordedAt: t.expose('firstRecordedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the first event of the whole log was recorded, whatever position is asked for.',
    }),
    readModelVersion: t.exposeInt('version', {
      description:
        'The version of the read models that the answer was read from: the sum of the versions of each. It grows with every change.',
    }),
    today: t.expose('today', { type: 'Date', description: 'Today in London: the default of every `asAt`.' }),
  }),
})

builder.queryFields((t) => ({
  logBounds: t.field({
    type: LogBounds,
    description: 'How far the read models go, or the log position that `asKnownAt` refers to.',
    args: { asKnownAt: asOfArgs.asKnownAt },
    resolve: async (_root, { asKnownAt }, context): Promise<Bounds> => {
      const { snapshot } = await context.readSession.view()
      const { version, today } = snapshot
      const { knownAt, knownIndex } = await resolveAsOf(snapshot, { asKnownAt })
      const [last, first] = [await newestEntry(snapshot, knownAt), await oldestEntry(snapshot)]
      const times = { lastRecordedAt: last?.recordedAt ?? null, firstRecordedAt: first?.recordedAt ?? null }
      if (knownIndex === null) return { version, today, ...times, events: snapshot.events, position: snapshot.position }
      return { version, today, ...times, events: knownIndex + 1, position: last?.position ?? null }
    },
  }),
}))
