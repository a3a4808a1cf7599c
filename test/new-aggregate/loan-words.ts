import type { LoanAttribute, LoanEvent } from '@outstanding/domain/testing'
import { longDate } from '../../packages/wording/src/index.ts'
import type { NounWords } from '../../packages/wording/src/nouns/noun-words.ts'

export const loanWords: NounWords<LoanEvent, LoanAttribute> = {
  titles: { BookLent: 'Book lent', LoanExtended: 'Loan extended', BookReturned: 'Book returned' },
  sentences: {
    BookLent: ({ title, dueOn }) => `Lent until ${longDate(dueOn)}: ${title}`,
    LoanExtended: ({ dueOn, reason }) => `Loan extended to ${longDate(dueOn)}: ${reason}`,
    BookReturned: ({ condition }) => `Book returned, condition: ${condition.toLowerCase()}.`,
  },
  attributes: {
    BOOK: { label: 'book', words: (value: string) => value, inItsEntry: true },
    DUE_BACK_ON: { label: 'due back', words: (value: string) => longDate(value) },
    CONDITION: { label: 'condition', words: (value: string) => value.toLowerCase() },
  },
}
