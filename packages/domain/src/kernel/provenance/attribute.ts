import type { Fact } from '../../envelope.ts'
import type { Decider } from '../decider.ts'

/**
 * The value of one attribute of an item. `field` names the attribute (`TITLE`). `key` says which one, where an item has several (an owner,
 * an action, an entry of a list), else it is empty. An attribute without a value is left out: `value` is never null.
 */
export type Value<Field extends string = string> = { readonly field: Field; readonly key: string; readonly value: unknown }

/**
 * Some attributes, with the entries that can bear on them in any history: entries of no other type ever change one of these values. With
 * `each`, a value follows only from entries with the same id in that field of theirs (`eventId`: from its one entry).
 */
export type AttributeFacet<State, F extends Fact<string, unknown>, Field extends string = string> = {
  readonly fields: readonly Field[]
  values(state: State): readonly Value<Field>[]
  /** Left out where every entry bears on them. */
  readonly from?: readonly F['type'][]
  readonly each?: string
  /** The fields of those entries that they follow from, where it is not all: a correction of others changes nothing of them. */
  readonly heeds?: readonly string[]
}

/** How an aggregate is folded, and the attributes that each of its states has. */
export type AttributeReader<State, F extends Fact<string, unknown>, Field extends string = string> = Pick<
  Decider<State, never, F>,
  'initial' | 'evolve'
> & {
  values(state: State): readonly Value<Field>[]
  /** The same values, facet by facet, in their order. Without facets every entry bears on every attribute. */
  readonly facets?: readonly AttributeFacet<State, F, Field>[]
  /** Attributes whose values are each stated by one entry alone, under its eventId as `key`. */
  readonly statedByEntry?: ReadonlySet<Field>
  /** The attributes that a derived one is computed from in this state; none for one that an entry states. */
  inputsOf?(state: State, value: Value<Field>): readonly Pick<Value<Field>, 'field' | 'key'>[]
}

export type ValueName = Pick<Value, 'field' | 'key'>
/** A value's name as one string: no field has a space in its name. Total: what was recorded as a key against the rules is written out. */
export const nameOf = ({ field, key }: ValueName): string => `${field} ${typeof key === 'string' ? key : JSON.stringify(key)}`

export type ByName<Field extends string = string> = ReadonlyMap<string, Value<Field>>
export const byName = <Field extends string>(values: readonly Value<Field>[]): ByName<Field> =>
  new Map(values.map((value) => [nameOf(value), value]))

/** The value of one attribute; nothing where there is none. */
export const attribute = <Field extends string>(field: Field, value: unknown, key = ''): readonly Value<Field>[] =>
  value === null || value === undefined ? [] : [{ field, key, value }]

/** Whether two values are equal, in whatever order their fields are written. */
export const sameValue = (a: unknown, b: unknown): boolean => {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false
  const [left, right] = [Object.entries(a), new Map<string, unknown>(Object.entries(b))]
  return left.length === right.size && left.every(([name, value]) => right.has(name) && sameValue(value, right.get(name)))
}
