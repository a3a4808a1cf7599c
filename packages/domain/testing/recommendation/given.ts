import type { Decision } from '../../src/decision.ts'
import type { EventMetadata, IsoDate, Recorded } from '../../src/envelope.ts'
import type { RecommendationCommand } from '../../src/recommendation/commands.ts'
import type { RecommendationEvent } from '../../src/recommendation/events.ts'
import type { RecommendationPosition } from '../../src/recommendation/position.ts'
import type { RecommendationState } from '../../src/recommendation/state.ts'
import { historyAt } from '../../src/kernel/history/history-at.ts'
import { decideCommand } from '../../src/kernel/commands/decide-command.ts'
import { recommendationDecider } from '../../src/recommendation/decide.ts'
import { example } from './example-commands.ts'
import { decisionAt, policy, recorded } from './examples.ts'
import { positionOf } from '../../src/recommendation/position.ts'

type Events = readonly Recorded<RecommendationEvent>[]

/** What is on record once these commands were accepted, and what comes of a next one. The grammar of the tests: given, when, then. */
export type Given = {
  readonly events: Events
  readonly state: RecommendationState
  and(...commands: readonly RecommendationCommand[]): Given
  when(command: RecommendationCommand): Decision<RecommendationEvent>
  on(asAt: IsoDate): RecommendationPosition
}

export const givenEvents = (events: Events): Given => {
  const state = historyAt(recommendationDecider, events, null, null)
  return {
    events,
    state,
    and: (...commands) => givenEvents(commands.reduce(afterCommand, events)),
    when: (command) => decideCommand(recommendationDecider, events, command),
    on: (asAt) => positionOf(historyAt(recommendationDecider, events, null, asAt), asAt, policy),
  }
}

export const given = (...commands: readonly RecommendationCommand[]): Given => givenEvents([]).and(...commands)

/** As `given`, of an item that the example committee tracks from the day of its issue on. */
export const givenTracked = (issue: RecommendationCommand, ...commands: readonly RecommendationCommand[]): Given =>
  given(issue, example('TakeOnTracking', { on: issue.effectiveOn, data: { decision: decisionAt(issue.effectiveOn) } }), ...commands)

const afterCommand = (events: Events, command: RecommendationCommand): Events => {
  const decision = decideCommand(recommendationDecider, events, command)
  if (!decision.ok) throw new Error(`${command.type} was to be accepted: ${JSON.stringify(decision.rejection)}`)
  return [...events, ...entriesOf(decision.facts, command, events.length)]
}

/** The facts of an accepted command as the log would hold them from `revision` on. */
export const entriesOf = (facts: readonly RecommendationEvent[], command: RecommendationCommand, revision: number): Events =>
  facts.map((fact, index) =>
    recorded(fact, revision + index, {
      effectiveOn: command.effectiveOn,
      actor: command.actor,
      commandId: `command-${revision}`,
      requestDigest: `digest-${revision}`,
      correlationId: `command-${revision}`,
      causationId: `command-${revision}`,
      index,
      policy: recommendationDecider.policyUsed?.(command),
      precisions: command.precisions as EventMetadata['precisions'],
    }),
  )

/** What a refusal looks like to a test: its rule and its field. Throws where the message is no whole sentence, for people read it. */
export const refusal = (decision: Decision<RecommendationEvent>): readonly [rule: string, field: string] | 'accepted' => {
  if (decision.ok) return 'accepted'
  const { rule, field, message } = decision.rejection
  if (!/^[A-Z].*[^:\s]\.$/.test(message) || /: \.$|: $|undefined|null/.test(message)) throw new Error(`${rule} says: ${message}`)
  return [rule, field]
}

/** The only fact of an accepted command. */
export const factOf = (decision: Decision<RecommendationEvent>): RecommendationEvent | undefined =>
  decision.ok ? decision.facts[0] : undefined
