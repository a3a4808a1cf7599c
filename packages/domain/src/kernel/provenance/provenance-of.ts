import type { Fact, IsoDate, Recorded } from '../../envelope.ts'
import { effectiveEntries } from '../history/history-at.ts'
import { nameOf, type AttributeReader, type Value, type ValueName } from './attribute.ts'
import { correctionsIn } from './corrections-in.ts'
import { searchIn, type Search } from './search-in.ts'
import { facetsOf, splitterOf } from './split-history.ts'

/** A value with its sources: event ids in the order in which they were recorded. */
export type Sourced<Field extends string = string> = Value<Field> & {
  /**
   * Without these the value would differ: the entry that set it last, and earlier entries that set the same value; the corrections that made
   * it so; of a derived value, all that it follows from. Empty only where it stands so from the beginning (not started, open).
   */
  readonly by: readonly string[]
  /** The entries that corrections among the sources correct. */
  readonly corrected: readonly string[]
}

/**
 * The sources of each value of an item on a day (null: any), from the events that were known. Each value is looked for only among
 * the entries that can bear on it, in a few walks through them, and one more for each correction among them.
 */
export const provenanceOf = <State, F extends Fact<string, unknown>, Field extends string>(
  reader: AttributeReader<State, F, Field>,
  events: readonly Recorded<F>[],
  asAt: IsoDate | null,
  asked: (value: Value<Field>) => boolean = () => true,
): readonly Sourced<Field>[] => {
  const state = effectiveEntries(events, null, asAt).reduce((so, entry) => reader.evolve(so, entry), reader.initial)
  const corrects = new Map(correctionsIn(events).map(({ eventId, entry }) => [eventId, entry]))
  const sourcesOf = sourcesBy(reader, events, asAt, corrects)
  const corrected = new Set(corrects.values())
  const revisions = new Map(events.map(({ eventId, revision }) => [eventId, revision]))
  const inOrder = (ids: Iterable<string>): readonly string[] => [...ids].sort((a, b) => (revisions.get(a) ?? 0) - (revisions.get(b) ?? 0))
  return reader
    .values(state)
    .filter(asked)
    .map((value) => {
      if (reader.statedByEntry?.has(value.field) && !corrected.has(value.key)) return { ...value, by: [value.key], corrected: [] }
      const derivedFrom = (reader.inputsOf?.(state, value) ?? []).flatMap((name) => [...sourcesOf(name, [])])
      const by = sourcesOf(value, derivedFrom)
      const correctedEntries = [...by].flatMap((id) => corrects.get(id) ?? []).filter((entry) => !by.has(entry))
      return { ...value, by: inOrder(by), corrected: inOrder(new Set(correctedEntries)) }
    })
}

/** Looks for the sources of a value in the entries that bear on it, which are split and folded only for the facets that are asked for. */
const sourcesBy = <State, F extends Fact<string, unknown>, Field extends string>(
  reader: AttributeReader<State, F, Field>,
  events: readonly Recorded<F>[],
  asAt: IsoDate | null,
  corrects: ReadonlyMap<string, string>,
): ((name: ValueName, from: readonly string[]) => ReadonlySet<string>) => {
  const split = splitterOf(events)
  const facets = facetsOf(reader)
  const searches = new Map<unknown, { readonly all: readonly Search[]; readonly byName: ReadonlyMap<string, Search> }>()
  return (value, from) => {
    const facet = facets.find(({ fields }) => (fields as readonly string[]).includes(value.field)) ?? facets[0]
    if (facet === undefined) return new Set()
    const known =
      searches.get(facet) ?? searchesIn(split(facet).map((strand) => searchIn(reader, { facet, events: strand }, asAt, corrects)))
    searches.set(facet, known)
    const name = nameOf(value)
    // A value that does not exist has no name to search by. If there is only one strand, it belongs to that one.
    const search = known.byName.get(name) ?? (facet.each === undefined ? known.all[0] : undefined)
    return search?.sources(name, from) ?? new Set()
  }
}

const searchesIn = (all: readonly Search[]) => ({
  all,
  byName: new Map(all.flatMap((search) => [...search.values.keys()].map((name) => [name, search] as const))),
})
