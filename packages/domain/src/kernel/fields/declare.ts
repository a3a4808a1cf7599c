import type { Field, Fields, ObjectOf, TextShape, TypeOf } from './field.ts'

/** The largest whole number that programs keeping four bytes for a count can hold. */
export const largestCount = 2_147_483_647

/** Lengths of new texts, in UTF-16 units. */
export const maxLength = { id: 200, name: 500, words: 5_000, text: 20_000 } as const

const stated = <T>(shape: Field['shape']): Field<T> => ({ shape, role: 'STATED' })
const textOf = (max: number, free: boolean): Field<string> => stated({ kind: 'TEXT', max, free })
const matching = (pattern: RegExp, rule: NonNullable<TextShape['matches']>['rule'], max: number = maxLength.id): Field<string> =>
  stated({ kind: 'TEXT', max, free: false, matches: { pattern, rule } })

/** The name of an office, a body, a document or a place, or a printed reference. It should not be a person's name, but somebody types it. */
export const name = textOf(maxLength.name, true)
/** One line in somebody's own words: a title, a subject. */
export const line = textOf(maxLength.name, true)
/** Some sentences in somebody's own words. */
export const words = textOf(maxLength.words, true)
/** A long text in somebody's own words. */
export const text = textOf(maxLength.text, true)

/**
 * A short mark that a program or a policy sets: a category's code, a correlation id. It stays plain in the log, so it is never for what
 * somebody types about an item.
 */
export const code = textOf(maxLength.name, false)

/** A stream name, slug or opaque id: it has no space, so it holds no person's name. */
export const id = matching(/^[A-Za-z0-9][A-Za-z0-9._:-]*$/, 'identifier')
/** A partition's name in stream names: lower-case letters, digits and single hyphens. */
export const slug = matching(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'slug', 100)
/** Lower case or upper case. */
export const uuid = matching(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'uuid')
/** `person-{uuid}` or the uuid alone. */
export const personId = matching(/^(?:person-)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'personId')
/** `sha256:` and 64 lower-case hex digits. */
export const digest = matching(/^sha256:[0-9a-f]{64}$/, 'digest')
export const mediaType = matching(/^[a-z]+\/[a-z0-9][a-z0-9.+-]*$/, 'mediaType')
/** `https://` or `http://`, without spaces. */
export const webAddress = matching(/^https?:\/\/[^\s/?#]+\.[^\s/?#]+(?:[/?#]\S*)?$/, 'webAddress', 2_000)
export const base64url = matching(/^[\w-]+$/, 'base64url', maxLength.words)

/** A number as printed, with a point: "21.7". */
export const decimal = matching(/^-?\d{1,15}(?:\.\d{1,10})?$/, 'decimal', 30)

/** An instant in UTC with milliseconds, `YYYY-MM-DDTHH:mm:ss.sssZ`. */
export const instant = matching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, 'instant')
/** A calendar day in Europe/London, `YYYY-MM-DD`. */
export const date: Field<string> = stated({ kind: 'DATE' })
export const flag: Field<boolean> = stated({ kind: 'BOOLEAN' })
/** A mark that is there or is left out. */
export const onlyTrue: Field<true> = stated({ kind: 'ONLY_TRUE' })
/** Both bounds are included. */
export const wholeNumber = (min: number, max: number = largestCount): Field<number> => stated({ kind: 'WHOLE_NUMBER', min, max })

export const oneOf = <const V extends readonly string[]>(values: V): Field<V[number]> => stated({ kind: 'ONE_OF', values })

export const nullable = <F extends Field>(field: F): Field<TypeOf<F> | null> => stated({ kind: 'NULLABLE', of: field.shape })

export const listOf = <F extends Field>(field: F, { min = 0, max = 1_000 } = {}): Field<readonly TypeOf<F>[]> =>
  stated({ kind: 'LIST', of: field.shape, min, max })

/** An object with any names, each with a value of one kind. */
export const dictionaryOf = <F extends Field>(field: F): Field<Readonly<Record<string, TypeOf<F>>>> =>
  stated({ kind: 'DICTIONARY', of: field.shape })

/** An object with exactly these fields. */
export const objectOf = <const P extends Fields>(fields: P): Field<ObjectOf<P>> => stated({ kind: 'OBJECT', fields })

/** One of several objects, distinguished by their field `kind`. */
export const variantsOf = <const V extends Readonly<Record<string, Fields>>>(
  variants: V,
): Field<{ [K in keyof V]: { readonly kind: K } & ObjectOf<V[K]> }[keyof V]> => stated({ kind: 'VARIANTS', variants })

export const anyObject: Field<Readonly<Record<string, unknown>>> = stated({ kind: 'ANY_OBJECT' })

/** A field that may be left out. */
export const optional = <F extends Field>(field: F): F & { readonly optional: true } => ({ ...field, optional: true })

export const fixed = <F extends Field>(field: F): F => ({ ...field, role: 'FIXED' })
export const derived = <F extends Field>(field: F): F => ({ ...field, role: 'DERIVED' })
