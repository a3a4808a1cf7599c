import type { Fact, IsoDate, Recorded } from '../../envelope.ts'
import { correctionIn } from '../events/entry-corrected.ts'
import { effectiveEntries } from '../history/history-at.ts'
import { statesAsRecorded } from '../history/states-as-recorded.ts'
import { byName, nameOf, sameValue, type AttributeReader, type ByName } from '../provenance/attribute.ts'
import { inDisplayOrder } from '../provenance/display-order.ts'
import { facetsOf, splitterOf } from '../provenance/split-history.ts'
import { agreeOn, changesByName, namesIn, type Change } from './changes.ts'

/**
 * Why a value differs: it happened in between (`NEW`); it had happened by the first day and was recorded later (`LATE_ENTRY`);
 * an entry was corrected (`CORRECTION`); or nothing was recorded and a date passed (`DATE_PASSED`).
 */
export type Cause = { readonly kind: 'NEW' | 'LATE_ENTRY' | 'CORRECTION'; readonly eventId: string } | { readonly kind: 'DATE_PASSED' }

type ChangeWithCauses<Field extends string> = Change<Field> & { readonly causes: readonly Cause[] }
type CauseInLog = Exclude<Cause, { kind: 'DATE_PASSED' }>

export type Difference<Field extends string = string> = {
  /** The values that differ, each with its causes (at least one), the oldest first. */
  readonly changes: readonly ChangeWithCauses<Field>[]
  /** Every event added or removed in between, of those that happened up to the day, whether or not it changed a value. */
  readonly events: readonly CauseInLog[]
}

/** One side: the state on `asAt` using the records made up to `knownAt` (null: all). */
export type Side<State, F extends Fact<string, unknown>, Field extends string = string> = {
  readonly asAt: IsoDate
  readonly knownAt: string | null
  readonly reader: AttributeReader<State, F, Field>
}

/** `since`: what happened on or before that day and was recorded between the two was entered late. */
type Between<State, F extends Fact<string, unknown>, Field extends string> = {
  readonly from: Side<State, F, Field>
  readonly to: Side<State, F, Field>
  readonly since: IsoDate
}

/**
 * The difference of one item between two sides; `to` may be before `from` in either time. It is found in steps from one side to the other:
 * first the calendar moves on, then each event that happened up to the other day is added, then each that was recorded up to the other log
 * position. Each value is followed only through the events that bear on it.
 */
export const differenceOf = <State, F extends Fact<string, unknown>, Field extends string>(
  events: readonly Recorded<F>[],
  between: Between<State, F, Field>,
): Difference<Field> => {
  const split = splitterOf(events)
  const [before, after] = [facetsOf(between.from.reader), facetsOf(between.to.reader)]
  const changes = after.flatMap((facet, index) => {
    const valuesBefore = before[index]?.values ?? facet.values
    const ofFacet = { ...between, from: only(between.from, valuesBefore), to: only(between.to, facet.values) }
    return split(facet).flatMap((strand) => changesIn(strand, ofFacet))
  })
  return { changes: inDisplayOrder(between.to.reader, changes), events: eventsBetween(events, between) }
}

const only = <State, F extends Fact<string, unknown>, Field extends string>(
  side: Side<State, F, Field>,
  values: (state: State) => ReturnType<AttributeReader<State, F, Field>['values']>,
): Side<State, F, Field> => ({ ...side, reader: { initial: side.reader.initial, evolve: side.reader.evolve, values } })

/** One step further: all values after the event, and their values before it. */
type Step = { readonly cause: Cause; readonly before: ByName; readonly after: ByName }

const changesIn = <State, F extends Fact<string, unknown>, Field extends string>(
  events: readonly Recorded<F>[],
  between: Between<State, F, Field>,
): readonly ChangeWithCauses<Field>[] => {
  const { from, to } = between
  const start = stateOf(from.reader, knownUpTo(events, from.knownAt), from.asAt)
  const [before, after] = [byName(from.reader.values(start)), byName(to.reader.values(start))]
  const steps = [
    { cause: { kind: 'DATE_PASSED' }, before, after } as const,
    ...throughDays(events, between),
    ...throughLog(events, between),
  ]
  const turns = turnsIn(steps)
  return changesByName(before, (steps.at(-1)?.after ?? after) as ByName<Field>).map((change) => ({
    ...change,
    causes: causesOf(turns.get(nameOf(change)) ?? [], change.before),
  }))
}

/** Each time that a value changed on the way, with the value that it then had. */
type Turn = { readonly cause: Cause; readonly value: unknown }

const turnsIn = (steps: readonly Step[]): ReadonlyMap<string, readonly Turn[]> => {
  const turns = new Map<string, Turn[]>()
  let values = steps[0]?.before ?? new Map()
  for (const { cause, after } of steps) {
    for (const name of namesIn(values, after)) {
      if (agreeOn(name, values, after)) continue
      const turn = { cause, value: after.get(name)?.value ?? null }
      const known = turns.get(name)
      if (known === undefined) turns.set(name, [turn])
      else known.push(turn)
    }
    values = after
  }
  return turns
}

