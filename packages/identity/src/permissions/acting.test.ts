import { roles } from '@outstanding/domain'
import { expect, test } from 'vitest'
import { mayActFor } from './acting.ts'
import { actingRefusal, commandRefusal } from './refusals.ts'
import { administrator, clerk } from './role-groups.ts'

test('only clerks record for a committee or a body, or for an office that they do not hold', () => {
  expect(roles.filter((role) => mayActFor[role].body !== 'NONE')).toEqual(['officer', 'administrator'])
  expect(roles.filter((role) => mayActFor[role].office === 'ANY')).toEqual(['officer', 'administrator'])
})

test('a refusal says whom to ask', () => {
  expect(commandRefusal('committee-member', clerk)).toBe('Your role (committee member) cannot record this. Ask a scrutiny officer.')
  expect(commandRefusal('officer', administrator)).toBe('Your role (scrutiny officer) cannot record this. Ask an administrator.')
  expect(actingRefusal('lead-officer', 'body')).toBe(
    'Your role (lead officer) cannot record for a committee or body. Ask a scrutiny officer.',
  )
})
