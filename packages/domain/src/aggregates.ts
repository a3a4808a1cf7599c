import type { CommandNameIn, FactTypeIn, NameIn } from './kernel/aggregate/registry.ts'
import type { AttributeIn, CommandOf, FactIn, StateIn } from './kernel/aggregate/define-aggregate.ts'
import type { PersonalDataRemoved } from './kernel/events/personal-data-removed.ts'
import { registryOf } from './kernel/aggregate/registry.ts'
import type { ParsedStream as Parsed } from './kernel/streams/stream-names.ts'
import * as aggregates from './aggregate-list.ts'

/** Every aggregate there is: a new one is its own folder and one line in the list. */
export { aggregates }

/** The registry of the product. Generic code takes a registry as a parameter and does not import this one. */
export const registry = registryOf(aggregates)

export type AggregateName = NameIn<typeof aggregates>
/** Every fact that the log can hold today. */
export type DomainFact = FactIn<(typeof aggregates)[AggregateName]> | PersonalDataRemoved
export type FactOfAggregate<Name extends AggregateName> = FactIn<(typeof aggregates)[Name]>
/** The state that an item of an aggregate is folded to. */
export type StateOfAggregate<Name extends AggregateName> = StateIn<(typeof aggregates)[Name]>
export type CommandOfAggregate<Name extends AggregateName> = CommandOf<(typeof aggregates)[Name]>
/** What is shown of an item of an aggregate, attribute by attribute. */
export type AttributeOf<Name extends AggregateName> = AttributeIn<(typeof aggregates)[Name]>
export type FactType = FactTypeIn<typeof aggregates>
/** Every command there is. */
export type CommandName = CommandNameIn<typeof aggregates>

export type ParsedStream = Parsed<AggregateName>
/** The parts of one of our stream names; null where it is none. */
export const parseStream = registry.parseStream
