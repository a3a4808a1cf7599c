import type { Fact, IsoDate, Recorded } from '../envelope.ts'
import { effectiveEntries } from '../history-at.ts'
import { agreeOn, changesByName, type Change } from './changes.ts'
import { statesAsRecorded } from './states-as-recorded.ts'
import { byName, nameOf, type ByName, type Telling } from './value.ts'

/**
 * Why a value is another: it happened in between (`NEWS`); it had happened by the first day, and was recorded afterwards (`LATE_ENTRY`);
 * an entry was put right (`CORRECTION`); or nothing was recorded but the calendar went on (`TIME`).
 */
export type Cause = { readonly kind: 'NEWS' | 'LATE_ENTRY' | 'CORRECTION'; readonly eventId: string } | { readonly kind: 'TIME' }

export type Difference<Field extends string = string> = {
  /** What is another, each with its causes, the last of which says what it is now. Never without one. */
  readonly changes: readonly (Change<Field> & { readonly causes: readonly Cause[] })[]
  /** Every event that came or went in between, of those that happened up to the day, whether or not it changed a value. */
  readonly events: readonly Exclude<Cause, { kind: 'TIME' }>[]
}

/** One side: the world up to `asAt` as known at `knownAt` (null: all), told as on that day. */
export type Side<State, F extends Fact<string, unknown>, Field extends string = string> = {
  readonly asAt: IsoDate
  readonly knownAt: string | null
  readonly telling: Telling<State, F, Field>
}

/** `since`: what happened on or before that day and was recorded between the two was entered late. */
type Between<State, F extends Fact<string, unknown>, Field extends string> = {
  readonly from: Side<State, F, Field>
  readonly to: Side<State, F, Field>
  readonly since: IsoDate
}

type Step<Field extends string> = { readonly cause: Cause; readonly values: ByName<Field> }

/**
 * What one item is at `to` and was not at `from`, in either direction of either time. The way goes through the calendar first, then
 * through what happened up to the other day, then through what was recorded up to the other place of the log, one event at a time.
 */
export const differenceOf = <State, F extends Fact<string, unknown>, Field extends string>(
  events: readonly Recorded<F>[],
  { from, to, since }: Between<State, F, Field>,
): Difference<Field> => {
  const known = knownUpTo(events, from.knownAt)
  const start = stateOf(from.telling, known, from.asAt)
  const before = byName(from.telling.values(start))
  const steps: readonly Step<Field>[] = [
    { cause: { kind: 'TIME' }, values: byName(to.telling.values(start)) },
    ...throughDays(known, from, to),
    ...throughLog(events, { from, to, since }),
  ]
  const after = steps.at(-1)?.values ?? before
  const changes = changesByName(before, after).map((change) => ({ ...change, causes: causesOf(nameOf(change), before, steps) }))
  return { changes, events: steps.flatMap(({ cause }) => (cause.kind === 'TIME' ? [] : [cause])) }
}

/** The steps that changed it since it was last what it had been. */
const causesOf = (name: string, before: ByName, steps: readonly Step<string>[]): readonly Cause[] => {
  const same = steps.findLastIndex(({ values }) => agreeOn(name, before, values))
  return steps
    .filter(({ values }, index) => index > same && !agreeOn(name, steps[index - 1]?.values ?? before, values))
    .map(({ cause }) => cause)
}

/** What happened between the two days by what was known at first; backwards it has not happened yet. */
const throughDays = <State, F extends Fact<string, unknown>, Field extends string>(
  known: readonly Recorded<F>[],
  from: Side<State, F, Field>,
  to: Side<State, F, Field>,
): readonly Step<Field>[] => {
  const [first, last] = from.asAt <= to.asAt ? [from.asAt, to.asAt] : [to.asAt, from.asAt]
  const between = effectiveEntries(known, null, last).filter(({ metadata }) => metadata.effectiveOn > first)
  let state = stateOf(to.telling, known, first)
  const steps = between.map((entry) => {
    const values = byName(to.telling.values(state))
    state = to.telling.evolve(state, entry)
    return { cause: { kind: 'NEWS', eventId: entry.eventId } as const, before: values, values: byName(to.telling.values(state)) }
  })
  return first === from.asAt ? steps : steps.toReversed().map(({ cause, before }) => ({ cause, values: before }))
}

/** What was recorded between the two places of the log, of the second day; backwards it is not known yet. */
const throughLog = <State, F extends Fact<string, unknown>, Field extends string>(
  events: readonly Recorded<F>[],
  { from, to, since }: Between<State, F, Field>,
): readonly Step<Field>[] => {
  const [known, knownThen] = [knownUpTo(events, from.knownAt), knownUpTo(events, to.knownAt)]
  const [fewer, more] = known.length <= knownThen.length ? [known, knownThen] : [knownThen, known]
  const tell = (state: State): ByName<Field> => byName(to.telling.values(state))
  const all = [to.telling.initial, ...statesAsRecorded(to.telling, more, to.asAt)].slice(fewer.length).map(tell)
  const steps = more.slice(fewer.length).map((event, index) => ({
    cause: { kind: kindOf(event, since), eventId: event.eventId },
    before: all[index] as ByName<Field>,
    values: all[index + 1] as ByName<Field>,
  }))
  const felt = steps.filter((_, index) => isFelt(more[fewer.length + index], to.asAt))
  return fewer === known ? felt : felt.toReversed().map(({ cause, before }) => ({ cause, values: before }))
}

/** What was dated later than the day says nothing of it; a correction may, whatever day it carries. */
const isFelt = (event: Recorded<Fact<string, unknown>> | undefined, asAt: IsoDate): boolean =>
  event?.type === 'EntryCorrected' || (event !== undefined && event.metadata.effectiveOn <= asAt)

const kindOf = ({ type, metadata }: Recorded<Fact<string, unknown>>, since: IsoDate): 'NEWS' | 'LATE_ENTRY' | 'CORRECTION' => {
  if (type === 'EntryCorrected') return 'CORRECTION'
  return metadata.effectiveOn <= since ? 'LATE_ENTRY' : 'NEWS'
}

const knownUpTo = <F extends Fact<string, unknown>>(events: readonly Recorded<F>[], knownAt: string | null): readonly Recorded<F>[] =>
  knownAt === null ? events : events.filter(({ position }) => BigInt(position) <= BigInt(knownAt))

const stateOf = <State, F extends Fact<string, unknown>>(
  telling: Pick<Telling<State, F>, 'initial' | 'evolve'>,
  events: readonly Recorded<F>[],
  asAt: IsoDate,
): State => effectiveEntries(events, null, asAt).reduce((state, entry) => telling.evolve(state, entry), telling.initial)
