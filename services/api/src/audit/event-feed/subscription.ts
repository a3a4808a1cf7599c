import { sentenceOf } from '@outstanding/wording'
import { builder } from '../../graphql/builder.ts'
import { EntryType, RoleType } from '../history/enums.ts'
import { eventsAfter } from './event-feed.ts'
import { startOf } from './start-of.ts'
import type { FeedEvent } from './event-feed.ts'

const FeedEventType = builder.objectRef<FeedEvent>('FeedEvent').implement({
  description: 'An entry that was recorded and is now shown.',
  fields: (t) => ({
    logPosition: t.expose('position', { type: 'LogPosition', description: 'Pass it as `after` to continue from here.' }),
    entry: t.exposeID('eventId', { description: 'Its entry in the history.' }),
    stream: t.exposeID('stream', { description: 'The `id` of the item that it belongs to.' }),
    revision: t.exposeInt('revision', { description: 'Its number in its stream, from 0.' }),
    type: t.field({ type: EntryType, description: 'What was recorded.', resolve: ({ type }) => type }),
    words: t.string({ description: 'The entry in one sentence.', resolve: ({ type, data }) => sentenceOf(type, data) }),
    effectiveOn: t.field({
      type: 'Date',
      description: 'The day it happened in the world (Europe/London).',
      resolve: ({ metadata }) => metadata.effectiveOn,
    }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'When it was recorded (UTC).' }),
    role: t.field({
      type: RoleType,
      description: 'The role of the person who recorded it.',
      resolve: ({ metadata }) => metadata.actor.role,
    }),
    node: t.node({ description: 'The current state.', id: ({ stream }) => stream }),
  }),
})

builder.subscriptionFields((t) => ({
  changes: t.field({
    type: FeedEventType,
    description:
      'Every change that you may see, in log order, as server-sent events (`accept: text/event-stream`). Can be resumed: nothing between `after` and now is left out.',
    args: { after: t.arg({ type: 'LogPosition', description: 'Starts after this log position. Without it, starts now.' }) },
    subscribe: async (_root, { after }, context) => eventsAfter(context, after == null ? null : await startOf(context, after)),
    resolve: (event) => event,
  }),
}))
