import type { Command, Decision, Rejection } from '../src/decision.ts'
import type { Decider } from '../src/kernel/decider.ts'
import type { Fact, Recorded } from '../src/envelope.ts'
import { historyAt } from '../src/kernel/history/history-at.ts'
import { decideCommand } from '../src/kernel/commands/decide-command.ts'

export const today = '2026-11-22'
export const officer = { id: 'person-7f0c2a54-5d0e-4c33-9a64-6f2f6b1f0d11', role: 'officer' } as const

/** A command by the officer of the examples, on a day. */
export const on = <Type extends string, Data>(effectiveOn: string, type: Type, data: Data): Command<Type, Data> => ({
  type,
  data,
  actor: officer,
  effectiveOn,
  today,
})

type Where = { readonly stream: string; readonly revision: number; readonly effectiveOn: string; readonly illustrative?: true }

/** A fact as the log would hold it; its eventId is `e` and its revision. */
export const recorded = <F extends Fact<string, unknown>>(
  fact: F,
  { stream, revision, effectiveOn, illustrative }: Where,
): Recorded<F> => ({
  ...fact,
  eventId: `e${revision}`,
  stream,
  revision,
  position: String(revision + 1),
  recordedAt: '2026-11-22T09:00:00.000Z',
  metadata: {
    schemaVersion: 1,
    effectiveOn,
    commandId: `c${revision}`,
    index: 0,
    requestDigest: `sha256:${revision}`,
    correlationId: `c${revision}`,
    causationId: `c${revision}`,
    actor: officer,
    authority: 'example-borough',
    ...(illustrative ? { illustrative } : {}),
  },
})

/** One stream's story: commands given before, one tried now. Throws where a given command is refused, for then the test is wrong. */
export const scenario = <State, Cmd extends Command<string, unknown>, F extends Fact<string, unknown>>(
  decider: Decider<State, Cmd, F>,
  stream: string,
  illustrative?: true,
) => {
  const given = (...commands: readonly Cmd[]) => {
    const events = commands.reduce<readonly Recorded<F>[]>((sofar, command) => {
      const decision = decideCommand(decider, sofar, command)
      if (!decision.ok) throw new Error(`Given ${command.type}: ${decision.rejection.rule}: ${decision.rejection.message}`)
      const { effectiveOn } = command
      return [
        ...sofar,
        ...decision.facts.map((fact, index) => recorded(fact, { stream, revision: sofar.length + index, effectiveOn, illustrative })),
      ]
    }, [])
    const state = historyAt(decider, events, null, null)
    return {
      events,
      state,
      when: (command: Cmd): Decision<F> => decideCommand(decider, events, command),
      refusal: (command: Cmd): Pick<Rejection, 'rule' | 'field'> | null => {
        const decision = decideCommand(decider, events, command)
        if (decision.ok) return null
        const { rule, field, message } = decision.rejection
        if (message.trim() === '') throw new Error(`${rule} says nothing to people`)
        return { rule, field }
      },
    }
  }
  return { given }
}
