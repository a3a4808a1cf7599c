import type { Fact, IsoDate, Recorded } from '../../src/envelope.ts'
import type { EntryCorrected } from '../../src/kernel/events/entry-corrected.ts'
import { effectiveEntries } from '../../src/kernel/history/history-at.ts'
import { agreeOn, namesIn } from '../../src/kernel/difference/changes.ts'
import type { Sourced } from '../../src/kernel/provenance/provenance-of.ts'
import { byName, nameOf, type ByName, type AttributeReader, type Value } from '../../src/kernel/provenance/attribute.ts'

type AnyFact = Fact<string, unknown>

/** What `provenanceOf` has to answer, as its definition reads: one entry after another is left out, and everything is folded again, with all values. */
export const provenanceByOmission = <State, F extends AnyFact, Field extends string>(
  reader: AttributeReader<State, F, Field>,
  events: readonly Recorded<F>[],
  asAt: IsoDate | null,
  asked: (value: Value<Field>) => boolean = () => true,
): readonly Sourced<Field>[] => {
  const search = searchIn(reader, events, asAt)
  const revisions = new Map(events.map(({ eventId, revision }) => [eventId, revision]))
  const inOrder = (ids: Iterable<string>): readonly string[] => [...ids].sort((a, b) => (revisions.get(a) ?? 0) - (revisions.get(b) ?? 0))
  const corrected = new Set(search.corrects.values())
  return [...search.values.values()].filter(asked).map((value) => {
    if (reader.statedByEntry?.has(value.field) && !corrected.has(value.key)) return { ...value, by: [value.key], corrected: [] }
    const derivedFrom = (reader.inputsOf?.(search.state, value) ?? []).flatMap((name) => [...search.sources(nameOf(name), [])])
    const by = search.sources(nameOf(value), derivedFrom)
    const correctedEntries = [...by].flatMap((id) => search.corrects.get(id) ?? []).filter((entry) => !by.has(entry))
    return { ...value, by: inOrder(by), corrected: inOrder(new Set(correctedEntries)) }
  })
}

type Entries<F extends AnyFact> = readonly Recorded<F>[]

const stateOf = <State, F extends AnyFact>(reader: Pick<AttributeReader<State, F>, 'initial' | 'evolve'>, entries: Entries<F>): State =>
  entries.reduce((state, entry) => reader.evolve(state, entry), reader.initial)

/** Which entry last made each value what it is. */
const lastSetIn = <State, F extends AnyFact>(reader: AttributeReader<State, F>, entries: Entries<F>): ReadonlyMap<string, string> => {
  let state = reader.initial
  let values: ByName = byName(reader.values(state))
  const lastSetBy = new Map<string, string>()
  for (const entry of entries) {
    state = reader.evolve(state, entry)
    const after = byName(reader.values(state))
    for (const name of namesIn(values, after)) if (!agreeOn(name, values, after)) lastSetBy.set(name, entry.eventId)
    values = after
  }
  return lastSetBy
}

type Without = ReadonlySet<string>

