import type { EntryCorrected, Principal } from '@outstanding/domain'
import { allToTheDay, precisionOf } from '@outstanding/domain'
import type { Context } from '../../server/context.ts'
import type { Removed, TimelineEntry } from '@outstanding/projection'
import type { Exported } from '@outstanding/transparency-log'
import { builder } from '../../graphql/builder.ts'
import { DatePrecision } from '../../graphql/date-precision.ts'
import { mayRead } from '@outstanding/identity'
import { connectionTo } from '../../lists/connection.ts'
import { nameOf } from '../../nouns/noun.ts'
import { personIdOf } from '../../server/identity/person-id.ts'
import type { Viewer } from '../../server/identity/viewer.ts'
import type { EntryTypeName } from './enums.ts'
import { EntryType, notPublic, PrincipalKind, RoleType } from './enums.ts'
import { sentenceIn, shownEntry } from './shown-entry.ts'

const nameNow = async (id: string, { readSession }: Context): Promise<string | null> => nameOf(id, await readSession.view())

const showsNames = ({ role }: Viewer): boolean => mayRead(role, 'names')

export const PrincipalType = builder.objectRef<Principal>('Principal').implement({
  description: 'On whose behalf it was recorded.',
  fields: (t) => ({
    kind: t.expose('kind', { type: PrincipalKind, description: 'What kind of principal it is.' }),
    id: t.id({
      description: "An office's `id`, the slug of a body, or the `id` of a person.",
      resolve: ({ kind, id }) => (kind === 'person' ? personIdOf(id) : id),
    }),
    name: t.string({
      nullable: true,
      description: "The office's name, if it is on the register.",
      // A person is named as the actor is, to those who may see names.
      resolve: ({ kind, id }, _args, context) => (kind === 'person' ? null : nameNow(id, context)),
    }),
  }),
})

const ActorType = builder.objectRef<TimelineEntry['actor']>('Actor').implement({
  description: 'Who typed it. Signed out, only the role is shown.',
  fields: (t) => ({
    id: t.id({
      nullable: true,
      description: 'The `id` of the person, `person-{uuid}`. Null when signed out.',
      resolve: ({ id }, _args, { viewer }) => (showsNames(viewer) ? personIdOf(id) : null),
    }),
    name: t.string({
      nullable: true,
      description: 'Null when signed out; "name removed" if it was removed.',
      resolve: async ({ id }, _args, context) => (showsNames(context.viewer) ? nameNow(personIdOf(id), context) : null),
    }),
    role: t.expose('role', { type: RoleType, description: 'The role in which they acted.' }),
    onBehalfOf: t.field({
      type: PrincipalType,
      nullable: true,
      description: 'On whose behalf it was recorded. Null if they acted for themselves, or if that is a person and you are signed out.',
      resolve: ({ onBehalfOf }, _args, { viewer }) => (onBehalfOf?.kind === 'person' && !showsNames(viewer) ? null : onBehalfOf),
    }),
  }),
})

const SourceType = builder.objectRef<NonNullable<TimelineEntry['metadata']['source']>>('Source').implement({
  description: 'Where and when this was recorded, according to a document.',
  fields: (t) => ({
    system: t.exposeString('system', { description: 'The origin of this claim, for example a publisher or a former system.' }),
    document: t.exposeString('document', {
      nullable: true,
      description: 'The title or file name of the document. Null if none was given.',
    }),
    place: t.exposeString('place', { nullable: true, description: 'Page, paragraph or table. Null if none was given.' }),
    recordedOn: t.expose('recordedOn', {
      type: 'Date',
      nullable: true,
      description: 'The day on which the document says it was recorded. Null if none was given.',
    }),
  }),
})

const ExportType = builder.objectRef<Exported>('BundleExport').implement({
  description: 'A bundle written by "outstanding export". It holds the log up to an entry, with every text sealed.',
  fields: (t) => ({
    exportedAt: t.field({
      type: 'DateTime',
      description: 'When it was written (UTC).',
      resolve: ({ exportedAt }) => exportedAt.toISOString(),
    }),
    events: t.exposeInt('events', { description: 'How many entries of the log it holds, from the first on.' }),
    withTexts: t.exposeBoolean('withTexts', { description: 'Whether a file with the texts, readable, was written beside it.' }),
  }),
})

type RemovedText = Removed & { readonly index: number }

