import { isIsoDate } from '../../dates/calendar-day.ts'
import { firstRefusal, type Refusal } from '../rule-book.ts'
import type { Fields, Shape, TextShape } from './field.ts'
import { refuseForm } from './form-rules.ts'

/** The first thing wrong with those of the fields that are declared; others are not looked at. `prefix` stands before each path. */
export const fieldsRefusal = (fields: Fields, data: Readonly<Record<string, unknown>>, prefix = ''): Refusal | null =>
  firstRefusal(
    Object.entries(fields).map(
      ([field, { shape, optional }]) =>
        () =>
          optional === true && data[field] === undefined ? null : valueRefusal(shape, data[field], `${prefix}${field}`),
    ),
  )

/** What is wrong with one new value, `path` being its path in the command's data; null where nothing is. */
export const valueRefusal = (shape: Shape, value: unknown, path: string): Refusal | null => {
  switch (shape.kind) {
    case 'TEXT':
      return textRefusal(shape, value, path)
    case 'DATE':
      return isIsoDate(value) ? null : refuseForm('date', path)
    case 'WHOLE_NUMBER':
      return wholeNumberRefusal(shape, value, path)
    case 'BOOLEAN':
      return typeof value === 'boolean' ? null : refuseForm('oneOf', path, 'true, false')
    case 'ONLY_TRUE':
      return value === true ? null : refuseForm('oneOf', path, 'true, or left out')
    case 'ONE_OF':
      return shape.values.some((offered) => offered === value) ? null : refuseForm('oneOf', path, shape.values.join(', '))
    case 'NULLABLE':
      return value === null ? null : valueRefusal(shape.of, value, path)
    case 'LIST':
      return listRefusal(shape, value, path)
    case 'DICTIONARY':
      return dictionaryRefusal(shape.of, value, path)
    case 'OBJECT':
      return objectRefusal(shape.fields, value, path)
    case 'VARIANTS':
      return variantRefusal(shape.variants, value, path)
    case 'ANY_OBJECT':
      return isObject(value) ? null : refuseForm('shape', path)
  }
}

const textRefusal = ({ max, matches }: TextShape, value: unknown, path: string): Refusal | null => {
  if (matches !== undefined)
    return typeof value === 'string' && value.length <= max && matches.pattern.test(value) ? null : refuseForm(matches.rule, path)
  if (typeof value !== 'string' || value.trim() === '') return refuseForm('notEmpty', path)
  if (value.length > max) return refuseForm('tooLong', path, `at most ${max} characters`)
  return isWellFormed(value) ? null : refuseForm('wellFormed', path)
}

const isWellFormed = (value: string): boolean => value.isWellFormed() && !value.includes('\u0000')

const wholeNumberRefusal = ({ min, max }: { readonly min: number; readonly max: number }, value: unknown, path: string): Refusal | null =>
  typeof value === 'number' && Number.isSafeInteger(value) && !Object.is(value, -0) && value >= min && value <= max
    ? null
    : refuseForm('wholeNumber', path, `from ${min} to ${max}`)

const listRefusal = ({ of, min, max }: Extract<Shape, { kind: 'LIST' }>, value: unknown, path: string): Refusal | null => {
  if (!Array.isArray(value)) return refuseForm('shape', path)
  if (value.length < min || value.length > max) return refuseForm('shape', path, `from ${min} to ${max} of them`)
  return firstRefusal(value.map((item: unknown, index) => () => valueRefusal(of, item, `${path}.${index}`)))
}

const maxKeyLength = 200
const dictionaryRefusal = (of: Shape, value: unknown, path: string): Refusal | null => {
  if (!isObject(value)) return refuseForm('shape', path)
  const keys = Object.keys(value)
  if (keys.some((key) => key.trim() === '' || key.length > maxKeyLength || !isWellFormed(key) || key === '__proto__'))
    return refuseForm('shape', path)
  return firstRefusal(keys.map((key) => () => valueRefusal(of, value[key], `${path}.${key}`)))
}

const objectRefusal = (fields: Fields, value: unknown, path: string): Refusal | null => {
  if (!isObject(value) || Object.keys(value).some((field) => !Object.hasOwn(fields, field))) return refuseForm('shape', path)
  return fieldsRefusal(fields, value, `${path}.`)
}

const variantRefusal = (variants: Readonly<Record<string, Fields>>, value: unknown, path: string): Refusal | null => {
  if (!isObject(value)) return refuseForm('shape', path)
  const { kind, ...fields } = value
  const variant = typeof kind === 'string' && Object.hasOwn(variants, kind) ? variants[kind] : undefined
  return variant === undefined
    ? refuseForm('oneOf', `${path}.kind`, Object.keys(variants).join(', '))
    : objectRefusal(variant, fields, path)
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
