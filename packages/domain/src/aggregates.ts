import type { EventOf } from './kernel/events/event-declarations.ts'
import { commandTable } from './recommendation/command-table.ts'
import { officeCommands } from './office/decide.ts'
import { personCommands } from './person/person.ts'
import { policyCommands } from './policy/decide.ts'
import { reportCommands } from './report/decide.ts'
import { officeEvents } from './office/events.ts'
import { personEvents } from './person/events.ts'
import { policyEvents } from './policy/events.ts'
import { recommendationEvents } from './recommendation/events.ts'
import { reportEvents } from './report/events.ts'

/** Every event that the log can hold today, with its fields. */
export const eventDeclarations = { ...reportEvents, ...recommendationEvents, ...officeEvents, ...personEvents, ...policyEvents } as const
export type DomainFact = EventOf<typeof eventDeclarations>
export type FactType = DomainFact['type']

export const factTypes = Object.keys(eventDeclarations) as readonly FactType[]
export const isFactType = (type: string): type is FactType => Object.hasOwn(eventDeclarations, type)

/** The command that leads to each event; a correction has one mechanism and its own command. */
export const commandOfEvent: ReadonlyMap<string, string> = new Map(
  [officeCommands, personCommands, policyCommands, reportCommands, commandTable].flatMap((table) =>
    Object.entries(table).map(([command, { event }]: [string, { readonly event: string }]) => [event, command] as const),
  ),
)
