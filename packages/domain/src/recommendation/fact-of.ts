import type { Decision } from '../decision.ts'
import type { RecommendationCommand } from './commands.ts'
import type { RecommendationEvent } from './events.ts'
import { accept } from '../decision.ts'
import { commandTable } from './command-table.ts'
import { eventFields } from './event-fields.ts'

/** The event of a command that no rule refused: the fields it states, with what was derived. Nothing else goes into the log. */
export const accepted = (
  command: RecommendationCommand,
  derived: Readonly<Record<string, unknown>> = {},
): Decision<RecommendationEvent> => {
  const { event: type } = commandTable[command.type]
  const given: Readonly<Record<string, unknown>> = { ...command.data, ...derived }
  const data = Object.fromEntries(Object.keys(eventFields[type]).map((field) => [field, given[field]]))
  return accept({ type, data } as unknown as RecommendationEvent)
}
