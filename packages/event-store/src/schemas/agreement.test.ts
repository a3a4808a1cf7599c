import type { EventMetadata } from '@outstanding/domain'
import { describe, expect, expectTypeOf, test } from 'vitest'
import type { z } from 'zod'
import type { DataOf, FactType, schemasByType } from './by-type.ts'
import { factTypes, isFactType } from './by-type.ts'
import type { metadataSchema } from './metadata.ts'

type Frozen<T> = T extends (infer Item)[] | readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T

/** Identical, optional fields included; mutual assignability would miss a new optional field. */
type Identical<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
type Same<A, B> = Identical<Frozen<A>, Frozen<B>>

/** The event types whose schema and domain type differ: must be none. */
type Disagreeing = { [Type in FactType]: Same<z.infer<(typeof schemasByType)[Type]>, DataOf<Type>> extends true ? never : Type }[FactType]

describe('schemas and domain types say the same', () => {
  test('for the data of every event type', () => {
    expectTypeOf<Disagreeing>().toEqualTypeOf<never>()
    expectTypeOf<Exclude<keyof typeof schemasByType, FactType>>().toEqualTypeOf<never>()
  })

  test('for the metadata', () => {
    expectTypeOf<Same<z.infer<typeof metadataSchema>, EventMetadata>>().toEqualTypeOf<true>()
  })

  test('an own property of Object is no event type', () => {
    expect(isFactType('toString')).toBe(false)
    expect(factTypes.length).toBeGreaterThan(50)
  })
})
