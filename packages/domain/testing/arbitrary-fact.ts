import fc from 'fast-check'
import { aggregates, type AggregateName, type DomainFact } from '../src/aggregates.ts'
import { arbitraryData, type Chosen } from './arbitrary-field.ts'

/**
 * Any event of an aggregate, of every type that it declares, as a command could state it but allowed by its rules or not. Corrections are
 * left out: they name an earlier entry. `chosen` gives the values at some paths, for example the streams that there are.
 */
export const arbitraryFact = (aggregate: AggregateName, chosen?: Chosen): fc.Arbitrary<DomainFact> => {
  const types = Object.entries(aggregates[aggregate].events).filter(([type]) => type !== 'EntryCorrected')
  return fc.oneof(...types.map(([type, fields]) => arbitraryData(fields, chosen).map((data) => ({ type, data }) as unknown as DomainFact)))
}
