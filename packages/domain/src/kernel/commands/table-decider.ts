import type { Command, Decision } from '../../decision.ts'
import type { OwnCommand } from '../decider.ts'
import type { Fact } from '../../envelope.ts'
import type { EventDeclarations } from '../events/event-declarations.ts'
import type { Refusal } from '../rule-book.ts'
import { acceptedFact, formRefusal, type CommandRow } from './command-form.ts'

type AnyCommand = Command<string, unknown>

/** One command: the event that it leads to, what must hold before it (its preconditions), and what the history adds to the event. */
export type CommandEntry<Cmd extends AnyCommand, State, EventType extends string> = CommandRow<EventType> & {
  readonly requires?: (command: Cmd, state: State) => Refusal | null
  readonly adds?: (command: Cmd, state: State) => Readonly<Record<string, unknown>>
}

/** Every command of an aggregate but the correction; one that is missing does not compile. */
export type CommandTable<Cmd extends AnyCommand, State, F extends Fact<string, unknown>> = {
  readonly [Type in OwnCommand<Cmd>['type']]: CommandEntry<Extract<Cmd, { readonly type: Type }>, State, F['type']>
}

/** Decides by a table: the form of the command, its preconditions, and then its one event. */
export const decideByTable =
  <Cmd extends AnyCommand, State, F extends Fact<string, unknown>>(declared: EventDeclarations, table: CommandTable<Cmd, State, F>) =>
  (command: OwnCommand<Cmd>, state: State): Decision<F> => {
    const entry = table[command.type as OwnCommand<Cmd>['type']] as CommandEntry<AnyCommand, State, F['type']>
    return (
      formRefusal(declared, entry, command) ??
      entry.requires?.(command, state) ??
      acceptedFact(declared, entry, command, entry.adds?.(command, state) ?? {})
    )
  }
