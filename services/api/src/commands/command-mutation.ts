import type { InputFieldMap, InputShapeFromFields } from '@pothos/core'
import type { Command, CommandName, Decider, DomainFact } from '@outstanding/domain'
import type { GraphQLResolveInfo } from 'graphql'
import { builder } from '../graphql/builder.ts'
import { commandOutage } from '../server/errors/outage.ts'
import type { Context } from '../server/context.ts'
import { CommandResult } from './command-result.ts'
import type { CommandAnswer } from './command-result.ts'
import { envelopeFields } from './envelope-input.ts'
import type { Envelope, InputFields } from './envelope-input.ts'
import { factsFor } from './facts.ts'
import type { Facts } from './facts.ts'
import { filled } from './filled.ts'
import type { Filled } from './filled.ts'
import { executeCommand } from './execute-command.ts'
import type { Ready } from './execute-command.ts'
import { authorise } from './authorise.ts'

type AnyCommand = Command<CommandName, unknown>
export type DataOf<Cmd extends AnyCommand, Type extends Cmd['type']> = Extract<Cmd, { type: Type }>['data']
export type InputOf<Fields extends InputFieldMap> = Filled<InputShapeFromFields<Fields>> & Envelope

type Described<Fields extends InputFieldMap> = {
  readonly description: string
  /** The command's own fields; those of every command are added. */
  readonly fields: (t: InputFields) => Fields
}

type Spec<Fields extends InputFieldMap, Data> = Described<Fields> & {
  /** Where the command goes and what it says, or why it cannot even be tried. */
  readonly prepare: (input: InputOf<Fields>, facts: Facts) => Promise<Ready<Data> | CommandAnswer>
  /** Fields that the input calls otherwise than the domain: a rejection names the input's. */
  readonly renamed?: Readonly<Record<string, string>>
}

/** One mutation for one command of an aggregate, under the command's own name: `AssignOwner` is `assignOwner(input: AssignOwnerInput!)`. */
export function commandMutation<
  State,
  Cmd extends AnyCommand,
  F extends DomainFact,
  Type extends Cmd['type'],
  Fields extends InputFieldMap,
>(decider: Decider<State, Cmd, F>, type: Type, { prepare, renamed = {}, ...described }: Spec<Fields, DataOf<Cmd, Type>>): void {
  commandField<Fields>(type, {
    ...described,
    execute: async (input, facts, context) => {
      const ready = await prepare(input, facts)
      const answer = ready.kind === 'READY' ? await executeCommand(context, decider, { ready, type, input }) : ready
      return answer.kind === 'REJECTED' ? { ...answer, field: renamed[answer.field] ?? answer.field } : answer
    },
  })
}

type Executing<Fields extends InputFieldMap> = Described<Fields> & {
  readonly execute: (input: InputOf<Fields>, facts: Facts, context: Context) => Promise<CommandAnswer>
}

/** The mutation itself, whatever its command goes to: only for those whose role may give it. */
export function commandField<Fields extends InputFieldMap>(type: CommandName, { description, fields, execute }: Executing<Fields>): void {
  const name: string = `${type}Input`
  const Input = builder.inputType(name, {
    description: `The input of \`${mutationName(type)}\`.`,
    fields: (t) => ({ ...fields(t), ...envelopeFields(t) }),
  })
  builder.mutationField(mutationName(type), (t) =>
    t.field({
      type: CommandResult,
      description,
      args: { input: t.arg({ type: Input, required: true, description: 'What to record.' }) },
      authScopes: { signedIn: true },
      extensions: { command: type },
      resolve: async (_root, args, context, info) => {
        const input = withTidyId(filled(inputType(info), inputOf(args)) as InputOf<Fields>)
        const facts = factsFor(context, input)
        try {
          return (await authorise(context, type, input, facts)) ?? (await execute(input, facts, context))
        } catch (error) {
          throw commandOutage(error) ?? error
        }
      },
    }),
  )
}

/** A UUID is the same in capitals, so it is the same command. */
const withTidyId = <Input extends Envelope>(input: Input): Input => ({ ...input, commandId: input.commandId.toLowerCase() })

/** Its shape is that of `Fields` and the envelope, which the type of a generic argument cannot say. */
const inputOf = (args: object): unknown => ('input' in args ? args.input : null)

const mutationName = (type: string): string => type.charAt(0).toLowerCase() + type.slice(1)

function inputType({ parentType, fieldName }: GraphQLResolveInfo) {
  const argument = parentType.getFields()[fieldName]?.args.find(({ name }) => name === 'input')
  if (!argument) throw new Error(`${fieldName} has no input`)
  return argument.type
}
