import { expect, test } from 'vitest'
import { endOfLondonDay } from './london-day.ts'

test.each([
  ['2018-02-14', '2018-02-14T23:59:59.999Z'],
  ['2018-07-14', '2018-07-14T22:59:59.999Z'],
  // The clocks go forward on 25 March 2018 and back on 28 October 2018.
  ['2018-03-24', '2018-03-24T23:59:59.999Z'],
  ['2018-03-25', '2018-03-25T22:59:59.999Z'],
  ['2018-10-27', '2018-10-27T22:59:59.999Z'],
  ['2018-10-28', '2018-10-28T23:59:59.999Z'],
  // British Standard Time, all year round.
  ['1970-01-15', '1970-01-15T22:59:59.999Z'],
])('%s in London ends at %s', (day, end) => expect(endOfLondonDay(day)).toBe(end))
