import type { CommandOf, FactIn } from './kernel/aggregate/define-aggregate.ts'
import { streamParserOf, type ParsedStream as Parsed, type StreamNaming } from './kernel/streams/stream-names.ts'
import { office } from './office/aggregate.ts'
import { person } from './person/aggregate.ts'
import { policy } from './policy/aggregate.ts'
import { recommendation } from './recommendation/aggregate.ts'
import { report } from './report/aggregate.ts'

/** Every aggregate there is: a new one is its own folder and one line here. */
export const aggregates = { recommendation, report, office, policy, person } as const

export type AggregateName = keyof typeof aggregates
type AnyAggregate = (typeof aggregates)[AggregateName]

/** Every fact that the log can hold today. */
export type DomainFact = FactIn<AnyAggregate>
export type FactType = DomainFact['type']
/** Every command there is. */
export type CommandName = CommandOf<AnyAggregate>['type']

const all: readonly AnyAggregate[] = Object.values(aggregates)

/** Every event with its fields. */
export const eventDeclarations = Object.assign({}, ...all.map(({ events }) => events)) as {
  readonly [Type in FactType]: AnyAggregate['events'][string]
}
export const factTypes = Object.keys(eventDeclarations) as readonly FactType[]
export const isFactType = (type: string): type is FactType => Object.hasOwn(eventDeclarations, type)

/** The command that leads to each event. */
export const commandOfEvent: ReadonlyMap<string, string> = new Map(
  all.flatMap(({ commands }) =>
    Object.entries(commands).map(([command, { event }]: [string, { readonly event: string }]) => [event, command] as const),
  ),
)

export type ParsedStream = Parsed<AggregateName>
/** The parts of one of our stream names; null where it is none. */
export const parseStream = streamParserOf<AggregateName>(
  new Map<AggregateName, StreamNaming>(all.map(({ name, streams }) => [name, streams])),
)
