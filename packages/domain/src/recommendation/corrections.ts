import type { Decision } from '../decision.ts'
import type { EntryCorrected, IsoDate } from '../envelope.ts'
import type { CorrectEntry } from './commands.ts'
import type { RecommendationEvent } from './events.ts'
import type { EntryOnRecord, RecommendationRecord, RecommendationState } from './state.ts'
import { accept } from '../decision.ts'
import { wholeCorrection } from '../entry/whole-correction.ts'
import { correctedFields } from './corrected-fields.ts'
import { decisionEvents } from './evolve.ts'
import { refuse, type Refusal } from './rules.ts'

type Outcome = Decision<RecommendationEvent>
type Change = EntryCorrected['data']['change']
type Replacement = Extract<Change, { kind: 'REPLACE' }>

/**
 * Puts an entry right. What is written holds everything that is replaced in the entry from now on, the earlier correction's fields
 * included, because of the corrections of an entry only the newest applies.
 */
export const correctEntry = (command: CorrectEntry, state: RecommendationState): Outcome => {
  const { entry, reason, change } = command.data
  const onRecord = state.record.entries[entry]
  if (onRecord === undefined || !Object.hasOwn(state.record.entries, entry)) return refuse(absence(entry, state.record), 'entry')
  if (change.kind === 'VOID') return written(entry, reason, change)
  if (onRecord.type === 'EntryCorrected') return correctCorrection(command, change, onRecord, state)
  const result = replacement(command, change, entry, state)
  return result.ok ? written(entry, reason, result.change) : result
}

const written = (entry: string, reason: string, change: Change): Outcome =>
  accept({ type: 'EntryCorrected', data: { entry, reason, change } })

const absence = (entry: string, record: RecommendationRecord) =>
  record.corrections.some((correction) => correction.entry === entry && correction.change.kind === 'VOID') ? 'voidEntry' : 'knownEntry'

type Replaced = { readonly ok: true; readonly change: Change } | Refusal

const replacement = (command: CorrectEntry, change: Replacement, entry: string, state: RecommendationState): Replaced => {
  const onRecord = state.record.entries[entry]
  if (onRecord === undefined) return refuse('knownEntry', 'entry')
  const effectiveOn = change.effectiveOn ?? onRecord.effectiveOn
  const refusal = nothingChanged(change, onRecord) ?? dayRefusal(command, change, onRecord, state.record)
  if (refusal !== null) return refusal
  const fields = correctedFields(
    { type: onRecord.type, data: onRecord.data, fields: change.fields, effectiveOn },
    command.data.policy,
    state,
  )
  if (!fields.ok) return fields
  const { reason } = command.data
  const whole = wholeCorrection({ entry, reason, change: { ...change, fields: fields.fields } }, state.record.corrections)
  return { ok: true, change: whole.change }
}

const nothingChanged = (change: Replacement, onRecord: EntryOnRecord): Refusal | null => {
  const same = Object.entries(change.fields).every(([field, value]) => JSON.stringify(value) === JSON.stringify(onRecord.data[field]))
  return same && (change.effectiveOn ?? onRecord.effectiveOn) === onRecord.effectiveOn ? refuse('changesSomething', 'change.fields') : null
}

/** Not after today; and a decision keeps its place among the decisions. */
const dayRefusal = (
  { today }: CorrectEntry,
  { effectiveOn }: Replacement,
  onRecord: EntryOnRecord,
  record: RecommendationRecord,
): Refusal | null => {
  if (effectiveOn === undefined) return null
  if (effectiveOn > today) return refuse('notAfterToday', 'change.effectiveOn')
  return decisionEvents.includes(onRecord.type) && leavesItsPlace(effectiveOn, onRecord, record)
    ? refuse('decisionOrder', 'change.effectiveOn')
    : null
}

const leavesItsPlace = (effectiveOn: IsoDate, onRecord: EntryOnRecord, record: RecommendationRecord): boolean =>
  Object.values(record.entries)
    .filter(({ type, revision }) => decisionEvents.includes(type) && revision !== onRecord.revision)
    .some((other) => (other.revision < onRecord.revision ? other.effectiveOn > effectiveOn : other.effectiveOn < effectiveOn))

/** Of a correction its reason and its change are corrected; a change is held to the same rules as when it was first made. */
const correctCorrection = (command: CorrectEntry, change: Replacement, onRecord: EntryOnRecord, state: RecommendationState): Outcome => {
  const { entry, reason } = command.data
  const target = (onRecord.data as EntryCorrected['data']).entry
  const refusal = nothingChanged(change, onRecord) ?? dayRefusal(command, change, onRecord, state.record)
  if (refusal !== null) return refusal
  const checked = correctedFields(
    { type: 'EntryCorrected', data: onRecord.data, fields: change.fields, effectiveOn: change.effectiveOn ?? onRecord.effectiveOn },
    command.data.policy,
    state,
  )
  if (!checked.ok) return checked
  const inner = change.fields.change as Change | undefined
  if (inner?.kind !== 'REPLACE') return written(entry, reason, change)
  if (!Object.hasOwn(state.record.entries, target)) return refuse('voidEntry', 'entry', target)
  const result = replacement(command, inner, target, state)
  if (!result.ok) return { ...result, rejection: { ...result.rejection, field: inFields(result.rejection.field) } }
  return written(entry, reason, { ...change, fields: { ...change.fields, change: result.change } })
}

const inFields = (field: string): string => (field.startsWith('change.') ? `change.fields.${field}` : field)
