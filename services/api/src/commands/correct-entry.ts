import type { Command, CommandName, DatePrecisions, Decider, DomainFact, EntryCorrected } from '@outstanding/domain'
import { isIsoDate, registry } from '@outstanding/domain'
import { builder } from '../graphql/builder.ts'
import { commandField } from './command-mutation.ts'
import { precisionsIn } from './envelope-input.ts'
import { executeCommand } from './execute-command.ts'
import { rejected } from './rejected.ts'
import type { Ready } from './execute-command.ts'
import type { Facts } from './facts.ts'
import { allNouns } from '../nouns/noun.ts'
import { permissions } from '../nouns/permissions.ts'

type Change = EntryCorrected['data']['change']
/** The stream's name says which aggregate it is, and nobody else writes to it. */
type AnyDecider = Decider<unknown, Command<string, unknown>, DomainFact>

const ChangeKind = builder.enumType('CorrectionKind', {
  description: 'How an entry is corrected.',
  values: {
    VOID: { description: 'The entry never happened.' },
    REPLACE: { description: 'Fields of the entry, or its date, are replaced.' },
  } as const,
})

const CorrectionInput = builder.inputType('CorrectionInput', {
  description: 'What a correction changes.',
  fields: (t) => ({
    kind: t.field({ description: 'Whether the entry never happened, or its details were wrong.', type: ChangeKind, required: true }),
    fields: t.field({ type: 'JSON', description: "With REPLACE: an object with the names of the entry's fields and their right values." }),
    effectiveOn: t.field({ type: 'Date', description: 'With REPLACE: the day on which it really happened.' }),
  }),
})

type Given = { readonly kind: 'VOID' | 'REPLACE'; readonly fields: unknown; readonly effectiveOn: string | null }

function changeOf({ kind, fields, effectiveOn }: Given, precisions: DatePrecisions | undefined): Change | null {
  if (kind === 'VOID') return { kind }
  if (!isFields(fields ?? {})) return null
  return {
    kind,
    fields: (fields ?? {}) as Record<string, unknown>,
    ...(isIsoDate(effectiveOn) && { effectiveOn }),
    ...(precisions && { precisions }),
  }
}

const isFields = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The command that records an entry of this type. */
const commandOf = (type: string): CommandName => (registry.commandOfEvent.get(type) ?? 'CorrectEntry') as CommandName

/** What the nouns add to what a correction is decided with. */
async function factsOfCorrection(facts: Facts, authority: string, day: string | undefined): Promise<object> {
  const found = await Promise.all(Object.values(allNouns()).map((noun) => noun.factsOfCorrection?.(facts, authority, day)))
  return Object.assign({}, ...found) as object
}

commandField('CorrectEntry', {
  description: 'Corrects an entry of any item except a person. The entry and the correction, with its reason, stay visible.',
  fields: (t) => ({
    stream: t.id({ required: true, description: 'The `id` of the recommendation, report, office or policy.' }),
    entry: t.id({ required: true, description: 'The `id` of the entry in its history, which may itself be a correction.' }),
    reason: t.string({ description: 'Why it is corrected; shown with the correction.', required: true }),
    change: t.field({ description: 'What the correction changes.', type: CorrectionInput, required: true }),
  }),
  execute: async (input, facts, context) => {
    const { stream, entry, reason } = input
    const aggregate = registry.aggregateOf(stream)
    const existing = await facts.stream(stream)
    if (!existing || !aggregate) return { kind: 'NOT_FOUND', id: stream, field: 'stream' }
    const { role } = context.viewer
    const named = await facts.entry(stream, entry)
    if (named && !permissions().mayCorrect(role, named.corrects)) return { kind: 'FORBIDDEN', role, command: commandOf(named.corrects) }
    const change = changeOf(input.change, precisionsIn(input))
    if (!change)
      return rejected('isObject', 'change.fields', {
        message: 'The fields to replace are not an object.',
        remedy: 'Use an object with field names and their right values.',
      })
    // What is derived is derived again as of the corrected entry's day.
    const day = (change.kind === 'REPLACE' ? change.effectiveOn : undefined) ?? named?.effectiveOn
    const data = { entry, reason, change, ...(await factsOfCorrection(facts, existing.authority, day)) }
    const ready: Ready<typeof data> = { kind: 'READY', stream, ...existing, data }
    return executeCommand(context, aggregate.decider as AnyDecider, { ready, type: 'CorrectEntry', input })
  },
})
