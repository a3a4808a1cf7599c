import { expect, test } from 'vitest'
import { personIdOf, uuidOfPerson } from './person-id.ts'

const uuid = '0d6e5a3e-7d52-4a57-9f0e-6a3f5d1f5b6a'

test('a person is written in one way, however the log has them', () => {
  expect([uuid, `person-${uuid}`, uuid.toUpperCase()].map((recorded) => personIdOf(recorded))).toEqual(Array(3).fill(`person-${uuid}`))
})

test('an id is read as it is written, and in no other way', () => {
  expect(uuidOfPerson(`person-${uuid}`)).toBe(uuid)
  for (const other of [uuid, `person-${uuid.toUpperCase()}`, `Person-${uuid}`, 'person-nobody', `person-person-${uuid}`, 'Ann Example', ''])
    expect([other, uuidOfPerson(other)]).toEqual([other, null])
})
