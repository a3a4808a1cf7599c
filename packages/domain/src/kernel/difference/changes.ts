import { byName, nameOf, sameValue, type ByName, type Value } from '../provenance/attribute.ts'

/** A value that was added (`before` is null), removed (`after` is null) or changed. */
export type Change<Field extends string = string> = {
  readonly field: Field
  readonly key: string
  readonly before: unknown
  readonly after: unknown
}

/** What differs: in the order of the values after, and then the removed values. */
export const changesBetween = <Field extends string>(
  before: readonly Value<Field>[],
  after: readonly Value<Field>[],
): readonly Change<Field>[] => changesByName(byName(before), byName(after))

export const changesByName = <Field extends string>(before: ByName<Field>, after: ByName<Field>): readonly Change<Field>[] => [
  ...[...after].flatMap(([name, { field, key, value }]) => {
    const earlier = before.get(name)
    return earlier !== undefined && sameValue(earlier.value, value) ? [] : [{ field, key, before: earlier?.value ?? null, after: value }]
  }),
  ...[...before].flatMap(([name, { field, key, value }]) => (after.has(name) ? [] : [{ field, key, before: value, after: null }])),
]

/** Whether one value is the same in both. */
export const agreeOn = (name: string, a: ByName, b: ByName): boolean => sameValue(a.get(name)?.value ?? null, b.get(name)?.value ?? null)

export const namesIn = (...all: readonly ByName[]): ReadonlySet<string> =>
  new Set(all.flatMap((values) => [...values.values()].map((value) => nameOf(value))))
