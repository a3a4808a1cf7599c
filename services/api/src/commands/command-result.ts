import type { CommandName, Fact, Recorded, Rejection, Role } from '@outstanding/domain'
import { commandRefusal } from '@outstanding/identity'
import { builder } from '../graphql/builder.ts'
import { permissions } from '../nouns/permissions.ts'
import type { ItemRefusal } from './refused-items.ts'
import { ItemRefusalType } from './refused-items.ts'
import type { EntryTypeName } from '../audit/history/enums.ts'
import { CommandType, EntryType, RoleType } from '../audit/history/enums.ts'

/** The outcome of a command. An expected failure is an answer, not an error. */
export type CommandAnswer =
  | {
      readonly kind: 'ACCEPTED'
      readonly stream: string
      readonly revision: number
      readonly position: string
      readonly projected: boolean
      /** Of a command to several items: those of which nothing could be recorded. */
      readonly refusedItems?: readonly ItemRefusal[]
    }
  /** The rules allow it; nothing was recorded. */
  | { readonly kind: 'ALLOWED'; readonly stream: string }
  | ({ readonly kind: 'REJECTED'; readonly refusedItems?: readonly ItemRefusal[] } & Rejection)
  | {
      readonly kind: 'CONFLICT'
      readonly stream: string
      readonly expected: number | null
      readonly actual: number | null
      readonly changes: readonly Recorded<Fact<string, unknown>>[]
    }
  | { readonly kind: 'NOT_FOUND'; readonly id: string; readonly field: string }
  | { readonly kind: 'FORBIDDEN'; readonly role: Role; readonly command: CommandName }

export type AnswerOf<Kind extends CommandAnswer['kind']> = Extract<CommandAnswer, { kind: Kind }>

const Accepted = builder.objectRef<AnswerOf<'ACCEPTED'>>('CommandAccepted').implement({
  description: 'The command was recorded. Repeating it gives the first answer again.',
  fields: (t) => ({
    id: t.exposeID('stream', { description: 'The item that was changed or created.' }),
    revision: t.exposeInt('revision', { description: 'Give this as `expectedRevision` of the next command.' }),
    logPosition: t.expose('position', {
      description: 'The log position of the last event that the command recorded.',
      type: 'LogPosition',
    }),
    projected: t.exposeBoolean('projected', {
      description: 'Whether the read models already show this entry. The API waits for them for up to two seconds.',
    }),
    refusedItems: t.field({
      type: [ItemRefusalType],
      description:
        'Of a command to several items: those of which nothing was recorded, because something was recorded about them at the same time. ' +
        'Sent again with the same `commandId`, the command tries them again.',
      resolve: ({ refusedItems }) => [...(refusedItems ?? [])],
    }),
    node: t.node({ description: 'The current state.', id: ({ stream }) => stream }),
  }),
})

const Allowed = builder.objectRef<AnswerOf<'ALLOWED'>>('CommandAllowed').implement({
  description: 'The answer to a command with `dryRun`: the rules allow it as things stand. Nothing was recorded.',
  fields: (t) => ({ id: t.exposeID('stream', { description: 'The item that the command would change.' }) }),
})

const Rejected = builder.objectRef<AnswerOf<'REJECTED'>>('CommandRejected').implement({
  description: 'A rule does not allow this command. Nothing was changed.',
  fields: (t) => ({
    rule: t.exposeString('rule', { description: 'The name of the rule.' }),
    field: t.exposeString('field', { description: 'The path of the input field that it concerns.' }),
    message: t.exposeString('message', { description: 'What is wrong, in one sentence.' }),
    remedy: t.exposeString('remedy', { description: 'What to do next, in one sentence.' }),
    refusedItems: t.field({
      type: [ItemRefusalType],
      description: 'Of a command to several items: each that the rules refuse, and why. Empty where it is refused as a whole.',
      resolve: ({ refusedItems }) => [...(refusedItems ?? [])],
    }),
  }),
})

const Change = builder.objectRef<AnswerOf<'CONFLICT'>['changes'][number]>('Change').implement({
  description: 'An entry recorded since.',
  fields: (t) => ({
    id: t.exposeID('eventId', { description: 'The id of the entry: its `id` in the history.' }),
    type: t.field({ type: EntryType, description: 'What was recorded.', resolve: ({ type }) => type as EntryTypeName }),
    revision: t.exposeInt('revision', { description: "The entry's number in its stream, from 0." }),
    logPosition: t.expose('position', { description: "The entry's position in the log.", type: 'LogPosition' }),
    recordedAt: t.expose('recordedAt', { description: 'When it was recorded (UTC).', type: 'DateTime' }),
    effectiveOn: t.field({
      description: 'The day it happened in the world (Europe/London).',
      type: 'Date',
      resolve: ({ metadata }) => metadata.effectiveOn,
    }),
    role: t.field({
      type: RoleType,
      description: 'The role of the person who recorded it.',
      resolve: ({ metadata }) => metadata.actor.role,
    }),
    data: t.field({ description: 'The details of the entry, as recorded in the log.', type: 'JSON', resolve: ({ data }) => data }),
  }),
})

const Conflict = builder.objectRef<AnswerOf<'CONFLICT'>>('CommandConflict').implement({
  description: 'The item has changed since the revision that the command was based on. Nothing was changed.',
  fields: (t) => ({
    id: t.exposeID('stream', { description: 'The `id` of the item.' }),
    expected: t.exposeInt('expected', { nullable: true, description: 'Null if the command expected that the item did not exist.' }),
    actual: t.exposeInt('actual', { nullable: true, description: 'Null if the item does not exist.' }),
    message: t.string({
      description: 'What happened, in one sentence.',
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
    field: t.exposeString('field', { description: 'The input field that contains it.' }),
    message: t.string({
      description: 'What was not found, in one sentence.',
      resolve: ({ id, field }) => `No ${kinds[field] ?? field} has the id "${id}". Check the id.`,
    }),
  }),
})

const Forbidden = builder.objectRef<AnswerOf<'FORBIDDEN'>>('CommandForbidden').implement({
  description: 'The role of your token cannot record this command.',
  fields: (t) => ({
    role: t.expose('role', { type: RoleType, description: 'The role of your token.' }),
    command: t.expose('command', { type: CommandType, description: 'The command that was sent.' }),
    message: t.string({
      description: 'Why, and whom to ask, in one sentence.',
      resolve: ({ role, command }) => commandRefusal(role, permissions().rolesFor(command)),
    }),
  }),
})

const typenames = {
  ACCEPTED: 'CommandAccepted',
  ALLOWED: 'CommandAllowed',
  REJECTED: 'CommandRejected',
  CONFLICT: 'CommandConflict',
  NOT_FOUND: 'CommandTargetNotFound',
  FORBIDDEN: 'CommandForbidden',
} as const

export const CommandResult = builder.unionType('CommandResult', {
  description: 'The result of a command. If you are not signed in you get the error `UNAUTHENTICATED` instead.',
  types: [Accepted, Allowed, Rejected, Conflict, NotFound, Forbidden],
  resolveType: ({ kind }) => typenames[kind],
})
