import { expect, it } from 'vitest'
import { wordStem } from './word-stem.ts'

it.each([
  ['visiting', 'visit'],
  ['visits', 'visit'],
  ['visited', 'visit'],
  ['policies', 'polic'],
  ['plan', 'plan'],
  ['bus', 'bus'],
  ['r10', 'r10'],
  ['meetings', 'meet'],
])('the stem of %s is %s', (word, stem) => expect(wordStem(word)).toBe(stem))