/** Only the causes after the value last equalled its value on the first side. */
const causesOf = (turns: readonly Turn[], before: unknown): readonly Cause[] =>
  turns.slice(turns.findLastIndex(({ value }) => sameValue(value, before)) + 1).map(({ cause }) => cause)

/** The events that happened between the two days, as known on the first side. Going backwards, they are taken away. */
const throughDays = <State, F extends Fact<string, unknown>, Field extends string>(
  events: readonly Recorded<F>[],
  { from, to }: Between<State, F, Field>,
): readonly Step[] => {
  const known = knownUpTo(events, from.knownAt)
  let state = stateOf(to.reader, known, firstOf(from, to))
  let before: ByName = byName(to.reader.values(state))
  const steps = entriesBetween(known, from, to).map((entry) => {
    state = to.reader.evolve(state, entry)
    const step = { cause: newEntry(entry), before, after: byName(to.reader.values(state)) }
    before = step.after
    return step
  })
  return from.asAt <= to.asAt ? steps : backwards(steps)
}

/** The events recorded between the two log positions, as at the second day. Going backwards, they are taken away. */
const throughLog = <State, F extends Fact<string, unknown>, Field extends string>(
  events: readonly Recorded<F>[],
  { from, to, since }: Between<State, F, Field>,
): readonly Step[] => {
  const { fewer, more, isForward } = knowledgeOf(events, from, to)
  const steps: Step[] = []
  let before: ByName = new Map()
  for (const [index, state] of statesAsRecorded(to.reader, more, to.asAt)) {
    if (index < fewer.length - 1) continue
    const after = byName(to.reader.values(state))
    const event = more[index] as Recorded<F>
    if (index === 0) before = byName(to.reader.values(to.reader.initial))
    if (index >= fewer.length && isFelt(event, to.asAt)) steps.push({ cause: recordedAs(event, since), before, after })
    before = after
  }
  return isForward ? steps : backwards(steps)
}

const backwards = (steps: readonly Step[]): readonly Step[] =>
  steps.toReversed().map(({ cause, before, after }) => ({ cause, before: after, after: before }))

/** Every event in the same steps, whether or not it changed a value. */
const eventsBetween = <State, F extends Fact<string, unknown>, Field extends string>(
  events: readonly Recorded<F>[],
  { from, to, since }: Between<State, F, Field>,
): readonly CauseInLog[] => {
  const happened = entriesBetween(knownUpTo(events, from.knownAt), from, to).map(newEntry)
  const { fewer, more, isForward } = knowledgeOf(events, from, to)
  const recorded = more.slice(fewer.length).filter((event) => isFelt(event, to.asAt))
  const causes = recorded.map((event) => recordedAs(event, since))
  return [...(from.asAt <= to.asAt ? happened : happened.toReversed()), ...(isForward ? causes : causes.toReversed())]
}

type Days = { readonly asAt: IsoDate }
const firstOf = (one: Days, other: Days): IsoDate => (one.asAt <= other.asAt ? one.asAt : other.asAt)

const entriesBetween = <F extends Fact<string, unknown>>(known: readonly Recorded<F>[], one: Days, other: Days): readonly Recorded<F>[] => {
  const first = firstOf(one, other)
  const last = first === one.asAt ? other.asAt : one.asAt
  return effectiveEntries(known, null, last).filter(({ metadata }) => metadata.effectiveOn > first)
}

type Knowledge = { readonly knownAt: string | null }
const knowledgeOf = <F extends Fact<string, unknown>>(events: readonly Recorded<F>[], from: Knowledge, to: Knowledge) => {
  const [before, after] = [knownUpTo(events, from.knownAt), knownUpTo(events, to.knownAt)]
  const isForward = before.length <= after.length
  return { isForward, ...(isForward ? { fewer: before, more: after } : { fewer: after, more: before }) }
}

const newEntry = ({ eventId }: { readonly eventId: string }): CauseInLog => ({ kind: 'NEW', eventId })

/** An event dated after the day cannot change a value of that day. A correction can, whatever its date. */
const isFelt = (event: Recorded<Fact<string, unknown>>, asAt: IsoDate): boolean =>
  correctionIn(event) !== null || event.metadata.effectiveOn <= asAt

const recordedAs = (event: Recorded<Fact<string, unknown>>, since: IsoDate): CauseInLog => {
  const { eventId, metadata } = event
  if (correctionIn(event) !== null) return { kind: 'CORRECTION', eventId }
  return { kind: metadata.effectiveOn <= since ? 'LATE_ENTRY' : 'NEW', eventId }
}

const knownUpTo = <F extends Fact<string, unknown>>(events: readonly Recorded<F>[], knownAt: string | null): readonly Recorded<F>[] =>
  knownAt === null ? events : events.filter(({ position }) => BigInt(position) <= BigInt(knownAt))

const stateOf = <State, F extends Fact<string, unknown>>(
  reader: Pick<AttributeReader<State, F>, 'initial' | 'evolve'>,
  events: readonly Recorded<F>[],
  asAt: IsoDate,
): State => effectiveEntries(events, null, asAt).reduce((state, entry) => reader.evolve(state, entry), reader.initial)
