import { expect, test } from 'vitest'
import { addressedBody, nameAtStart } from './addressed-body.ts'

test.each([
  ['We recommend that the clinic refund $412,000 to the program.', 'the clinic'],
  ['The Committee recommends that the Department of Education strengthen its oversight.', 'the Department of Education'],
  ['I recommend that, within one month of the date of this report, the council:', 'the council'],
  ['On 27 April 2022, the Commission recommended to the Director of Ports that they visit each quay.', 'the Director of Ports'],
  ['HSIX recommends that NHS Quality reviews the checks.', 'NHS Quality'],
  ['The inquiry recommends that the Welsh Government commission research into what is paid to carers.', 'the Welsh Government'],
])('%s asks %s', (sentence, body) => expect(addressedBody(sentence)).toBe(body))

test.each([
  'We recommend that Standing Order 134 be amended.',
  'The clinic refunded the money.',
  'It is recommended that there be a review.',
])('%s asks nobody by name', (sentence) => expect(addressedBody(sentence)).toBeNull())

test('a name ends where the verb begins', () => {
  expect(nameAtStart('the Harbour Trust inspect all fixed ladders at least once a year')).toBe('the Harbour Trust')
  expect(nameAtStart('the Assistant Administrator for Fisheries:')).toBe('the Assistant Administrator for Fisheries')
})
