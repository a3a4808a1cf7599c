/**
 * What one value of an event looks like, as plain data. The TypeScript type, the check when an event is read, the check of a new value,
 * the rules of a correction and the generator of test data all follow from it.
 */
export type Shape =
  | TextShape
  | { readonly kind: 'DATE' }
  | { readonly kind: 'WHOLE_NUMBER'; readonly min: number; readonly max: number }
  | { readonly kind: 'BOOLEAN' }
  | { readonly kind: 'ONLY_TRUE' }
  | { readonly kind: 'ONE_OF'; readonly values: readonly string[] }
  | { readonly kind: 'NULLABLE'; readonly of: Shape }
  | { readonly kind: 'LIST'; readonly of: Shape; readonly min: number; readonly max: number }
  | { readonly kind: 'DICTIONARY'; readonly of: Shape }
  | { readonly kind: 'OBJECT'; readonly fields: Fields }
  /** Distinguished by the field `kind`, which is not listed among the fields of a variant. */
  | { readonly kind: 'VARIANTS'; readonly variants: Readonly<Record<string, Fields>> }
  /** An object whose content is checked against another declaration: the new values of a correction. */
  | { readonly kind: 'ANY_OBJECT' }

export type TextShape = {
  readonly kind: 'TEXT'
  /** In UTF-16 units. */
  readonly max: number
  /**
   * People type it, so it may hold what should never have been typed: it is sealed in the log. Ids, slugs, codes and fingerprints are not
   * free: rules and proofs need them, and they stay plain.
   */
  readonly free: boolean
  /** What a new value must match, with the rule that a refusal names. Old values are read whatever they are. */
  readonly matches?: {
    readonly pattern: RegExp
    readonly rule: 'identifier' | 'uuid' | 'slug' | 'digest' | 'mediaType' | 'webAddress' | 'base64url' | 'personId' | 'instant' | 'decimal'
  }
}

/**
 * Who gives a field its value. STATED: the command, and a correction may replace it. FIXED: the command, and it identifies the entry or
 * its item, so it never changes. DERIVED: the domain computes it, and computes it again after a correction.
 */
export type FieldRole = 'STATED' | 'FIXED' | 'DERIVED'

/** `T` is the type of the value; `type` exists for the compiler only. */
export type Field<T = unknown> = {
  readonly shape: Shape
  readonly role: FieldRole
  readonly optional?: true
  readonly type?: () => T
}
export type Fields = Readonly<Record<string, Field>>

export type TypeOf<F> = F extends Field<infer T> ? T : never
type OptionalName<P> = { [K in keyof P]: P[K] extends { readonly optional: true } ? K : never }[keyof P]
type Flat<T> = { readonly [K in keyof T]: T[K] }

/** The type of an object with these fields. */
export type ObjectOf<P> = [OptionalName<P>] extends [never]
  ? { readonly [K in keyof P]: TypeOf<P[K]> }
  : Flat<{ [K in Exclude<keyof P, OptionalName<P>>]: TypeOf<P[K]> } & { [K in OptionalName<P>]?: TypeOf<P[K]> }>
