import { parse } from 'graphql'
import { expect, test } from 'vitest'
import { createDocuments, weightOf } from './documents.ts'

const textOf = (n: number): string => `{ a${n}: logBounds { events } }`
const documentOf = (n: number) => parse(textOf(n))

test('however many different documents come, no more is kept than was allowed', () => {
  const documents = createDocuments(100_000)
  for (let n = 0; n < 5_000; n += 1) {
    documents.keep(textOf(n), documentOf(n))
    expect(documents.weight()).toBeLessThanOrEqual(100_000)
  }
  expect(documents.get(textOf(4_999))).toBeDefined()
  expect(documents.get(textOf(0))).toBeUndefined()
})

test('one that is too heavy alone is not kept, and the same text twice weighs as much as once', () => {
  const documents = createDocuments(20_000)
  const long = `{ ${'logBounds { events } '.repeat(100)} }`
  documents.keep(long, parse(long))
  expect([documents.get(long), documents.weight()]).toEqual([undefined, 0])
  documents.keep(textOf(1), documentOf(1))
  documents.keep(textOf(1), documentOf(1))
  expect(documents.weight()).toBe(weightOf(textOf(1), documentOf(1)))
})

test('what is asked for stays, what is not asked for goes', () => {
  const documents = createDocuments(20_000)
  documents.keep(textOf(0), documentOf(0))
  for (let n = 1; n < 100; n += 1) {
    documents.keep(textOf(n), documentOf(n))
    expect(documents.get(textOf(0))).toBeDefined()
  }
})
