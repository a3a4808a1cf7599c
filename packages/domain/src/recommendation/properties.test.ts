import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Decision } from '../decision.ts'
import type { Recorded } from '../envelope.ts'
import type { RecommendationCommand } from './commands.ts'
import type { RecommendationEvent } from './events.ts'
import type { RecommendationState } from './state.ts'
import { decideOnce } from '../kernel/commands/decide-once.ts'
import { decideCommand } from '../kernel/commands/decide-command.ts'
import { historyAt } from '../kernel/history/history-at.ts'
import { anyCommand, anyCommands } from '../../testing/recommendation/arbitrary-commands.ts'
import { anyDay, anyEvents } from '../../testing/recommendation/arbitrary-facts.ts'
import { commandTable, type CommandType } from './command-table.ts'
import { recommendationDecider } from './decide.ts'
import { decisionOrderOf, orderedDecisions } from './decision-order.ts'
import { policy } from '../../testing/recommendation/examples.ts'
import { entriesOf } from '../../testing/recommendation/given.ts'
import { idsOnRecord } from './on-record.ts'
import { positionOf } from './position.ts'
import { rulesBroken } from '../../testing/recommendation/decided-invariants.ts'
import { rules } from './rules.ts'

type Events = readonly Recorded<RecommendationEvent>[]
type Step = {
  readonly command: RecommendationCommand
  readonly before: RecommendationState
  readonly decision: Decision<RecommendationEvent>
}

const dayOf = ({ metadata }: Events[number]): string => metadata.effectiveOn
const stateOf = (events: Events): RecommendationState => historyAt(recommendationDecider, events, null, null)

/** A decision is held against the history as at its own day; whether the item is there at all, against all of it. */
const decidedOn = (events: Events, { type, effectiveOn }: RecommendationCommand): RecommendationState => {
  const now = stateOf(events)
  if (!commandTable[type].decision) return now
  const then = historyAt(recommendationDecider, events, null, effectiveOn)
  return then.kind === 'NOT_ISSUED' ? { ...now, record: then.record } : then
}

/** Every command decided on what the ones before it led to. */
const live = (commands: readonly RecommendationCommand[]): { readonly events: Events; readonly steps: readonly Step[] } => {
  let events: Events = []
  const steps = commands.map((command) => {
    const before = decidedOn(events, command)
    const decision = decideCommand(recommendationDecider, events, command)
    if (decision.ok) events = [...events, ...entriesOf(decision.facts, command, events.length)]
    return { command, before, decision }
  })
  return { events, steps }
}
const brokenBy = ({ command, before, decision }: Step): readonly string[] =>
  decision.ok ? decision.facts.flatMap((fact) => rulesBroken(fact, command, before)) : []
const uncorrected = anyCommands.map((commands) => commands.filter(({ type }) => type !== 'CorrectEntry'))

describe('any history', () => {
  it('folds, at any position and on any day, and has a position', () =>
    fc.assert(
      fc.property(anyEvents, fc.nat(140), anyDay, (events, position, asAt) => {
        const state = historyAt(recommendationDecider, events, String(1000 + position), asAt)
        const { schedule, tracking } = positionOf(state, asAt, policy)
        expect(['UNDATED', 'NOT_DUE', 'DUE_SOON', 'OVERDUE', 'MET_ON_TIME', 'MET_LATE', 'ENDED']).toContain(schedule.state)
        expect(tracking === 'NOT_TRACKED').toBe(state.record.trackedBy.every(({ handedTo }) => handedTo !== null))
        expect(schedule.daysOverdue !== null).toBe(schedule.state === 'OVERDUE')
        expect(schedule.daysUntilDue !== null).toBe(schedule.state === 'NOT_DUE' || schedule.state === 'DUE_SOON')
      }),
      { numRuns: 300 },
    ))
  it('takes or refuses any command without throwing', () =>
    fc.assert(
      fc.property(anyEvents, anyCommand, (events, command) => {
        const decision = decideCommand(recommendationDecider, events, command)
        expect(decision.ok ? decision.facts.length : Object.keys(rules).includes(decision.rejection.rule)).toBeTruthy()
      }),
      { numRuns: 300 },
    ))
  it('is not changed by being folded', () =>
    fc.assert(
      fc.property(anyEvents, (events) => {
        const before = JSON.stringify(events)
        expect(stateOf(events)).toEqual(stateOf(events))
        expect(JSON.stringify(events)).toBe(before)
      }),
    ))
})

