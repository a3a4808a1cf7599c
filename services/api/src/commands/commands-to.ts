import { parseStream } from '@outstanding/domain'
import type { InputFieldMap } from '@pothos/core'
import type { AggregateName, Command, CommandName, Decider, DomainFact } from '@outstanding/domain'
import type { CommandAnswer } from './command-result.ts'
import { commandMutation } from './command-mutation.ts'
import type { DataOf, InputOf } from './command-mutation.ts'
import type { InputFields } from './envelope-input.ts'
import type { Facts } from './facts.ts'

type Spec<Fields extends InputFieldMap, Data> = {
  readonly description: string
  readonly fields: (t: InputFields) => Fields
  /** What it names that is not there, as an answer; null where all is. */
  readonly refers?: (input: InputOf<Fields>, facts: Facts) => Promise<CommandAnswer | null>
  /** What the command says; `authority` is that of the stream that it goes to. */
  readonly data: (input: InputOf<Fields>, facts: Facts, authority: string, stream: string) => Data | Promise<Data>
}

/** Makes the mutations of an aggregate's commands to streams that are there already: each input names one, `{ office: ID! ... }`. */
export function commandsTo<State, Cmd extends Command<CommandName, unknown>, F extends DomainFact>(
  aggregate: AggregateName,
  decider: Decider<State, Cmd, F>,
) {
  return <Type extends Cmd['type'], Fields extends InputFieldMap>(
    type: Type,
    { description, fields, refers, data }: Spec<Fields, DataOf<Cmd, Type>>,
  ): void =>
    commandMutation(decider, type, {
      description,
      fields: (t) => ({ [aggregate]: t.id({ required: true, description: `The ${aggregate}'s \`id\`.` }), ...fields(t) }),
      prepare: async (given, facts) => {
        // A computed field's name is beyond the types; the schema itself has made sure that it is there.
        const input = given as unknown as InputOf<Fields> & Readonly<Record<AggregateName, string>>
        const stream = input[aggregate]
        const existing = parseStream(stream)?.aggregate === aggregate ? await facts.stream(stream) : null
        if (!existing) return { kind: 'NOT_FOUND', id: stream, field: aggregate }
        const missing = (await refers?.(input, facts)) ?? null
        if (missing !== null) return missing
        return { kind: 'READY', stream, ...existing, data: await data(input, facts, existing.authority, stream) }
      },
    })
}
