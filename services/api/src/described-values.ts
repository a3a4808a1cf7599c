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
