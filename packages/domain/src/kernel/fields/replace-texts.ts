import type { Fields, Shape } from './field.ts'

type Data = Readonly<Record<string, unknown>>
/** Gets each free text in the order of the declaration. What it gives stands in its place. */
type Replace = (text: string) => unknown

/**
 * The same data with something else in the place of each free text. Everything that is not declared counts as free text. `inAnyObject` has
 * the fields of the objects whose content is that of another declaration, from the outermost inwards: of the entry that a correction
 * corrects, and, where that is a correction too, of the entry which that one corrects. Where there are none, all texts are free.
 */
export const replaceTexts = (fields: Fields, data: Data, replace: Replace, inAnyObject: readonly Fields[] = []): Data =>
  inFields(fields, data, { replace, inAnyObject })

type With = { readonly replace: Replace; readonly inAnyObject: readonly Fields[] }

const inFields = (fields: Fields, data: Data, given: With): Data =>
  Object.fromEntries(
    Object.entries(data).map(([field, value]) => [
      field,
      Object.hasOwn(fields, field) ? inShape((fields[field] as Fields[string]).shape, value, given) : everyText(value, given),
    ]),
  )

const inShape = (shape: Shape, value: unknown, given: With): unknown => {
  switch (shape.kind) {
    case 'TEXT':
      return shape.free ? everyText(value, given) : value
    case 'NULLABLE':
      return value === null ? null : inShape(shape.of, value, given)
    case 'LIST':
      return Array.isArray(value) ? value.map((item: unknown) => inShape(shape.of, item, given)) : value
    case 'DICTIONARY':
      return isObject(value) ? mapped(value, (item) => inShape(shape.of, item, given)) : value
    case 'OBJECT':
      return isObject(value) ? inFields(shape.fields, value, given) : value
    case 'VARIANTS':
      return isObject(value) ? inFields({ ...shape.variants[String(value['kind'])], kind: kindOf(shape.variants) }, value, given) : value
    case 'ANY_OBJECT':
      return isObject(value) ? anyObject(value, given) : value
    case 'BOOLEAN':
    case 'DATE':
    case 'ONE_OF':
    case 'ONLY_TRUE':
    case 'WHOLE_NUMBER':
      return value
  }
}

const kindOf = (variants: Readonly<Record<string, Fields>>): Fields[string] => ({
  shape: { kind: 'ONE_OF', values: Object.keys(variants) },
  role: 'FIXED',
})

const anyObject = (value: Data, { replace, inAnyObject: [fields, ...inner] }: With): unknown =>
  fields === undefined ? everyText(value, { replace, inAnyObject: [] }) : inFields(fields, value, { replace, inAnyObject: inner })

const everyText = (value: unknown, given: With): unknown => {
  if (typeof value === 'string') return given.replace(value)
  if (Array.isArray(value)) return value.map((item: unknown) => everyText(item, given))
  return isObject(value) ? mapped(value, (item) => everyText(item, given)) : value
}

const mapped = (value: Data, to: (item: unknown) => unknown): Data =>
  Object.fromEntries(Object.entries(value).map(([key, item]) => [key, to(item)]))

const isObject = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value)
