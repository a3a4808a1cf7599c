import type { Fact, Recorded } from '../../envelope.ts'
import { isIsoDate } from '../../dates/calendar-day.ts'
import { allToTheDay, precisionOf } from '../../dates/date-precision.ts'
import { precisionRefusal, valueAt } from '../precisions/precision-rules.ts'
import { sameValue } from '../provenance/attribute.ts'
import { fieldsRefusal } from '../fields/value-refusal.ts'
import type { Fields } from '../fields/field.ts'
import { firstRefusal, type Refusal } from '../rule-book.ts'
import { refuseCorrection, type CorrectedEntry, type CorrectionContext, type CorrectionData, type Data } from './correction-rules.ts'

export type Replacement = Extract<CorrectionData['change'], { kind: 'REPLACE' }>
export type Replaced = { readonly ok: true; readonly change: Replacement } | Refusal

type AnyFact = Fact<string, unknown>

/** The change with the fields that are derived from the ones given; refusals name fields below `change`. */
export const replacement = <State, F extends AnyFact, Correction extends CorrectionData>(
  { aggregate: { corrections }, state, command }: CorrectionContext<State, F, Correction>,
  asked: Replacement,
  entry: Recorded<F>,
): Replaced => {
  const change = withPrecisions(asked, entry)
  const fields = corrections.events[entry.type] ?? {}
  const corrected = correctedEntry(change, entry)
  const entries = [{ data: corrected.data, fields }]
  const refusal = firstRefusal([
    () => dayRefusal(change, command.today),
    () => nameRefusal(fields, change.fields),
    () => fieldsRefusal(statedOf(fields, change.fields), change.fields, 'change.fields.'),
    () => unchanged(change, entry),
    () => fixedWithinRefusal(fields, corrected),
    () => inChange(precisionRefusal(asked.precisions, { effectiveOn: corrected.effectiveOn, entries }), change.fields),
    () => inChange(corrections.coherence?.(corrected, command.today) ?? null, change.fields),
  ])
  if (refusal !== null) return refusal
  const derived = corrections.derive?.(corrected, state, command.data) ?? { ok: true, fields: {} }
  if (!derived.ok) return inChange(derived, change.fields) ?? derived
  return { ok: true, change: { ...change, fields: { ...change.fields, ...derived.fields } } }
}

/**
 * A date that is replaced without its precision is known to the day from now on. One within a field of several parts is replaced only where
 * it differs: the whole field is given to correct any part.
 */
const withPrecisions = (change: Replacement, { data, metadata }: Recorded<AnyFact>): Replacement => {
  const isReplaced = (path: string) => {
    if (path === 'effectiveOn') return change.effectiveOn !== undefined
    const [field = path, ...within] = path.split('.')
    if (!Object.hasOwn(change.fields, field)) return false
    return within.length === 0 || !sameValue(valueAt(change.fields[field], within), valueAt((data as Data)[field], within))
  }
  const known = Object.keys(metadata.precisions ?? allToTheDay).filter(isReplaced)
  const precisions = { ...Object.fromEntries(known.map((path) => [path, 'DAY' as const])), ...change.precisions }
  return Object.keys(precisions).length === 0 ? change : { ...change, precisions }
}

const correctedEntry = ({ fields, effectiveOn, precisions }: Replacement, { type, data, metadata }: Recorded<AnyFact>): CorrectedEntry => ({
  type,
  before: data as Data,
  data: { ...(data as Data), ...fields },
  fields,
  effectiveOn: effectiveOn ?? metadata.effectiveOn,
  precisions: { ...metadata.precisions, ...precisions },
})

const dayRefusal = ({ effectiveOn }: Replacement, today: string): Refusal | null => {
  if (effectiveOn === undefined) return null
  if (!isIsoDate(effectiveOn)) return refuseCorrection('date', 'change.effectiveOn')
  return effectiveOn > today ? refuseCorrection('notAfterToday', 'change.effectiveOn') : null
}

const nameRefusal = (fields: Fields, replacements: Data): Refusal | null =>
  firstRefusal(
    Object.keys(replacements).map((field) => () => {
      const declared = Object.hasOwn(fields, field) ? fields[field] : undefined
      if (declared === undefined) return refuseCorrection('fieldOfEntry', `change.fields.${field}`)
      if (declared.role === 'DERIVED') return refuseCorrection('derivedField', `change.fields.${field}`)
      return declared.role === 'FIXED' ? refuseCorrection('fixedField', `change.fields.${field}`) : null
    }),
  )

const statedOf = (fields: Fields, replacements: Data): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([field]) => Object.hasOwn(replacements, field)))

const unchanged = (
  { fields, effectiveOn, precisions = allToTheDay }: Replacement,
  { data, metadata }: Recorded<AnyFact>,
): Refusal | null => {
  const same = Object.entries(fields).every(([field, value]) => sameValue(value, (data as Data)[field]))
  const known = metadata.precisions ?? allToTheDay
  const sameKnown = Object.keys(precisions).every((path) => precisionOf(precisions, path) === precisionOf(known, path))
  return same && sameKnown && (effectiveOn ?? metadata.effectiveOn) === metadata.effectiveOn
    ? refuseCorrection('changesSomething', 'change.fields')
    : null
}

/** A field that identifies something, inside one that may otherwise change: the committee of a decision. */
const fixedWithinRefusal = (declared: Fields, { fields, before }: CorrectedEntry): Refusal | null =>
  firstRefusal(
    Object.entries(fields).map(([field, value]) => () => {
      const shape = declared[field]?.shape
      const fixedFields = shape?.kind === 'OBJECT' ? Object.keys(shape.fields).filter((name) => shape.fields[name]?.role === 'FIXED') : []
      const moved = fixedFields.some((name) => !sameValue((value as Data)[name], (before[field] as Data)[name]))
      return moved ? refuseCorrection('fixedField', `change.fields.${field}`) : null
    }),
  )

/** The field of a refusal as the correction has it: the one replaced, or else the whole change. */
const inChange = (refusal: Refusal | null, fields: Data): Refusal | null => {
  if (refusal === null) return null
  const stated = Object.hasOwn(fields, refusal.rejection.field.split('.')[0] ?? '')
  return { ...refusal, rejection: { ...refusal.rejection, field: stated ? `change.fields.${refusal.rejection.field}` : 'change.fields' } }
}
