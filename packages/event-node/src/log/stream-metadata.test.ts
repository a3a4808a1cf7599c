import { expect, test } from 'vitest'
import { metadataOfText, NO_METADATA, SOFT_DELETED, withTruncateBefore } from './stream-metadata.ts'

test('what hides events is read', () => {
  expect(metadataOfText('{"$maxCount":7,"$maxAge":100,"$tb":1,"$cacheControl":5,"mine":{"$tb":"no"}}')).toEqual({
    maxCount: 7,
    maxAge: 100,
    truncateBefore: 1,
  })
  expect(metadataOfText(SOFT_DELETED)).toEqual({ ...NO_METADATA, truncateBefore: 'deleted' })
})

// As the real server was seen to treat them.
test.each([
  ['not JSON', '{oops'],
  ['an array', '[1]'],
  ['a text', '"x"'],
  ['null', 'null'],
  ['a count as text', '{"$maxCount":"3"}'],
  ['a count of nothing', '{"$maxCount":0}'],
  ['a negative count', '{"$maxCount":-1}'],
  ['half a count', '{"$maxCount":2.5}'],
  ['a truncation of 2^63', '{"$tb":9223372036854775808}'],
  ['what JavaScript makes of 2^63-1', '{"$tb":9223372036854776000}'],
  ['a good and a bad key', '{"$maxCount":2,"$tb":"x"}'],
  ['an object for a number', '{"$maxAge":{}}'],
])('one bad value empties the whole: %s', (_what, text) => {
  expect(metadataOfText(text)).toEqual(NO_METADATA)
})

test('the truncation is replaced, what else is there stays', () => {
  expect(withTruncateBefore(SOFT_DELETED, 2)).toBe('{"$tb":2}')
  expect(withTruncateBefore('{"$tb":9223372036854775807,"mine":[1]}', 3)).toBe('{"mine":[1],"$tb":3}')
  expect(withTruncateBefore('no JSON', 3)).toBe('{"$tb":3}')
})
