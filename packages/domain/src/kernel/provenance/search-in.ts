import type { Fact, IsoDate, Recorded } from '../../envelope.ts'
import { agreeOn, namesIn } from '../difference/changes.ts'
import { effectiveEntries } from '../history/history-at.ts'
import { byName, sameValue, type AttributeReader, type ByName } from './attribute.ts'
import { correctionsIn, leadsTo } from './corrections-in.ts'
import type { Strand } from './split-history.ts'

type AnyFact = Fact<string, unknown>
type Without = ReadonlySet<string>

/** Looks for the sources of the values of one strand. */
export type Search = {
  readonly values: ByName
  /** `from`: the sources of what the value is derived from. */
  sources(name: string, from: readonly string[]): ReadonlySet<string>
}

/**
 * Looks for the events whose absence would make a value another, by leaving events out and folding again. `corrects`: which entry each
 * correction of the whole history corrects, for what a value is derived from can have been corrected in another strand.
 */
export const searchIn = <State, F extends AnyFact, Field extends string>(
  reader: AttributeReader<State, F, Field>,
  { facet, events }: Strand<State, F, Field>,
  asAt: IsoDate | null,
  corrects: ReadonlyMap<string, string>,
): Search => {
  const eventsWithout = (left: Without) => events.filter(({ eventId }) => !left.has(eventId))
  const entriesWithout = (left: Without) => effectiveEntries(eventsWithout(left), null, asAt)
  const valuesIn = (state: State): ByName<Field> => byName(facet.values(state))
  const valuesWithout = once((left) => valuesIn(entriesWithout(left).reduce((state, entry) => reader.evolve(state, entry), reader.initial)))
  const lastSetWithout = once((left) => lastSetIn(entriesWithout(left)))
  const correctionsWithout = once((left) => correctionsIn(eventsWithout(left)))
  const values = valuesWithout(new Set())
  const differs = (name: string, left: Without): boolean => !agreeOn(name, values, valuesWithout(left))

  /** Which entry last made each value what it is. */
  function lastSetIn(entries: readonly Recorded<F>[]): ReadonlyMap<string, string> {
    let state = reader.initial
    let before: ByName = valuesIn(state)
    const lastSetBy = new Map<string, string>()
    for (const entry of entries) {
      state = reader.evolve(state, entry)
      const after = valuesIn(state)
      for (const name of namesIn(before, after)) if (!agreeOn(name, before, after)) lastSetBy.set(name, entry.eventId)
      before = after
    }
    return lastSetBy
  }

  /** The entry, or its correction, that must be left out next for the value to change. */
  const nextFor = (name: string, gone: Without): string | null => {
    const entry = lastSetWithout(gone).get(name)
    if (entry === undefined) return null
    const corrections = correctionsWithout(gone).filter((one) => one.entry === entry)
    const newest = corrections.at(-1)
    return newest !== undefined && differs(name, new Set([...gone, ...corrections.map(({ eventId }) => eventId)])) ? newest.eventId : entry
  }

  /**
   * All entries that must be left out next: the one that set the value last and, without it, every later one that would have set the same value, in
   * one pass. It stops before an entry that was corrected, because the correction may then be the source.
   */
  const allNextFor = (name: string, gone: Without): readonly string[] => {
    const next = nextFor(name, gone)
    if (next === null || next !== lastSetWithout(gone).get(name)) return next === null ? [] : [next]
    const corrected = new Set(correctionsWithout(gone).map(({ entry }) => entry))
    const same: string[] = []
    const saysTheSame = (then: State): boolean => sameValue(valuesIn(then).get(name)?.value ?? null, values.get(name)?.value ?? null)
    let state = reader.initial
    for (const entry of entriesWithout(gone)) {
      const isAfter = same.length > 0
      if (isAfter && corrected.has(entry.eventId)) return same
      const then = reader.evolve(state, entry)
      if (entry.eventId === next || (isAfter && saysTheSame(then))) same.push(entry.eventId)
      else state = then
    }
    return same
  }

  /**
   * A later entry may change the value in any case; then the entries just before it need not be left out. Finds by halving the shortest
   * beginning of `next` whose absence changes the value.
   */
  const asFarAsNeeded = (name: string, gone: Without, next: readonly string[]): readonly string[] => {
    const isAnother = (count: number): boolean => differs(name, new Set([...gone, ...next.slice(0, count)]))
    if (next.length === 1 || !isAnother(next.length - 1)) return next
    let [tooFew, enough] = [0, next.length - 1]
    while (enough - tooFew > 1) {
      const middle = Math.floor((tooFew + enough) / 2)
      if (isAnother(middle)) enough = middle
      else tooFew = middle
    }
    return next.slice(0, enough)
  }

  const reached = (name: string, from: readonly string[]): ReadonlySet<string> => {
    const found = new Set(from)
    for (const { eventId } of correctionsWithout(new Set())) if (differs(name, new Set([eventId]))) found.add(eventId)
    const last = nextFor(name, new Set())
    if (last !== null && ![...found].some((id) => leadsTo(id, last, corrects))) found.add(last)
    while (!differs(name, found)) {
      const next = allNextFor(name, found)
      if (next.length === 0) break
      for (const id of asFarAsNeeded(name, found, next)) found.add(id)
    }
    return found
  }

  /** If removing every source leaves the default value, the source is the entry that reset it. */
  const sources = (name: string, from: readonly string[]): ReadonlySet<string> => {
    const found = reached(name, from)
    if (differs(name, found)) return found
    const alone = from.length === 0 ? found : reached(name, [])
    return differs(name, alone) ? alone : new Set()
  }
  return { values, sources }
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
