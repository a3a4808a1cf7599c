import type { Fact } from '../envelope.ts'
import type { Decider } from '../kernel/decider.ts'

/**
 * One thing that a stream says of its item. `field` is what it is (`TITLE`), `key` which one, where there can be several (an owner, an
 * action, an entry of a list), else empty. What is not said is not there: `value` is never null.
 */
export type Value<Field extends string = string> = { readonly field: Field; readonly key: string; readonly value: unknown }

/** How an aggregate is folded, and what each of its states says. */
export type Telling<State, F extends Fact<string, unknown>, Field extends string = string> = Pick<
  Decider<State, never, F>,
  'initial' | 'evolve'
> & {
  values(state: State): readonly Value<Field>[]
  /** Fields whose values each one entry says alone, under its own eventId as `key`. */
  readonly saidByKey?: ReadonlySet<Field>
  /** The values that a derived one follows from in this state; none for what an entry says itself. */
  follows?(state: State, value: Value<Field>): readonly Pick<Value<Field>, 'field' | 'key'>[]
}

export type ValueName = Pick<Value, 'field' | 'key'>
/** A value's name as one string: no field has a space in its name. */
export const nameOf = ({ field, key }: ValueName): string => `${field} ${key}`

export type ByName<Field extends string = string> = ReadonlyMap<string, Value<Field>>
export const byName = <Field extends string>(values: readonly Value<Field>[]): ByName<Field> =>
  new Map(values.map((value) => [nameOf(value), value]))

/** A value of one field, unless it is not said. */
export const said = <Field extends string>(field: Field, value: unknown, key = ''): readonly Value<Field>[] =>
  value === null || value === undefined ? [] : [{ field, key, value }]

/** Whether two values say the same, in whatever order their parts are written. */
export const sameValue = (a: unknown, b: unknown): boolean => {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false
  const [left, right] = [Object.entries(a), new Map<string, unknown>(Object.entries(b))]
  return left.length === right.size && left.every(([part, value]) => right.has(part) && sameValue(value, right.get(part)))
}
