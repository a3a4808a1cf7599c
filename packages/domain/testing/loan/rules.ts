import { refuserOf, type RuleBook } from '../../src/kernel/rule-book.ts'

const loanRules = {
  notYetLent: { of: 'history', message: 'this book is lent already', remedy: 'Record its return first' },
  stillLent: { of: 'history', message: 'this book is not lent', remedy: 'Lend the book first' },
  laterDay: { of: 'history', message: 'the new day is not after the present one', remedy: 'Enter a later day' },
} as const satisfies RuleBook
export const refuse = refuserOf(loanRules)
