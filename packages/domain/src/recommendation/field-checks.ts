import { isIsoDate } from '../dates/calendar-day.ts'
import { refuse, type Refusal } from './rules.ts'

/** Tells what is wrong with one value, `field` being its path in the command's data; null where nothing is. */
export type Check = (value: unknown, field: string) => Refusal | null

/** Lengths in UTF-16 units. */
export const longest = { id: 200, name: 500, words: 5_000, text: 20_000 } as const

const textOf =
  (length: number): Check =>
  (value, field) => {
    if (typeof value !== 'string' || value.trim() === '') return refuse('notEmpty', field)
    if (value.length > length) return refuse('tooLong', field, `at most ${length} characters`)
    return value.isWellFormed() ? null : refuse('wellFormed', field)
  }

export const name = textOf(longest.name)
export const words = textOf(longest.words)
export const text = textOf(longest.text)

const matching =
  (pattern: RegExp, rule: 'identifier' | 'digest' | 'mediaType'): Check =>
  (value, field) =>
    typeof value === 'string' && value.length <= longest.id && pattern.test(value) ? null : refuse(rule, field)

/** A stream name, slug or opaque id: no space in it, so no person's name either. */
export const id = matching(/^[A-Za-z0-9][A-Za-z0-9._:-]*$/, 'identifier')
export const digest = matching(/^sha256:[0-9a-f]{64}$/, 'digest')
export const mediaType = matching(/^[a-z]+\/[a-z0-9][a-z0-9.+-]*$/, 'mediaType')

export const date: Check = (value, field) => (isIsoDate(value) ? null : refuse('date', field))

export const wholeNumber: Check = (value, field) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 1 ? null : refuse('wholeNumber', field)

export const oneOf =
  (...values: readonly (string | boolean)[]): Check =>
  (value, field) =>
    values.some((offered) => offered === value) ? null : refuse('oneOf', field, values.join(', '))

export const nullable =
  (check: Check): Check =>
  (value, field) =>
    value === null ? null : check(value, field)

export const optional =
  (check: Check): Check =>
  (value, field) =>
    value === undefined ? null : check(value, field)

export const anything: Check = () => null

/** An object whose fields are checked elsewhere. */
export const anyFields: Check = (value, field) => (isPlainObject(value) ? null : refuse('shape', field))

/** One of several shapes, told apart by its `kind`. */
export const byKind =
  (shapes: Checks): Check =>
  (value, field) => {
    if (!isPlainObject(value)) return refuse('shape', field)
    const kind = String(value.kind)
    const shape = Object.hasOwn(shapes, kind) ? shapes[kind] : undefined
    return shape === undefined ? refuse('oneOf', `${field}.kind`, Object.keys(shapes).join(', ')) : shape(value, field)
  }

export const listOf =
  (check: Check): Check =>
  (value, field) => {
    if (!Array.isArray(value)) return refuse('shape', field)
    return firstRefusal(value.map((item, index) => () => check(item, `${field}.${index}`)))
  }

export type Checks = Readonly<Record<string, Check>>

/** A value with exactly these parts. */
export const partsOf =
  (parts: Checks): Check =>
  (value, field) => {
    if (!isPlainObject(value)) return refuse('shape', field)
    if (Object.keys(value).some((key) => !Object.hasOwn(parts, key))) return refuse('shape', field)
    return checkFields(parts, value, `${field}.`)
  }

/** The first thing wrong with those of the fields that are checked; others are not looked at. */
export const checkFields = (checks: Checks, data: Readonly<Record<string, unknown>>, prefix = ''): Refusal | null =>
  firstRefusal(
    Object.entries(checks).map(
      ([field, check]) =>
        () =>
          check(data[field], `${prefix}${field}`),
    ),
  )

export const firstRefusal = (looks: readonly (() => Refusal | null)[]): Refusal | null => {
  for (const look of looks) {
    const refusal = look()
    if (refusal !== null) return refusal
  }
  return null
}

const isPlainObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
