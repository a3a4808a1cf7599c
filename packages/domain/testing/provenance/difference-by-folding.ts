import type { Fact, IsoDate, Recorded } from '../../src/envelope.ts'
import { effectiveEntries } from '../../src/kernel/history/history-at.ts'
import { agreeOn, changesByName, namesIn } from '../../src/kernel/difference/changes.ts'
import { statesAsRecorded } from '../../src/kernel/history/states-as-recorded.ts'
import type { Cause, Difference, Side } from '../../src/kernel/difference/difference.ts'
import { byName, nameOf, sameValue, type ByName, type AttributeReader } from '../../src/kernel/provenance/attribute.ts'

/** `since`: what happened on or before that day and was recorded between the two was entered late. */
type Between<State, F extends Fact<string, unknown>, Field extends string> = {
  readonly from: Side<State, F, Field>
  readonly to: Side<State, F, Field>
  readonly since: IsoDate
}

/** One event further: what everything amounts to then. */
type Step<State> = { readonly cause: Cause; readonly state: State }

/** What `differenceOf` has to answer, with all values of every state on the way. */
export const differenceByFolding = <State, F extends Fact<string, unknown>, Field extends string>(
  events: readonly Recorded<F>[],
  { from, to, since }: Between<State, F, Field>,
): Difference<Field> => {
  const known = knownUpTo(events, from.knownAt)
  const start = stateOf(from.reader, known, from.asAt)
  const steps: readonly Step<State>[] = [
    { cause: { kind: 'DATE_PASSED' }, state: start },
    ...throughDays(known, from, to),
    ...throughLog(events, { from, to, since }),
  ]
  const before = byName(from.reader.values(start))
  const { after, turns } = walk(before, steps, to.reader)
  const changes = changesByName(before, after).map((change) => ({
    ...change,
    causes: causesOf(turns.get(nameOf(change)) ?? [], change.before),
  }))
  return { changes, events: steps.flatMap(({ cause }) => (cause.kind === 'DATE_PASSED' ? [] : [cause])) }
}

/** Each time that a value became another on the way, with what it was then. */
type Turn = { readonly cause: Cause; readonly value: unknown }
type Walked<Field extends string> = { readonly after: ByName<Field>; readonly turns: ReadonlyMap<string, readonly Turn[]> }

const walk = <State, F extends Fact<string, unknown>, Field extends string>(
  before: ByName<Field>,
  steps: readonly Step<State>[],
  reader: AttributeReader<State, F, Field>,
): Walked<Field> => {
  const turns = new Map<string, Turn[]>()
  let values = before
  for (const { cause, state } of steps) {
    const next = byName(reader.values(state))
    for (const name of namesIn(values, next)) {
      if (agreeOn(name, values, next)) continue
      const turn = { cause, value: next.get(name)?.value ?? null }
      turns.set(name, [...(turns.get(name) ?? []), turn])
    }
    values = next
  }
  return { after: values, turns }
}

/** Those since it was last what it had been. */
const causesOf = (turns: readonly Turn[], before: unknown): readonly Cause[] =>
  turns.slice(turns.findLastIndex(({ value }) => sameValue(value, before)) + 1).map(({ cause }) => cause)

/** What happened between the two days by what was known at first; backwards it has not happened yet. */
const throughDays = <State, F extends Fact<string, unknown>>(
  known: readonly Recorded<F>[],
  from: Side<State, F>,
  to: Side<State, F>,
): readonly Step<State>[] => {
  const [first, last] = from.asAt <= to.asAt ? [from.asAt, to.asAt] : [to.asAt, from.asAt]
  let state = stateOf(to.reader, known, first)
  const steps = effectiveEntries(known, null, last)
    .filter(({ metadata }) => metadata.effectiveOn > first)
    .map((entry) => {
      const before = state
      state = to.reader.evolve(state, entry)
      return { cause: { kind: 'NEW', eventId: entry.eventId } as const, before, state }
    })
  return first === from.asAt ? steps : backwards(steps)
}

/** What was recorded between the two places of the log, of the second day; backwards it is not known yet. */
const throughLog = <State, F extends Fact<string, unknown>, Field extends string>(
  events: readonly Recorded<F>[],
  { from, to, since }: Between<State, F, Field>,
): readonly Step<State>[] => {
  const [before, after] = [knownUpTo(events, from.knownAt), knownUpTo(events, to.knownAt)]
  const [fewer, more] = before.length <= after.length ? [before, after] : [after, before]
  const states = [to.reader.initial, ...Array.from(statesAsRecorded(to.reader, more, to.asAt), ([, state]) => state)]
  const steps = more.map((event, index) => ({
    event,
    cause: { kind: kindOf(event, since), eventId: event.eventId },
    before: states[index] as State,
    state: states[index + 1] as State,
  }))
  const felt = steps.slice(fewer.length).filter(({ event }) => isFelt(event, to.asAt))
  return fewer === before ? felt : backwards(felt)
}

const backwards = <State>(steps: readonly (Step<State> & { readonly before: State })[]): readonly Step<State>[] =>
  steps.toReversed().map(({ cause, before }) => ({ cause, state: before }))

/** What was dated later than the day says nothing of it; a correction may, whatever day it carries. */
const isFelt = ({ type, metadata }: Recorded<Fact<string, unknown>>, asAt: IsoDate): boolean =>
  type === 'EntryCorrected' || metadata.effectiveOn <= asAt

const kindOf = ({ type, metadata }: Recorded<Fact<string, unknown>>, since: IsoDate): 'NEW' | 'LATE_ENTRY' | 'CORRECTION' => {
  if (type === 'EntryCorrected') return 'CORRECTION'
  return metadata.effectiveOn <= since ? 'LATE_ENTRY' : 'NEW'
}

const knownUpTo = <F extends Fact<string, unknown>>(events: readonly Recorded<F>[], knownAt: string | null): readonly Recorded<F>[] =>
  knownAt === null ? events : events.filter(({ position }) => BigInt(position) <= BigInt(knownAt))

const stateOf = <State, F extends Fact<string, unknown>>(
  reader: Pick<AttributeReader<State, F>, 'initial' | 'evolve'>,
  events: readonly Recorded<F>[],
  asAt: IsoDate,
): State => effectiveEntries(events, null, asAt).reduce((state, entry) => reader.evolve(state, entry), reader.initial)
