import { expect, test } from 'vitest'
import { dateIn, spanIn, spanWithoutYear } from './dates.ts'

test.each([
  ['Published: 16 July 2010', '2010-07-16'],
  ['Published April 2007', '2007-04'],
  ['02/10/2019', '2019-10-02'],
  ['date: 2023-05-25', '2023-05-25'],
  ['June 14, 2019', '2019-06-14'],
  ['no date here', null],
])('%s', (text, iso) => {
  expect(dateIn(text)).toBe(iso)
})

test.each([
  ['7-18 June 2010', ['2010-06-07', '2010-06-18']],
  ['16 September – 8 October 2014', ['2014-09-16', '2014-10-08']],
  ['23 September to 27 September 2024', ['2024-09-23', '2024-09-27']],
  ['5 March 2019', ['2019-03-05', '2019-03-05']],
])('%s', (text, span) => {
  expect(spanIn(text)).toEqual(span)
})

test('a span without a year takes the letter’s', () => {
  expect(spanWithoutYear('Between 20 and 24 June, Ofsted undertook an inspection', '2016')).toEqual(['2016-06-20', '2016-06-24'])
})
