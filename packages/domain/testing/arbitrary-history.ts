import fc from 'fast-check'
import type { Command } from '../src/decision.ts'
import type { Actor, Fact, IsoDate, Recorded } from '../src/envelope.ts'
import type { AnyAggregate } from '../src/kernel/aggregate/registry.ts'
import { statedFields } from '../src/kernel/commands/command-form.ts'
import type { EventDeclarations } from '../src/kernel/events/event-declarations.ts'
import { decideCommand } from '../src/kernel/commands/decide-command.ts'
import { arbitraryData, type Chosen } from './arbitrary-field.ts'
import { replacedFields } from './arbitrary-fact.ts'
import { anyCommands } from './recommendation/arbitrary-commands.ts'
import { policy } from './recommendation/examples.ts'
import { officer, recorded, today } from './scenario.ts'

type AnyCommand = Command<string, unknown>
type Events = readonly Recorded<Fact<string, unknown>>[]

/** A wish to correct the entry at `pick`; what it replaces follows from the entry and the seed. */
type Correction = { readonly pick: number; readonly voids: boolean; readonly seed: number; readonly effectiveOn: IsoDate | null }
type Attempt = { readonly command: AnyCommand } | { readonly correction: Correction }

const day = fc.constantFrom('2017-01-05', '2017-05-02', '2017-10-31', '2018-02-14', '2018-06-30')

const correction: fc.Arbitrary<Attempt> = fc
  .record({
    pick: fc.nat({ max: 60 }),
    voids: fc.boolean(),
    seed: fc.nat({ max: 1_000_000 }),
    effectiveOn: fc.option(day, { freq: 1 }),
  })
  .map((asked) => ({ correction: asked }))

/** Commands of every type of an aggregate, with any values that their fields may have. */
const attemptsOf = ({ events, commands }: AnyAggregate, chosen?: Chosen): fc.Arbitrary<readonly Attempt[]> => {
  const own = Object.entries(commands).filter(([type]) => type !== 'CorrectEntry')
  const command = fc.oneof(
    ...own.map(([type, row]) =>
      fc
        .tuple(arbitraryData(statedFields(events, row), chosen), day)
        .map(([data, effectiveOn]): Attempt => ({ command: { type, data, actor: officer, effectiveOn, today } })),
    ),
  )
  return fc.array(fc.oneof({ weight: 3, arbitrary: command }, { weight: 2, arbitrary: correction }), { maxLength: 40, size: 'max' })
}

/** The recommendation's own commands fit each other, or few would be accepted. */
const recommendationAttempts: fc.Arbitrary<readonly Attempt[]> = anyCommands.chain((commands) =>
  fc.array(fc.tuple(fc.nat({ max: 60 }), correction), { maxLength: 20 }).map((corrections) =>
    corrections.reduce<readonly Attempt[]>(
      (all, [at, one]) => all.toSpliced(at, 0, one),
      commands.map((each) => ({ command: each })),
    ),
  ),
)

/** Values of a noun that fit each other, or few of its commands would be accepted. */
const fitting: Readonly<Record<string, Readonly<Record<string, fc.Arbitrary<unknown>>>>> = {
  visit: {
    from: fc.constantFrom('2017-01-01', '2017-01-05', '2017-05-01'),
    to: fc.constantFrom('2017-05-02', '2017-05-31'),
    letterOn: fc.constantFrom(null, '2017-06-15'),
    ref: fc.constantFrom('F1', 'F2', 'F3'),
    reportPublished: fc.constant(true),
    ofItems: fc.constant([]),
  },
}

/**
 * The events of one stream after any commands and corrections, of which those count that were accepted. `eventId` gives an event its id by
 * its revision.
 */
export const arbitraryHistory = (
  aggregate: AnyAggregate,
  stream: string,
  eventId: (revision: number) => string,
  chosen?: Chosen,
): fc.Arbitrary<Events> =>
  (aggregate.name === 'recommendation'
    ? recommendationAttempts
    : attemptsOf(aggregate, (path) => fitting[aggregate.name]?.[path] ?? chosen?.(path))
  ).map((attempts) => {
    const { decider, events: declared } = aggregate
    return attempts.reduce<Events>((events, attempt) => {
      const command =
        'command' in attempt
          ? ofThisHistory(attempt.command, events)
          : decider.corrections
            ? correctionOf(attempt.correction, events, declared)
            : null
      const decision = command === null ? null : decideCommand(decider, events, command)
      return command === null || !decision?.ok
        ? events
        : [...events, ...entriesOf(decision.facts, command, events.length, { stream, eventId })]
    }, [])
  })

/** A removal names an entry that there is. */
const ofThisHistory = (command: AnyCommand, events: Events): AnyCommand =>
  command.type === 'RemovePersonalData'
    ? { ...command, data: { ...(command.data as object), entry: events[events.length >> 1]?.eventId ?? 'none' } }
    : command

const correctionOf = ({ pick, voids, seed, effectiveOn }: Correction, events: Events, declared: EventDeclarations): AnyCommand | null => {
  const entry = events[pick % Math.max(1, events.length)]
  if (entry === undefined) return null
  const change = voids
    ? { kind: 'VOID' }
    : { kind: 'REPLACE', fields: replacedFields(declared[entry.type] ?? {}, seed), ...(effectiveOn === null ? {} : { effectiveOn }) }
  return {
    type: 'CorrectEntry',
    data: { entry: entry.eventId, reason: 'Mistyped', change, policy },
    actor: officer,
    effectiveOn: today,
    today,
  }
}

type Where = { readonly stream: string; readonly eventId: (revision: number) => string }

const entriesOf = (
  facts: readonly Fact<string, unknown>[],
  { effectiveOn, actor }: { readonly effectiveOn: IsoDate; readonly actor: Actor },
  from: number,
  { stream, eventId }: Where,
): Events =>
  facts.map((fact, index) => {
    const entry = recorded(fact, { stream, revision: from + index, effectiveOn })
    return { ...entry, eventId: eventId(entry.revision), metadata: { ...entry.metadata, actor } }
  })
