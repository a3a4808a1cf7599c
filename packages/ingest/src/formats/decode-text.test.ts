import { expect, test } from 'vitest'
import { decodeText } from './decode-text.ts'

const page = (charset: string, ...bytes: number[]) =>
  Buffer.concat([Buffer.from(`<html><head><meta charset="${charset}"></head><body>`), Buffer.from(bytes), Buffer.from('</body></html>')])

test.each([
  ['iso-8859-14', [0xf0], 'ŵ'],
  ['iso-8859-15', [0xa4], '€'],
  ['macintosh', [0xd5], '’'],
])('the declared charset %s is believed', (charset, bytes, letter) => {
  expect(decodeText(page(charset, ...bytes))).toContain(letter)
})

test('one bad byte does not turn declared UTF-8 into another charset', () => {
  const text = decodeText(page('utf-8', 0xc5, 0xb7, 0xff))
  expect(text).toContain('ŷ')
  expect(text).toContain('\ufffd')
})

test('without a declaration bytes that are no UTF-8 are Windows-1252', () => {
  expect(decodeText(Buffer.from([0x61, 0x92, 0x73]))).toBe('a’s')
})
