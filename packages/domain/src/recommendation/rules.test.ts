import { describe, expect, it } from 'vitest'
import { refuse, rules, type RuleName } from './rules.ts'

const names = Object.keys(rules) as RuleName[]

describe('the list of rules', () => {
  it('says of each what it asks, in words of its own, and where it comes from', () => {
    const words = names.map((name) => rules[name].words)
    expect(new Set(words).size).toBe(names.length)
    for (const name of names) {
      expect(rules[name].words).toMatch(/^\S.{15,}[^.]$/)
      expect(['1', '2', '3', '4', '5', '6', 'form', 'history', 'publication']).toContain(rules[name].of)
    }
  })
  it('is what a refusal names, with the field and a sentence', () => {
    expect(refuse('uniqueId', 'actionId')).toEqual({
      ok: false,
      rejection: { rule: 'uniqueId', field: 'actionId', message: 'An id is used once within a recommendation.' },
    })
    expect(refuse('notAfterToday', 'effectiveOn', 'today is 2018-01-01').rejection.message).toBe(
      'Nothing is recorded as having happened after today: today is 2018-01-01.',
    )
  })
})
