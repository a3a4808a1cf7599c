import type { Command } from '../../decision.ts'
import type { Decider } from '../decider.ts'
import type { Fact, IsoDate } from '../../envelope.ts'
import type { AttributeReader } from '../provenance/attribute.ts'
import type { CommandRow } from '../commands/command-form.ts'
import type { EventDeclarations } from '../events/event-declarations.ts'
import type { StreamNaming } from '../streams/stream-names.ts'

/**
 * The whole declaration of one noun. Stream names, the codec, corrections, provenance, differences, permission keys and the generated logs
 * of the tests are derived from it. Nothing else lists the aggregates.
 */
export type Aggregate<
  Name extends string,
  State,
  Cmd extends Command<string, unknown>,
  F extends Fact<string, unknown>,
  Attribute extends string,
> = {
  /** The first word of its streams' names. */
  readonly name: Name
  readonly streams: StreamNaming
  readonly events: EventDeclarations
  /** Each command with the event that it leads to. */
  readonly commands: Readonly<Record<Cmd['type'], CommandRow<F['type']>>>
  readonly decider: Decider<State, Cmd, F>
  /** Reads the attributes of the item from a state. */
  readonly provenance: AttributeReader<State, F, Attribute>
  /** Reads them for a day, if some attributes change with the calendar alone. */
  readonly provenanceOn?: (day: AttributeDay) => AttributeReader<State, F, Attribute>
}

/** A day (London), and how many days before its due date an item counts as due soon on that day. */
export type AttributeDay = { readonly asAt: IsoDate; readonly dueSoonDays: number }

export const defineAggregate = <
  const Name extends string,
  State,
  Cmd extends Command<string, unknown>,
  F extends Fact<string, unknown>,
  Attribute extends string,
>(
  aggregate: Aggregate<Name, State, Cmd, F, Attribute>,
): Aggregate<Name, State, Cmd, F, Attribute> => aggregate

export type CommandOf<A> = A extends { readonly decider: Decider<infer _State, infer Cmd, infer _F> } ? Cmd : never
export type StateIn<A> = A extends { readonly decider: Decider<infer State, infer _Cmd, infer _F> } ? State : never
export type FactIn<A> = A extends { readonly decider: Decider<infer _State, infer _Cmd, infer F> } ? F : never
export type AttributeIn<A> = A extends { readonly provenance: { values(state: never): readonly { readonly field: infer Field }[] } }
  ? Field & string
  : never
