import { EventStoreError } from '@outstanding/event-store'
import { OverloadedError } from '@outstanding/projection'
import { GraphQLError } from 'graphql'
import { expect, test } from 'vitest'
import { commandOutage, isOutage, outageError } from './outage.ts'

const withCode = (code: string): Error => Object.assign(new Error('x'), { code })

test.each([
  [new EventStoreError('unavailable', 'x'), 'UNAVAILABLE'],
  [new EventStoreError('timeout', 'x'), 'UNAVAILABLE'],
  [withCode('ECONNREFUSED'), 'UNAVAILABLE'],
  [withCode('57P01'), 'UNAVAILABLE'],
  [withCode('53100'), 'UNAVAILABLE'],
  [new AggregateError([withCode('ECONNREFUSED')]), 'UNAVAILABLE'],
  [new Error('x', { cause: new Error('Connection terminated unexpectedly') }), 'UNAVAILABLE'],
  [new GraphQLError('x', { originalError: new OverloadedError() }), 'OVERLOADED'],
  [withCode('57014'), 'TIMEOUT'],
])('%s is answered as %s, with a time to try again', (error, code) => {
  const shown = outageError(error)
  expect(shown?.extensions).toMatchObject({ code, http: { status: 503, headers: { 'retry-after': expect.stringMatching(/^\d+$/) } } })
  expect(shown && isOutage(shown)).toBe(true)
  expect(commandOutage(error)?.message).toMatch(/send this command again with the same commandId\.$/)
})

test.each([new Error('a bug'), withCode('22P02'), withCode('23505'), new EventStoreError('invalid', 'x'), 'text', null])(
  '%s is no outage',
  (error) => expect(outageError(error)).toBeNull(),
)
