import type { DatePrecisions, KnownTo, Principal, Source } from '@outstanding/domain'
import { builder } from '../graphql/builder.ts'
import { DatePrecision } from '../graphql/date-precision.ts'
import { PrincipalKind } from '../audit/history/enums.ts'
import { uuidOfPerson } from '../server/identity/person-id.ts'
import type { Filled } from './filled.ts'

export type InputFields = PothosSchemaTypes.InputFieldBuilder<typeof builder.$inferSchemaTypes, 'InputObject'>

const PrincipalInput = builder.inputType('PrincipalInput', {
  description: 'On whose behalf it is recorded. The rules check the principal, not the person who typed it.',
  fields: (t) => ({
    kind: t.field({ description: 'What kind of principal it is.', type: PrincipalKind, required: true }),
    id: t.id({ required: true, description: "An office's id, the slug of a body or committee, or the `id` of a person." }),
  }),
})

const SourceInput = builder.inputType('SourceInput', {
  description: 'Where and when this was recorded, according to a document. Shown as such; never used as the recorded time.',
  fields: (t) => ({
    system: t.string({ required: true, description: 'The origin of this claim, for example a publisher or a former system.' }),
    document: t.string({ description: 'The title or file name of the document.' }),
    place: t.string({ description: 'Page, paragraph or table.' }),
    recordedOn: t.field({ description: 'The day on which the document says that it was recorded (Europe/London).', type: 'Date' }),
  }),
})

const DateKnownToInput = builder.inputType('DateKnownToInput', {
  description: 'A date of the command that is not known to the day. It is given as the last day of its month or year.',
  fields: (t) => ({
    field: t.string({ required: true, description: 'The field: `effectiveOn`, `completedOn`, `decision.meetingOn` and so on.' }),
    precision: t.field({
      type: DatePrecision,
      required: true,
      description: 'MONTH or YEAR. In a correction DAY, where the day is known now.',
    }),
  }),
})

/** What every command brings besides its own fields. */
export const envelopeFields = (t: InputFields) => ({
  commandId: t.id({
    required: true,
    description: 'A UUID that you create. Sending the same command again with it changes nothing and gives the first answer.',
  }),
  expectedRevision: t.int({
    description: 'The `revision` of the item when you read it. If anything was recorded since, the command is refused as a conflict.',
  }),
  effectiveOn: t.field({ type: 'Date', required: true, description: 'The day it happened in the world (Europe/London), not after today.' }),
  datesKnownTo: t.field({
    type: [DateKnownToInput],
    description:
      'The dates that are not known to the day: "April 2018" is 30 April 2018, known to the MONTH. By default every date is known to the day.',
  }),
  onBehalfOf: t.field({ type: PrincipalInput, description: 'The principal. By default the person of the token.' }),
  source: t.field({ type: SourceInput, description: 'The document that this was taken from, if any.' }),
  causedBy: t.id({
    description: 'The id of the entry that led to this command. For a correction the default is the corrected entry.',
  }),
})

/** As the resolvers get it, nulls filled in. */
export type Envelope = {
  readonly commandId: string
  readonly expectedRevision: number | null
  readonly effectiveOn: string
  readonly datesKnownTo: readonly { readonly field: string; readonly precision: KnownTo }[] | null
  readonly onBehalfOf: { readonly kind: Principal['kind']; readonly id: string } | null
  readonly source: Filled<{ system: string; document?: string | null; place?: string | null; recordedOn?: string | null }> | null
  readonly causedBy: string | null
}

/** Undefined where every date is known to the day. */
export const precisionsIn = ({ datesKnownTo }: Pick<Envelope, 'datesKnownTo'>): DatePrecisions | undefined => {
  const known = (datesKnownTo ?? []).map(({ field, precision }) => [field, precision] as const)
  return known.length === 0 ? undefined : Object.fromEntries(known)
}

export const principalOf = ({ onBehalfOf }: Envelope): Principal | undefined =>
  onBehalfOf ? { kind: onBehalfOf.kind, id: principalId(onBehalfOf) } : undefined

/** Rules compare a person with the one who typed, whose id is a bare uuid. */
const principalId = ({ kind, id }: NonNullable<Envelope['onBehalfOf']>): string => (kind === 'person' ? (uuidOfPerson(id) ?? id) : id)

export const sourceOf = ({ source }: Envelope): Source | undefined =>
  source
    ? {
        system: source.system,
        ...(source.document !== null && { document: source.document }),
        ...(source.place !== null && { place: source.place }),
        ...(source.recordedOn !== null && { recordedOn: source.recordedOn }),
      }
    : undefined