describe('any history of commands', () => {
  it('refuses by a rule of the list, naming a field that the command has', () =>
    fc.assert(
      fc.property(anyCommands, (commands) => {
        for (const { command, decision } of live(commands).steps) {
          if (decision.ok) continue
          const { rule, field, message } = decision.rejection
          expect(Object.keys(rules)).toContain(rule)
          expect([command.type, field, hasField(command, field)]).toEqual([command.type, field, true])
          expect(message).toMatch(/^[A-Z].*\.$/)
        }
      }),
      { numRuns: 200 },
    ))
  it('emits facts of the stem of the command, with the fields of that fact', () =>
    fc.assert(
      fc.property(anyCommands, (commands) => {
        for (const { command, decision } of live(commands).steps) {
          if (!decision.ok) continue
          expect([...new Set(decision.facts.map(({ type }) => type))]).toEqual([commandTable[command.type].event])
          if (command.type !== 'TransferOwner') expect(decision.facts).toHaveLength(1)
          for (const { data } of decision.facts) expect(Object.values(data)).not.toContain(undefined)
        }
      }),
      { numRuns: 100 },
    ))
  it('never lets a rule be broken by what was accepted', () =>
    fc.assert(
      fc.property(uncorrected, (commands) => {
        const { events, steps } = live(commands)
        for (const step of steps) expect([step.command, brokenBy(step)]).toEqual([step.command, []])
        const state = stateOf(events)
        expect(new Set(idsOnRecord(state.record)).size).toBe(idsOnRecord(state.record).length)
        const ordered = events.filter(({ type }) => orderedDecisions.has(type))
        const late = ordered.filter((event) => ordered.slice(0, ordered.indexOf(event)).some((earlier) => dayOf(earlier) > dayOf(event)))
        expect(decisionOrderOf(state.record).late).toEqual(new Set(late.map(({ eventId }) => eventId)))
        const { conclusions, reopenings, trackedBy } = state.record
        if (late.length === 0 && trackedBy.length === 1)
          expect(conclusions.length - reopenings.length).toBe(trackedBy[0]?.tracking === 'CONCLUDED' ? 1 : 0)
        expect(events.filter(({ type }) => type === 'RecommendationIssued').length).toBeLessThanOrEqual(1)
      }),
      { numRuns: 300 },
    ))
  it('keeps the original date as it was issued, but for a correction of the issue itself', () =>
    fc.assert(
      fc.property(uncorrected, (commands) => {
        const { events } = live(commands)
        const issued = events.find(({ type }) => type === 'RecommendationIssued')
        const state = stateOf(events)
        expect(state.kind === 'ISSUED').toBe(issued !== undefined)
        if (state.kind === 'ISSUED') expect(issued?.data).toMatchObject({ originalCompletionDate: state.issued.originalCompletionDate })
      }),
    ))
  it('is not changed by a command sent twice', () =>
    fc.assert(
      fc.property(anyCommands, fc.nat(), (commands, which) => {
        const { events } = live(commands)
        const first = events[which % Math.max(1, events.length)]
        if (first === undefined) return
        const { commandId, requestDigest } = first.metadata
        const command = commands[which % commands.length] as RecommendationCommand
        const repeat = decideOnce(recommendationDecider, events, { command, commandId, requestDigest, expectedRevision: 0 })
        expect(repeat).toEqual({ kind: 'REPEATED', events: events.filter(({ metadata }) => metadata.commandId === commandId) })
        const other = decideOnce(recommendationDecider, events, { command, commandId, requestDigest: 'other' })
        expect(other).toMatchObject({ kind: 'REJECTED', rejection: { rule: 'commandIdReused' } })
      }),
    ))
  it('reaches far: every command is accepted in some history', () => {
    const reached = new Set<CommandType>()
    const all = Object.keys(commandTable).sort()
    for (const commands of fc.sample(anyCommands, { numRuns: 2_000, seed: 1 })) {
      for (const { command, decision } of live(commands).steps) if (decision.ok) reached.add(command.type)
      if (reached.size === all.length) break
    }
    expect([...reached].sort()).toEqual(all)
  })
})

/** The field is in the command's data, or is one that every command has. */
const hasField = (command: RecommendationCommand, field: string): boolean =>
  field === 'effectiveOn' || field === 'onBehalfOf' || pathIn(command.data, field.split('.'))
const pathIn = (value: unknown, [key, ...rest]: readonly string[]): boolean => {
  if (key === undefined) return true
  return typeof value === 'object' && value !== null && key in value && pathIn((value as Readonly<Record<string, unknown>>)[key], rest)
}
