import { expect, it } from 'vitest'
import { withoutPasswords } from './without-passwords.ts'

it.each([
  ['cannot connect to postgres://ann:secret@db:5432/x', 'cannot connect to postgres://[hidden]@db:5432/x'],
  ['postgres://ann:se@cret@db/x and esdb://bob:pw@node:2113', 'postgres://[hidden]@db/x and esdb://[hidden]@node:2113'],
  ['see https://example.gov.uk/a?b=c', 'see https://example.gov.uk/a?b=c'],
])('given %j, then users and passwords of addresses are hidden, and nothing else', (text, hidden) =>
  expect(withoutPasswords(text)).toBe(hidden),
)
