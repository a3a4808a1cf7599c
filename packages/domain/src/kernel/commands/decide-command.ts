import type { Command, Decision } from '../../decision.ts'
import type { Decider, OwnCommand } from '../decider.ts'
import type { Fact, Recorded } from '../../envelope.ts'
import { historyAt } from '../history/history-at.ts'
import { correctEntry } from '../corrections/correct-entry.ts'
import { removePersonalData, type RemovePersonalData } from '../removal/remove-personal-data.ts'
import { commandPrecisionRefusal } from '../precisions/precision-rules.ts'
import type { CorrectionData } from '../corrections/correction-rules.ts'

/**
 * Decides a command on the whole stream in order of revision: a correction and a removal of texts by the one mechanism of all aggregates,
 * any other command by its aggregate on the state that the history folds to, of the day as at which the aggregate decides it.
 */
export const decideCommand = <State, Cmd extends Command<string, unknown>, F extends Fact<string, unknown>>(
  decider: Decider<State, Cmd, F>,
  events: readonly Recorded<F>[],
  command: Cmd,
): Decision<F> => {
  const decision = isRemoval(command) ? removePersonalData<F>(events, command) : decided(decider, events, command)
  if (!decision.ok) return decision
  const entries = decision.facts.map(({ type, data }) => ({ data, fields: decider.corrections?.events[type] ?? {} }))
  const { effectiveOn, data: commandData } = command
  return commandPrecisionRefusal(command.precisions, { effectiveOn, entries, commandData }) ?? decision
}

const decided = <State, Cmd extends Command<string, unknown>, F extends Fact<string, unknown>>(
  decider: Decider<State, Cmd, F>,
  events: readonly Recorded<F>[],
  command: Cmd,
): Decision<F> => {
  const { initial, evolve, corrections } = decider
  if (corrections !== undefined && isCorrection(command)) return correctEntry({ initial, evolve, corrections }, events, command as never)
  const own = command as OwnCommand<Cmd>
  const now = historyAt(decider, events, null, null)
  const day = decider.decidedAsAt?.(own) ?? null
  return decider.decide(own, day === null ? now : historyAt(decider, events, null, day), now)
}

const isCorrection = (command: Command<string, unknown>): command is Command<'CorrectEntry', CorrectionData> =>
  command.type === 'CorrectEntry'

const isRemoval = (command: Command<string, unknown>): command is RemovePersonalData => command.type === 'RemovePersonalData'