/** Looks for the events whose absence would make a value another, by leaving events out and folding again. */
const searchIn = <State, F extends AnyFact, Field extends string>(
  reader: AttributeReader<State, F, Field>,
  events: Entries<F>,
  asAt: IsoDate | null,
) => {
  const entriesWithout = (left: Without) =>
    effectiveEntries(
      events.filter(({ eventId }) => !left.has(eventId)),
      null,
      asAt,
    )
  const valuesWithout = once((left) => byName(reader.values(stateOf(reader, entriesWithout(left)))))
  const lastSetWithout = once((left) => lastSetIn(reader, entriesWithout(left)))
  const state = stateOf(reader, entriesWithout(new Set()))
  const values = byName(reader.values(state))
  const corrects = new Map(correctionsIn(events).map(({ eventId, entry }) => [eventId, entry]))
  const differs = (name: string, left: Without): boolean => !agreeOn(name, values, valuesWithout(left))

  /** The entry, or its correction, that must be left out next for the value to change. */
  const nextFor = (name: string, gone: Without): string | null => {
    const entry = lastSetWithout(gone).get(name)
    if (entry === undefined) return null
    const corrections = correctionsIn(events.filter(({ eventId }) => !gone.has(eventId))).filter((one) => one.entry === entry)
    const newest = corrections.at(-1)
    return newest !== undefined && differs(name, new Set([...gone, ...corrections.map(({ eventId }) => eventId)])) ? newest.eventId : entry
  }

  /** The next source, then any later entry that would set the value without it, and so on, up to an entry that was corrected. */
  const allNextFor = (name: string, gone: Without): readonly string[] => {
    const next = nextFor(name, gone)
    if (next === null || next !== lastSetWithout(gone).get(name)) return next === null ? [] : [next]
    const all = [next]
    for (let other = next as string | null; (other = nextAfter(name, new Set([...gone, ...all]), other ?? next)) !== null;) all.push(other)
    return all
  }

  /** The first entry behind another one, which is left out, that makes the value what it is; none behind an entry that was corrected. */
  const nextAfter = (name: string, gone: Without, other: string): string | null => {
    const without = new Set(gone)
    without.delete(other)
    const behind = entriesWithout(without).findIndex(({ eventId }) => eventId === other)
    const corrected = new Set(correctionsIn(events.filter(({ eventId }) => !gone.has(eventId))).map(({ entry }) => entry))
    let so = reader.initial
    for (const [index, entry] of entriesWithout(gone).entries()) {
      if (index >= behind && corrected.has(entry.eventId)) return null
      so = reader.evolve(so, entry)
      if (index >= behind && agreeOn(name, values, byName(reader.values(so)))) return entry.eventId
    }
    return null
  }

  const reached = (name: string, from: readonly string[]): ReadonlySet<string> => {
    const found = new Set(from)
    for (const correction of corrects.keys()) if (differs(name, new Set([correction]))) found.add(correction)
    const last = nextFor(name, new Set())
    if (last !== null && ![...found].some((id) => leadsTo(id, last, corrects))) found.add(last)
    while (!differs(name, found)) {
      const next = allNextFor(name, found)
      if (next.length === 0) break
      const isAnother = (count: number): boolean => differs(name, new Set([...found, ...next.slice(0, count)]))
      for (const id of next.slice(0, enoughOf(next.length, isAnother))) found.add(id)
    }
    return found
  }

  /** If removing every source leaves the default value, the source is the entry that reset it. */
  const sources = (name: string, from: readonly string[]): ReadonlySet<string> =>
    [reached(name, from), reached(name, [])].find((found) => differs(name, found)) ?? new Set()
  return { state, values, corrects, sources }
}

/** How many of all are enough, by halving. */
const enoughOf = (all: number, isEnough: (count: number) => boolean): number => {
  if (all === 1 || !isEnough(all - 1)) return all
  let [tooFew, enough] = [0, all - 1]
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2)
    if (isEnough(middle)) enough = middle
    else tooFew = middle
  }
  return enough
}

/** The same for the same events left out, folded once. */
const once = <Result>(fold: (left: Without) => Result): ((left: Without) => Result) => {
  const folded = new Map<string, Result>()
  return (left) => {
    const key = [...left].sort().join(' ')
    const result = folded.get(key) ?? fold(left)
    folded.set(key, result)
    return result
  }
}

const leadsTo = (correction: string, entry: string, corrects: ReadonlyMap<string, string>): boolean => {
  for (let at = corrects.get(correction), steps = corrects.size; at !== undefined && steps > 0; at = corrects.get(at), steps -= 1)
    if (at === entry) return true
  return false
}

/** Those that stand, whatever day they carry, in the order of the log. */
const correctionsIn = <F extends AnyFact>(events: readonly Recorded<F>[]): readonly { eventId: string; entry: string }[] =>
  effectiveEntries(events, null, null)
    .filter(({ type }) => type === 'EntryCorrected')
    .toSorted((a, b) => a.revision - b.revision)
    .map(({ eventId, data }) => ({ eventId, entry: (data as EntryCorrected['data']).entry }))
