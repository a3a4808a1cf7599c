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
  const onRecord = entryOf(entry, state.record)
  if (onRecord === undefined) return refuse(absence(entry, state.record), 'entry')
  if (change.kind === 'VOID') return accept({ type: 'EntryCorrected', data: { entry, reason, change } })
  const replaced = replacement(command, change, onRecord, state)
  const result = replaced.ok && onRecord.type === 'EntryCorrected' ? innerReplacement(command, replaced.change, onRecord, state) : replaced
  return result.ok ? accept({ type: 'EntryCorrected', data: whole(entry, reason, result.change, state) }) : result
}

const whole = (entry: string, reason: string, change: Change, { record }: RecommendationState): EntryCorrected['data'] =>
  wholeCorrection({ entry, reason, change }, record.corrections)

const absence = (entry: string, record: RecommendationRecord) =>
  record.corrections.some((correction) => correction.entry === entry && correction.change.kind === 'VOID') ? 'voidEntry' : 'knownEntry'

type Replaced = { readonly ok: true; readonly change: Replacement } | Refusal

const replacement = (command: CorrectEntry, change: Replacement, onRecord: EntryOnRecord, state: RecommendationState): Replaced => {
  const effectiveOn = change.effectiveOn ?? onRecord.effectiveOn
  const refusal = nothingChanged(change, onRecord) ?? dayRefusal(command, change, onRecord, state.record)
  if (refusal !== null) return refusal
  const corrected = { type: onRecord.type, data: onRecord.data, fields: change.fields, effectiveOn }
  const fields = correctedFields(corrected, command.data.policy, state)
  return fields.ok ? { ok: true, change: { ...change, fields: fields.fields } } : fields
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
  record.entries
    .filter(({ type, revision }) => decisionEvents.includes(type) && revision !== onRecord.revision)
    .some((other) => (other.revision < onRecord.revision ? other.effectiveOn > effectiveOn : other.effectiveOn < effectiveOn))

/** Where a correction is given another change, that is held to the rules of the entry which it puts right; only the newest can be. */
const innerReplacement = (command: CorrectEntry, change: Replacement, onRecord: EntryOnRecord, state: RecommendationState): Replaced => {
  const inner = change.fields.change as Change | undefined
  if (inner?.kind !== 'REPLACE') return { ok: true, change }
  const { entry, reason } = onRecord.data as EntryCorrected['data']
  const target = entryOf(entry, state.record)
  if (target === undefined) return refuse('voidEntry', 'entry')
  if (isOvertaken(entry, onRecord, state.record)) return refuse('newestCorrection', 'entry')
  const replaced = replacement(command, inner, target, state)
  if (!replaced.ok) return { ...replaced, rejection: { ...replaced.rejection, field: inFields(replaced.rejection.field) } }
  return { ok: true, change: { ...change, fields: { ...change.fields, change: whole(entry, reason, replaced.change, state).change } } }
}

const entryOf = (entry: string, { entries }: RecommendationRecord): EntryOnRecord | undefined =>
  entries.find(({ eventId }) => eventId === entry)

const isOvertaken = (entry: string, { revision }: EntryOnRecord, { corrections }: RecommendationRecord): boolean =>
  corrections.some((correction) => correction.entry === entry && correction.revision > revision)

const inFields = (field: string): string => (field.startsWith('change.') ? `change.fields.${field}` : field)