const TextRemoved = builder.objectRef<RemovedText>('TextRemoved').implement({
  description: 'The text of an entry was removed because it held personal data. "text removed" is shown in place of each of its texts.',
  fields: (t) => ({
    entry: t.exposeID('by', { description: 'The entry that removed it.' }),
    on: t.expose('on', { type: 'Date', description: 'The day on which it was removed (Europe/London).' }),
    reason: t.exposeString('reason', { description: 'Why it was removed.' }),
    earlierExports: t.field({
      type: [ExportType],
      nullable: true,
      description:
        'The bundles written before the removal that hold the entry, oldest first. A bundle holds the text sealed, and nobody has the key. A file with readable texts (`withTexts`) has to be deleted by the person who holds it. For audit only.',
      resolve: async ({ index, recordedAt }, _args, { viewer, exportsHolding }) =>
        mayRead(viewer.role, 'audit') || viewer.role === 'information-governance' ? [...(await exportsHolding(index, recordedAt))] : null,
    }),
  }),
})

const correctionIn = ({ type, data }: TimelineEntry): EntryCorrected['data'] | null =>
  type === 'EntryCorrected' ? (data as EntryCorrected['data']) : null

export const HistoryEntry = builder.objectRef<TimelineEntry>('HistoryEntry').implement({
  description: 'One entry of the log, with both times: when it happened and when it was recorded. Entries are never changed or removed.',
  fields: (t) => ({
    id: t.exposeID('eventId', { description: "The event's id; give this id to correct the entry." }),
    type: t.field({
      type: EntryType,
      description: 'What it records.',
      resolve: async (entry, _args, context) => (await shownEntry(entry, context)).type as EntryTypeName,
    }),
    words: t.string({
      description: 'The entry in one sentence.',
      resolve: async (entry, _args, context) => sentenceIn(await shownEntry(entry, context)),
    }),
    effectiveOnPrecision: t.field({
      type: DatePrecision,
      description: 'How exactly that day is known.',
      resolve: ({ metadata }) => precisionOf(metadata.precisions ?? allToTheDay, 'effectiveOn'),
    }),
    effectiveOn: t.expose('effectiveOn', { type: 'Date', description: 'The day it happened in the world, as first recorded.' }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'When it was recorded, according to the event store (UTC).' }),
    logPosition: t.expose('position', { type: 'LogPosition', description: 'Its position in the log.' }),
    revision: t.exposeInt('revision', { description: 'Its number in its stream, from 0.' }),
    stream: t.exposeID('stream', { description: 'The `id` of the item that it belongs to.' }),
    logIndex: t.int({
      nullable: true,
      description: 'Its index among all events of the log, from 0. For audit only.',
      resolve: ({ index }, _args, { viewer }) => (mayRead(viewer.role, 'audit') ? index : null),
    }),
    actor: t.expose('actor', { type: ActorType, description: 'Who recorded it.' }),
    correlationId: t.exposeID('correlationId', { description: 'The same id for everything that was recorded together.' }),
    commandId: t.id({ description: 'The id of the command that recorded it.', resolve: ({ metadata }) => metadata.commandId }),
    policyVersion: t.int({
      nullable: true,
      description: 'The version of the policy that was applied.',
      resolve: ({ metadata }) => metadata.policy?.version,
    }),
    source: t.field({
      type: SourceType,
      nullable: true,
      description: 'The document it was taken from. Null if none was given, or if you may not see the details.',
      resolve: async (entry, _args, context) => (await shownEntry(entry, context)).metadata.source,
    }),
    illustrative: t.boolean({
      description: 'True for an invented council (example data).',
      resolve: ({ metadata }) => metadata.illustrative === true,
    }),
    data: t.field({
      type: 'JSON',
      nullable: true,
      description: 'The event as recorded in the log. Only when signed in.',
      resolve: ({ data }, _args, { viewer }) => (viewer.signedIn ? data : null),
    }),
    corrects: t.id({
      nullable: true,
      description: 'The entry that this one corrects.',
      resolve: async (entry, _args, context) => correctionIn(await shownEntry(entry, context))?.entry,
    }),
    reason: t.string({
      nullable: true,
      description: 'Why it was corrected.',
      resolve: async (entry, _args, context) => correctionIn(await shownEntry(entry, context))?.reason,
    }),
    correctedBy: t.idList({
      description: 'The corrections that name this entry, oldest first.',
      resolve: ({ correctedBy }) => [...correctedBy],
    }),
    textRemoved: t.field({
      type: TextRemoved,
      nullable: true,
      description: 'Why its text is no longer shown. Null if it was not removed, or if you may not see the details.',
      resolve: async (entry, _args, context) => {
        const shown = await shownEntry(entry, context)
        return shown.type === notPublic || shown.removed === null ? null : { ...shown.removed, index: shown.index }
      },
    }),
    void: t.exposeBoolean('void', { description: 'True if the correction in force says that this never happened.' }),
  }),
})

export const HistoryConnection = connectionTo(HistoryEntry, 'History')
