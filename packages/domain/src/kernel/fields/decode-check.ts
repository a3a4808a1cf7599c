import { isIsoDate } from '../../dates/calendar-day.ts'
import type { Field, Fields, Shape } from './field.ts'

/** What is wrong with a value as an event's field, as a sentence with its path; null where it can be read. */
export type DecodeFault = string | null
export type DecodeCheck = (value: unknown, path: string) => DecodeFault

/**
 * The check that an event needs to be read, for ever: types, the fields there must be, and the values of a choice. Lengths and patterns are
 * not looked at: they may become stricter, and an old event still reads. The check is prepared once, because a rebuild makes it millions
 * of times.
 */
export const decodeCheckOf = (fields: Fields): DecodeCheck => objectCheck(fields, null)

const fault = (path: string, expected: string): string => `${path} must be ${expected}`

const checkOf = (shape: Shape): DecodeCheck => {
  switch (shape.kind) {
    case 'TEXT':
      return (value, path) => (typeof value === 'string' ? null : fault(path, 'a text'))
    case 'DATE':
      return (value, path) => (isIsoDate(value) ? null : fault(path, 'a day that exists, as YYYY-MM-DD'))
    case 'WHOLE_NUMBER':
      return (value, path) => (Number.isSafeInteger(value) ? null : fault(path, 'a whole number'))
    case 'BOOLEAN':
      return (value, path) => (typeof value === 'boolean' ? null : fault(path, 'true or false'))
    case 'ONLY_TRUE':
      return (value, path) => (value === true ? null : fault(path, 'true, or left out'))
    case 'ONE_OF':
      return choiceCheck(shape.values)
    case 'NULLABLE':
      return nullableCheck(checkOf(shape.of))
    case 'LIST':
      return listCheck(checkOf(shape.of))
    case 'DICTIONARY':
      return dictionaryCheck(checkOf(shape.of))
    case 'OBJECT':
      return objectCheck(shape.fields, null)
    case 'VARIANTS':
      return variantsCheck(shape.variants)
    case 'ANY_OBJECT':
      return (value, path) => (isObject(value) ? null : fault(path, 'an object'))
  }
}

const choiceCheck = (values: readonly string[]): DecodeCheck => {
  const known = new Set<unknown>(values)
  return (value, path) => (known.has(value) ? null : fault(path, `one of: ${values.join(', ')}`))
}

const nullableCheck =
  (check: DecodeCheck): DecodeCheck =>
  (value, path) =>
    value === null ? null : check(value, path)

const listCheck =
  (check: DecodeCheck): DecodeCheck =>
  (value, path) => {
    if (!Array.isArray(value)) return fault(path, 'a list')
    for (let index = 0; index < value.length; index += 1) {
      const found = check(value[index], `${path}.${index}`)
      if (found !== null) return found
    }
    return null
  }

const dictionaryCheck =
  (check: DecodeCheck): DecodeCheck =>
  (value, path) => {
    if (!isObject(value)) return fault(path, 'an object')
    for (const key of Object.keys(value)) {
      const found = check(value[key], `${path}.${key}`)
      if (found !== null) return found
    }
    return null
  }

/** `kind` is the field that the variants have beside those listed. */
const objectCheck = (fields: Fields, kind: 'kind' | null): DecodeCheck => {
  const prepared = Object.entries(fields).map(([field, { shape, optional }]: [string, Field]) => ({
    field,
    check: checkOf(shape),
    optional: optional === true,
  }))
  return (value, path) => {
    if (!isObject(value)) return fault(path, 'an object')
    let known = kind === null ? 0 : 1
    for (const { field, check, optional } of prepared) {
      const inner = value[field]
      if (inner === undefined) {
        if (optional) continue
        return fault(`${path}.${field}`, 'there')
      }
      known += 1
      const found = check(inner, `${path}.${field}`)
      if (found !== null) return found
    }
    return Object.keys(value).length === known ? null : unknownField(value, fields, kind, path)
  }
}

const unknownField = (value: object, fields: Fields, kind: 'kind' | null, path: string): DecodeFault => {
  const stray = Object.entries(value).find(([field, inner]) => inner !== undefined && field !== kind && !Object.hasOwn(fields, field))
  return stray === undefined ? null : `${path}.${stray[0]} is not a field of it`
}

const variantsCheck = (variants: Readonly<Record<string, Fields>>): DecodeCheck => {
  const checks = new Map<unknown, DecodeCheck>(Object.entries(variants).map(([kind, fields]) => [kind, objectCheck(fields, 'kind')]))
  return (value, path) => {
    if (!isObject(value)) return fault(path, 'an object')
    const check = checks.get(value['kind'])
    return check === undefined ? fault(`${path}.kind`, `one of: ${Object.keys(variants).join(', ')}`) : check(value, path)
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
