import type { Fact, Recorded } from '../../envelope.ts'
import { correctionIn } from '../events/entry-corrected.ts'
import type { AttributeFacet, AttributeReader } from './attribute.ts'
import { groupsOf, type Link } from './groups.ts'

/** The entries of one history from which the values of one facet follow, and from no others, whichever of them are left out. */
export type Strand<State, F extends Fact<string, unknown>, Field extends string> = {
  readonly facet: AttributeFacet<State, F, Field>
  /** In the order of the log, each correction with what it corrects. */
  readonly events: readonly Recorded<F>[]
}

/** The strands of a history, facet after facet: so an entry is folded with those that bear on the same values and not with all. */
export const strandsOf = <State, F extends Fact<string, unknown>, Field extends string>(
  reader: AttributeReader<State, F, Field>,
  events: readonly Recorded<F>[],
): readonly Strand<State, F, Field>[] => {
  const split = splitterOf(events)
  return facetsOf(reader).flatMap((facet) => split(facet).map((strand) => ({ facet, events: strand })))
}

type Bearing = Pick<AttributeFacet<never, Fact<string, unknown>>, 'from' | 'each' | 'heeds'>

/** Where nothing is declared, one facet with every attribute (and no name of any). */
export const facetsOf = <State, F extends Fact<string, unknown>, Field extends string>(
  reader: AttributeReader<State, F, Field>,
): readonly AttributeFacet<State, F, Field>[] => reader.facets ?? [{ fields: [], values: reader.values }]

/** Splits a history by any facet. Corrections are followed once for all. */
export const splitterOf = <F extends Fact<string, unknown>>(events: readonly Recorded<F>[]) => {
  const known = new Set(events.map(({ eventId }) => eventId))
  const corrected = groupsOf(events, (event) => [`entry ${event.eventId}`, ...correctedBy(event, known)])
  return ({ from, each, heeds }: Bearing): readonly (readonly Recorded<F>[])[] => {
    const concerned = from === undefined ? corrected : corrected.filter((group) => group.some(({ type }) => from.includes(type)))
    const bearing = heeds === undefined ? concerned : concerned.map((group) => heeded(group, heeds))
    if (each === 'eventId') return bearing
    const linked = each === undefined ? [bearing] : groupsOf(bearing, (group) => group.flatMap((event) => idsIn(event, each)))
    return linked.map((groups) => groups.flat().sort((a, b) => a.revision - b.revision))
  }
}

/** A correction can name an entry itself, or come to name another by a correction of its own: whatever it mentions is linked to it. */
const correctedBy = (event: Recorded<Fact<string, unknown>>, known: ReadonlySet<string>): readonly Link[] =>
  correctionIn(event) ? textsIn(event.data).flatMap((text) => (known.has(text) ? [`entry ${text}`] : [])) : []

const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

/** What an entry has in a field, and whatever a correction gives it there. */
const idsIn = (event: Recorded<Fact<string, unknown>>, field: string): readonly Link[] =>
  correctionIn(event) ? idsUnder(event.data, field) : [idOf((event.data as Readonly<Record<string, unknown>> | null)?.[field])]

const idsUnder = (value: unknown, field: string): readonly Link[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, inner]) => [...(name === field ? [idOf(inner)] : []), ...idsUnder(inner, field)])
    : []

/** No rule lets anything but a text be an id; what was recorded all the same is kept together. */
const idOf = (value: unknown): Link => (typeof value === 'string' ? `id ${value}` : 'none')

/** An entry alone, if its corrections replace only fields that no facet depends on. */
const heeded = <F extends Fact<string, unknown>>(group: readonly Recorded<F>[], heeds: readonly string[]): readonly Recorded<F>[] => {
  const [first, ...corrections] = group
  if (first === undefined || correctionIn(first) !== null || !corrections.every((each) => isUnheeded(each, first, heeds))) return group
  return [first]
}

const isUnheeded = (event: Recorded<Fact<string, unknown>>, first: { readonly eventId: string }, heeds: readonly string[]): boolean => {
  const { entry, change } = correctionIn(event) ?? {}
  return (
    entry === first.eventId &&
    change?.kind === 'REPLACE' &&
    change.effectiveOn === undefined &&
    !heeds.some((field) => Object.hasOwn(change.fields, field))
  )
}
