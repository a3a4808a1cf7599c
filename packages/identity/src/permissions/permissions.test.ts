import { roles } from '@outstanding/domain'
import { describe, expect, test } from 'vitest'
import { mayRead, mayReadThat } from './permissions.ts'

describe('the table of role and reading', () => {
  test('shows the public what is published and no more', () => {
    const all = Object.keys(mayReadThat) as (keyof typeof mayReadThat)[]
    expect(all.filter((reading) => mayRead('public', reading))).toEqual(['published'])
    for (const role of roles) expect(mayRead(role, 'published')).toBe(true)
  })
  test('shows the figures of the audit to auditors, officers and administrators', () => {
    expect(roles.filter((role) => mayRead(role, 'audit'))).toEqual(['officer', 'auditor', 'administrator'])
  })
})
