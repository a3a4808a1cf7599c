import { dayRules } from '../kernel/commands/command-form.ts'
import { correctionRules } from '../kernel/corrections/correction-rules.ts'
import { formRules } from '../kernel/fields/form-rules.ts'
import { refuserOf, type RuleBook } from '../kernel/rule-book.ts'
import { assessmentRules } from './assessment-rules.ts'
import { completionDateRules } from './completion-date-rules.ts'
import { decisionRules } from './decision-rules.ts'
import { issuingRules } from './issuing-rules.ts'
import { linkRules } from './link-rules.ts'
import { ownershipRules } from './ownership-rules.ts'
import { publicationRules } from './publication-rules.ts'
import { responseRules } from './response-rules.ts'
import { trackingRules } from './tracking-rules.ts'

/**
 * Every rule that can refuse a command of a recommendation: the closed list. `of` says where it comes from:
 * a numbered rule of the domain, "history" (how history, commands and corrections work), "publication", or "form" (what any entry must look like).
 */
export const rules = {
  ...formRules,
  ...dayRules,
  ...correctionRules,
  uniqueId: { of: 'form', message: 'this recommendation already uses this id', remedy: 'Use another id' },

  decisionOrder: {
    of: 'history',
    message: 'this would change the order of the decisions of that committee',
    remedy: 'Make the entry void, and record the decision again on its day',
  },
  notBeforeIssue: {
    of: 'history',
    message: 'this is before the recommendation was issued',
    remedy: 'Check the date, or correct the date of issue first',
  },
  ...issuingRules,
  ...completionDateRules,
  ...assessmentRules,
  ...decisionRules,
  ...trackingRules,
  ...responseRules,
  ...ownershipRules,
  ...linkRules,
  ...publicationRules,
} as const satisfies RuleBook

export type RuleName = keyof typeof rules

export const refuse = refuserOf(rules)
