import { describe, expect, it } from 'vitest'
import { committeeRules } from '../committee/rules.ts'
import { officeRules } from '../office/rules.ts'
import { personRules } from '../person/rules.ts'
import { policyRules } from '../policy/rules.ts'
import { reportRules } from '../report/rules.ts'
import type { Rule } from '../kernel/rule-book.ts'
import { assessmentRules } from './assessment-rules.ts'
import { completionDateRules } from './completion-date-rules.ts'
import { decisionRules } from './decision-rules.ts'
import { issuingRules } from './issuing-rules.ts'
import { linkRules } from './link-rules.ts'
import { ownershipRules } from './ownership-rules.ts'
import { responseRules } from './response-rules.ts'
import { refuse, rules } from './rules.ts'
import { trackingRules } from './tracking-rules.ts'

const books: Readonly<Record<string, Readonly<Record<string, Rule>>>> = {
  recommendation: rules,
  report: reportRules,
  office: officeRules,
  policy: policyRules,
  person: personRules,
  committee: committeeRules,
}

describe.each(Object.entries(books))('the rules of a %s', (_, book) => {
  it('say what is wrong, what to do next, and where they come from', () => {
    const named = Object.entries(book)
    expect(new Set(named.map(([, { message }]) => message)).size).toBe(named.length)
    for (const [name, { message, remedy, of }] of named) {
      expect([name, message]).toEqual([name, expect.stringMatching(/^[a-z].{10,}[^.\s]$/)])
      expect([name, remedy]).toEqual([name, expect.stringMatching(/^[A-Z].{8,}[^.\s]$/)])
      expect(['1', '2', '3', '4', '5', '6', '7', '8', '12', 'form', 'history', 'publication']).toContain(of)
    }
  })
})

it('no two topics of a recommendation have a rule of the same name, of which one would be lost', () => {
  const topics = [
    assessmentRules,
    completionDateRules,
    decisionRules,
    issuingRules,
    linkRules,
    ownershipRules,
    responseRules,
    trackingRules,
  ].flatMap((topic) => Object.entries(topic))
  expect(new Set(topics.map(([name]) => name)).size).toBe(topics.length)
  for (const [name, rule] of topics) expect(rules).toHaveProperty([name], rule)
})

it('a refusal names the rule and the field, and says in sentences what is wrong and what to do', () => {
  expect(refuse('uniqueId', 'actionId')).toEqual({
    ok: false,
    rejection: {
      rule: 'uniqueId',
      field: 'actionId',
      message: 'This recommendation already uses this id.',
      remedy: 'Use another id.',
    },
  })
  expect(refuse('notAfterToday', 'effectiveOn', 'today is 2018-01-01').rejection.message).toBe(
    'This day is after today: today is 2018-01-01.',
  )
})
