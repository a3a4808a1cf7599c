import fc from 'fast-check'
import { aggregates, type AggregateName, type DomainFact } from '../src/aggregates.ts'
import type { Fields } from '../src/kernel/fields/field.ts'
import { arbitraryData, type Chosen } from './arbitrary-field.ts'

/** The first event of an aggregate's declaration creates its item: it comes more often, or few histories would have one. */
const oftener = 4

/**
 * Any event of an aggregate, of every type that it declares, as a command could state it but allowed by its rules or not. Corrections are
 * left out: they name an earlier entry. `chosen` gives the values at some paths, for example the streams that there are.
 */
export const arbitraryFact = (aggregate: AggregateName, chosen?: Chosen): fc.Arbitrary<DomainFact> => {
  const types = Object.entries<Fields>(aggregates[aggregate].events).filter(([type]) => type !== 'EntryCorrected')
  return fc.oneof(
    ...types.map(([type, fields], index) => ({
      weight: index === 0 ? oftener : 1,
      arbitrary: arbitraryData(fields, chosen).map((data) => ({ type, data }) as unknown as DomainFact),
    })),
  )
}

/**
 * New values for some of the fields that a correction of an event may replace: the same for the same seed, and at least one where there is
 * any.
 */
export const replacedFields = (type: string, seed: number, chosen?: Chosen): Readonly<Record<string, unknown>> => {
  const stated = statedFields(type)
  const [data] = fc.sample(arbitraryData(stated, chosen), { seed, numRuns: 1 })
  const values = Object.entries(data ?? {})
  return Object.fromEntries(values.filter((_, index) => ((seed >> index) & 1) === 1 || index === seed % values.length))
}

const statedFields = (type: string): Fields => {
  const declared: readonly Readonly<Record<string, Fields>>[] = Object.values(aggregates).map(({ events }) => events)
  const fields = declared.find((events) => Object.hasOwn(events, type))?.[type] ?? {}
  return Object.fromEntries(Object.entries(fields).filter(([field, { role }]) => role === 'STATED' && field !== 'change'))
}
