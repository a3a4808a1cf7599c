import fc from 'fast-check'
import type { Fact } from '../src/envelope.ts'
import type { EventDeclarations } from '../src/kernel/events/event-declarations.ts'
import type { Fields } from '../src/kernel/fields/field.ts'
import { arbitraryData, type Chosen } from './arbitrary-field.ts'

/** The first event of an aggregate's declaration creates its item: it comes more often, or few histories would have one. */
const oftener = 4

/**
 * Any event of every type that is declared, as a command could state it but allowed by its rules or not. Corrections are left out: they
 * name an earlier entry. `chosen` gives the values at some paths, for example the streams that there are.
 */
export const arbitraryFact = (declared: EventDeclarations, chosen?: Chosen): fc.Arbitrary<Fact<string, object>> => {
  const types = Object.entries(declared).filter(([type]) => type !== 'EntryCorrected')
  return fc.oneof(
    ...types.map(([type, fields], index) => ({
      weight: index === 0 ? oftener : 1,
      arbitrary: arbitraryData(fields, chosen).map((data) => ({ type, data })),
    })),
  )
}

/**
 * New values for some of an event's fields that a correction may replace: the same for the same seed, and at least one where there is any.
 */
export const replacedFields = (fields: Fields, seed: number, chosen?: Chosen): Readonly<Record<string, unknown>> => {
  const [data] = fc.sample(arbitraryData(replaceable(fields), chosen), { seed, numRuns: 1 })
  const values = Object.entries(data ?? {})
  return Object.fromEntries(values.filter((_, index) => ((seed >> index) & 1) === 1 || index === seed % values.length))
}

const replaceable = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([field, { role }]) => role === 'STATED' && field !== 'change'))
