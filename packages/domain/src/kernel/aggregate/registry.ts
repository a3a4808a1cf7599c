import type { Command } from '../../decision.ts'
import type { Fact } from '../../envelope.ts'
import type { CommandRow } from '../commands/command-form.ts'
import type { Decider } from '../decider.ts'
import type { EventDeclarations } from '../events/event-declarations.ts'
import { removalCommand, removalEvents } from '../events/personal-data-removed.ts'
import type { Fields, Shape } from '../fields/field.ts'
import type { AttributeReader } from '../provenance/attribute.ts'
import { streamParserOf, type ParsedStream, type StreamNaming } from '../streams/stream-names.ts'
import type { AttributeDay, CommandOf, FactIn } from './define-aggregate.ts'

type AnyFact = Fact<string, unknown>
type AnyCommand = Command<string, unknown>
export type AnyDecider = Decider<unknown, AnyCommand, AnyFact>

/** An aggregate as generic code sees it, which does not know what its states, commands and events are made of. */
export type AnyAggregate<Name extends string = string> = {
  readonly name: Name
  readonly streams: StreamNaming
  readonly events: EventDeclarations
  readonly commands: Readonly<Record<string, CommandRow>>
  readonly decider: AnyDecider
  readonly provenance: AttributeReader<unknown, AnyFact>
  readonly provenanceOn?: (day: AttributeDay) => AttributeReader<unknown, AnyFact>
}

/** The aggregates of a program, each under its name. */
export type Aggregates = Readonly<Record<string, Readonly<Record<Exclude<keyof AnyAggregate, 'provenanceOn'>, unknown>>>>
export type NameIn<A extends Aggregates> = keyof A & string
type OfAll = { readonly event: keyof typeof removalEvents; readonly command: keyof typeof removalCommand }
export type FactTypeIn<A extends Aggregates> = FactIn<A[keyof A]>['type'] | OfAll['event']
export type CommandNameIn<A extends Aggregates> = Extract<CommandOf<A[keyof A]>, AnyCommand>['type'] | OfAll['command']

/** All that generic code asks of a list of aggregates. */
export type Registry<Name extends string = string, Type extends string = string> = {
  readonly all: readonly AnyAggregate<Name>[]
  aggregate(name: Name): AnyAggregate<Name>
  /** Every event with its fields. */
  readonly declarations: Readonly<Record<Type, Fields>>
  readonly factTypes: readonly Type[]
  /** The names of the fields that hold the id of a person, in whatever event. */
  readonly personFields: ReadonlySet<string>
  isFactType(type: string): type is Type
  /** The command that leads to each event. */
  readonly commandOfEvent: ReadonlyMap<string, string>
  /** The parts of a stream's name; null where it is the name of no stream of these aggregates. */
  parseStream(stream: string): ParsedStream<Name> | null
  /** The aggregate to which a stream belongs; null where it is none of theirs. */
  aggregateOf(stream: string): AnyAggregate<Name> | null
}

/** Throws where a key is not the aggregate's own name, or where two aggregates declare an event of one type. */
export const registryOf = <const A extends Aggregates>(aggregates: A): Registry<NameIn<A>, FactTypeIn<A>> => {
  // Each is held to its own types where it is defined; a stream's name says which one its events belong to.
  const own = Object.values(aggregates) as unknown as readonly AnyAggregate<NameIn<A>>[]
  refuseDoubles(aggregates, own)
  const all = own.map(withRemoval)
  const byName = new Map(all.map((aggregate) => [aggregate.name, aggregate]))
  const declarations = Object.assign({}, ...all.map(({ events }) => events)) as Readonly<Record<FactTypeIn<A>, Fields>>
  const parseStream = streamParserOf(new Map(all.map(({ name, streams }) => [name, streams])))
  const aggregate = (name: NameIn<A>): AnyAggregate<NameIn<A>> => byName.get(name) as AnyAggregate<NameIn<A>>
  return {
    all,
    aggregate,
    declarations,
    factTypes: Object.keys(declarations),
    personFields: new Set(Object.values<Fields>(declarations).flatMap(personFieldsIn)),
    isFactType: (type): type is FactTypeIn<A> => Object.hasOwn(declarations, type),
    commandOfEvent: new Map(
      all.flatMap(({ commands }) => Object.entries(commands).map(([command, { event }]) => [event, command] as const)),
    ),
    parseStream,
    aggregateOf: (stream) => {
      const parsed = parseStream(stream)
      return parsed === null ? null : aggregate(parsed.aggregate)
    },
  }
}

/** The texts of any entry can be removed, so no aggregate declares that itself. */
const withRemoval = <A extends AnyAggregate>(aggregate: A): A => ({
  ...aggregate,
  events: { ...aggregate.events, ...removalEvents },
  commands: { ...aggregate.commands, ...removalCommand },
})

const personFieldsIn = (fields: Fields): string[] => Object.keys(fields).filter((name) => isPerson(fields[name]?.shape))

const isPerson = (shape: Shape | undefined): boolean =>
  shape?.kind === 'NULLABLE' ? isPerson(shape.of) : shape?.kind === 'TEXT' && shape.matches?.rule === 'personId'

/** Every aggregate with corrections declares the same one. */
const refuseDoubles = (aggregates: Aggregates, all: readonly AnyAggregate[]): void => {
  const misnamed = Object.keys(aggregates).find((key, index) => all[index]?.name !== key)
  if (misnamed !== undefined) throw new Error(`The aggregate under "${misnamed}" has another name.`)
  const types = all.flatMap(({ events }) => Object.keys(events)).filter((type) => type !== 'EntryCorrected')
  const twice = types.find((type, index) => types.indexOf(type) !== index)
  if (twice !== undefined) throw new Error(`Two aggregates declare the event ${twice}.`)
}
