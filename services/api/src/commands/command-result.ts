import type { Recorded, Fact, Rejection, Role } from '@outstanding/domain'
import { commandRefusal } from '@outstanding/identity'
import { builder } from '../graphql/builder.ts'
import { permissions } from '../nouns/permissions.ts'
import type { EntryTypeName } from '../audit/history/enums.ts'
import { EntryType, RoleType } from '../audit/history/enums.ts'

/** What became of a command: an expected failure is an answer, not an error. */
export type CommandAnswer =
  | {
      readonly kind: 'ACCEPTED'
      readonly stream: string
      readonly revision: number
      readonly position: string
      readonly projected: boolean
    }
  | ({ readonly kind: 'REJECTED' } & Rejection)
  | {
      readonly kind: 'CONFLICT'
      readonly stream: string
      readonly expected: number | null
      readonly actual: number | null
      readonly changes: readonly Recorded<Fact<string, unknown>>[]
    }
  | { readonly kind: 'NOT_FOUND'; readonly id: string; readonly field: string }
  | { readonly kind: 'FORBIDDEN'; readonly role: Role; readonly command: string }

export type AnswerOf<Kind extends CommandAnswer['kind']> = Extract<CommandAnswer, { kind: Kind }>

const Accepted = builder.objectRef<AnswerOf<'ACCEPTED'>>('CommandAccepted').implement({
  description: 'It is recorded. A repeated command gives its first answer again.',
  fields: (t) => ({
    id: t.exposeID('stream', { description: 'What was changed or made: the id of a node.' }),
    revision: t.exposeInt('revision', { description: 'What `expectedRevision` of the next command names.' }),
    logPosition: t.expose('position', {
      description: 'The place in the log of the last event that the command recorded.',
      type: 'LogPosition',
    }),
    projected: t.exposeBoolean('projected', {
      description: 'Whether the read models hold this very entry already: they were waited for, two seconds at most.',
    }),
    node: t.node({ description: 'The current state.', id: ({ stream }) => stream }),
  }),
})

const Rejected = builder.objectRef<AnswerOf<'REJECTED'>>('CommandRejected').implement({
  description: 'A rule does not allow it; nothing was changed.',
  fields: (t) => ({
    rule: t.exposeString('rule', { description: 'The name of the rule.' }),
    field: t.exposeString('field', { description: 'The field of the input that it is about, as a path.' }),
    message: t.exposeString('message', { description: 'What is wrong, in a sentence for people.' }),
    remedy: t.exposeString('remedy', { description: 'What to do next, in a sentence for people.' }),
  }),
})

const Change = builder.objectRef<AnswerOf<'CONFLICT'>['changes'][number]>('Change').implement({
  description: 'An entry recorded since.',
  fields: (t) => ({
    id: t.exposeID('eventId', { description: 'The id of the entry: its `id` in the history.' }),
    type: t.field({ type: EntryType, description: 'What was recorded.', resolve: ({ type }) => type as EntryTypeName }),
    revision: t.exposeInt('revision', { description: "The entry's place in its stream, from 0." }),
    logPosition: t.expose('position', { description: "The entry's place in the log.", type: 'LogPosition' }),
    recordedAt: t.expose('recordedAt', { description: 'When it was recorded (UTC).', type: 'DateTime' }),
    effectiveOn: t.field({
      description: 'The day it happened in the world (Europe/London).',
      type: 'Date',
      resolve: ({ metadata }) => metadata.effectiveOn,
    }),
    role: t.field({ type: RoleType, description: 'The role of who recorded it.', resolve: ({ metadata }) => metadata.actor.role }),
    data: t.field({ description: 'The details of the entry, as the log holds them.', type: 'JSON', resolve: ({ data }) => data }),
  }),
})

const Conflict = builder.objectRef<AnswerOf<'CONFLICT'>>('CommandConflict').implement({
  description: 'The item is not at the revision that the command was based on; nothing was changed.',
  fields: (t) => ({
    id: t.exposeID('stream', { description: 'The `id` of the item.' }),
    expected: t.exposeInt('expected', { nullable: true, description: 'Null: that nothing was there.' }),
    actual: t.exposeInt('actual', { nullable: true, description: 'Null: nothing is there.' }),
    message: t.string({
      description: 'What happened, in a sentence for people.',
      resolve: ({ changes }) => `Since then ${changes.length === 1 ? 'one entry was' : `${changes.length} entries were`} recorded.`,
    }),
    changes: t.field({ type: [Change], description: 'The entries recorded since, oldest first.', resolve: ({ changes }) => [...changes] }),
  }),
})

/** What the id in a field of the input should be of; any other field is named for it. */
const kinds: Readonly<Record<string, string>> = {
  'onBehalfOf.id': 'office',
  parent: 'recommendation',
  causedBy: 'entry',
  stream: 'item',
}

const NotFound = builder.objectRef<AnswerOf<'NOT_FOUND'>>('CommandTargetNotFound').implement({
  description: 'An id in the command does not exist.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id that was given.' }),
    field: t.exposeString('field', { description: 'The field of the input that names it.' }),
    message: t.string({
      description: 'What was not found, in a sentence for people.',
      resolve: ({ id, field }) => `No ${kinds[field] ?? field} has the id "${id}". Check the id.`,
    }),
  }),
})

const Forbidden = builder.objectRef<AnswerOf<'FORBIDDEN'>>('CommandForbidden').implement({
  description: 'The role of the token cannot give this command.',
  fields: (t) => ({
    role: t.expose('role', { type: RoleType, description: 'The role of your token.' }),
    command: t.exposeString('command', { description: 'The command, as the domain names it, for example `AgreeAssessment`.' }),
    message: t.string({
      description: 'Why, and whom to ask: a sentence for people.',
      resolve: ({ role, command }) => commandRefusal(role, permissions().rolesFor(command)),
    }),
  }),
})

const typenames = {
  ACCEPTED: 'CommandAccepted',
  REJECTED: 'CommandRejected',
  CONFLICT: 'CommandConflict',
  NOT_FOUND: 'CommandTargetNotFound',
  FORBIDDEN: 'CommandForbidden',
} as const

export const CommandResult = builder.unionType('CommandResult', {
  description: 'The result of a command. If you are not signed in you get the error `UNAUTHENTICATED` instead.',
  types: [Accepted, Rejected, Conflict, NotFound, Forbidden],
  resolveType: ({ kind }) => typenames[kind],
})
