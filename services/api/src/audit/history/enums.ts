import type { CommandName, Principal } from '@outstanding/domain'
import { registry, roles } from '@outstanding/domain'
import { eventTitle, roleNames, termOf } from '@outstanding/wording'
import { builder } from '../../graphql/builder.ts'
import { describedValues, renamedValues } from '../../graphql/described-values.ts'

/** The type of an entry whose details the reader may not see. */
export const notPublic = 'NotPublic'

/** What can be looked for in the log: every type that it has. */
export const EventType = builder.enumType('EventType', {
  description: 'The type of an event in the log.',
  values: describedValues(registry.factTypes, eventTitle),
})

export const EntryType = builder.enumType('EntryType', {
  description: 'What an entry records: the type of its event.',
  values: {
    ...describedValues(registry.factTypes, eventTitle),
    [notPublic]: { description: 'The entry names an item that you may not see.' },
  },
})

/** The log keeps a type as text; the registry names them all. */
export type EntryTypeName = (typeof registry.factTypes)[number] | typeof notPublic

/** Every command with the event that it leads to. */
const eventOfCommand = new Map(
  registry.all.flatMap(({ commands }) => Object.entries(commands).map(([command, { event }]) => [command as CommandName, event] as const)),
)

export const CommandType = builder.enumType('CommandName', {
  description: 'A command. Its mutation has the same name, with a small first letter.',
  values: describedValues([...eventOfCommand.keys()], (command) => `Records: ${eventTitle(eventOfCommand.get(command) ?? command)}`),
})

export const RoleType = builder.enumType('Role', {
  description: 'The role in which somebody acts. The token says which.',
  values: renamedValues(roles, (role) => termOf(roleNames, role)),
})

const principals: Readonly<Record<Principal['kind'], string>> = {
  office: 'an office on the register, for example a cabinet member',
  body: 'a body or committee, named by its slug',
  person: 'a person, named by `person-{uuid}`',
}

export const PrincipalKind = builder.enumType('PrincipalKind', {
  description: 'On whose behalf an entry is recorded: the kind of principal.',
  values: renamedValues(Object.keys(principals) as Principal['kind'][], (kind) => principals[kind]),
})
