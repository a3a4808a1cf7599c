import type { Decision } from '../decision.ts'
import type { RecommendationCommand } from './commands.ts'
import { acceptedFact } from '../kernel/commands/command-form.ts'
import { commandTable } from './command-table.ts'
import { recommendationEvents, type RecommendationEvent } from './events.ts'

/** The event of a command that no rule refused: the fields it states, with what was derived. */
export const accepted = (command: RecommendationCommand, derived: Readonly<Record<string, unknown>> = {}): Decision<RecommendationEvent> =>
  acceptedFact(recommendationEvents, commandTable[command.type], command, derived)
