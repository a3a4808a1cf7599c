import { capital } from '@outstanding/wording'

/**
 * The values of an enum with their descriptions: the label that the pages show, from the one list of words, and more where the label
 * alone does not say when the value applies.
 */
export const describedValues = <const Value extends string>(
  values: readonly Value[],
  label: (value: Value) => string,
  more: Partial<Readonly<Record<Value, string>>> = {},
) => Object.fromEntries(values.map((value) => [value, { description: sentences(label(value), more[value]) }])) as Described<Value>

type Described<Value extends string> = Readonly<Record<Value, { readonly description: string }>>

const sentences = (label: string, more: string | undefined): string => [`${capital(label)}.`, more].filter(Boolean).join(' ')

/**
 * The values of an enum whose values are written otherwise inside, described as by `describedValues`: `committee-member` is
 * COMMITTEE_MEMBER, `withinMonths` is WITHIN_MONTHS.
 */
export const renamedValues = <const Value extends string>(
  values: readonly Value[],
  label: (value: Value) => string,
): Readonly<Record<string, { readonly value: Value; readonly description: string }>> =>
  Object.fromEntries(values.map((value) => [enumName(value), { value, description: sentences(label(value), undefined) }]))

const enumName = (value: string): string =>
  value
    .replaceAll(/([a-z])([A-Z])/g, '$1_$2')
    .replaceAll('-', '_')
    .toUpperCase()
