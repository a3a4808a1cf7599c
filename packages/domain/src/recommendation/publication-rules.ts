import type { RuleBook } from '../kernel/rule-book.ts'

/** The rules of what the public sees: withholding, and exemption under the Local Government Act 1972. */
export const publicationRules = {
  alreadyWithheld: { of: 'publication', message: 'this recommendation is already withheld', remedy: 'Leave it as it is' },
  notWithheld: { of: 'publication', message: 'this recommendation is not withheld', remedy: 'Leave it as it is' },
  withheldThen: {
    of: 'publication',
    message: 'this is before the recommendation was withheld',
    remedy: 'Enter the day on which it was withheld or a later day',
  },
  partsOnce: { of: '12', message: 'a part is named twice', remedy: 'Name each part once' },
  publicInterestNeeded: {
    of: '12',
    message: 'an exemption under Schedule 12A needs the reason why the public interest in it outweighs the interest in disclosure',
    remedy: 'Enter the public-interest reason',
  },
  noPublicInterestTest: {
    of: '12',
    message: 'no public-interest test applies to confidential information under section 100A(3)',
    remedy: 'Leave the public-interest reason blank, or choose a paragraph of Schedule 12A',
  },
  reviewAhead: { of: '12', message: 'the review must be on a later day than the entry', remedy: 'Enter a later day for the review' },
  alreadyExempt: {
    of: '12',
    message: 'an exemption of this recommendation is already in force',
    remedy: 'Review it, or end it before you mark another',
  },
  notExempt: { of: '12', message: 'no exemption of this recommendation is in force', remedy: 'Mark it exempt first' },
  exemptThen: {
    of: '12',
    message: 'this is before the exemption was marked',
    remedy: 'Enter the day on which it was marked or a later day',
  },
} as const satisfies RuleBook
