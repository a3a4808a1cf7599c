import { expect, it } from 'vitest'
import { correlationIdFrom } from './correlation-id.ts'

it('given a UUID it is kept; given anything else a new one is made', () => {
  expect(correlationIdFrom('0B5C4A8E-7A55-4F0B-9C0B-0E8E3C0C7F11')).toBe('0b5c4a8e-7a55-4f0b-9c0b-0e8e3c0c7f11')
  const made = correlationIdFrom('x\n{"level":60}')
  expect(made).toMatch(/^[0-9a-f-]{36}$/)
  expect(correlationIdFrom(undefined)).not.toBe(made)
})
