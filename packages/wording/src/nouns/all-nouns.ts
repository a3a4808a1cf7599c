import type { AggregateName, AttributeOf, FactOfAggregate } from '@outstanding/domain'
import type { NounWords } from './noun-words.ts'
import { committeeWords } from './committee.ts'
import { officeWords } from './office.ts'
import { personWords } from './person.ts'
import { policyWords } from './policy.ts'
import { recommendationWords } from './recommendation.ts'
import { reportWords } from './report.ts'

/** The words of every aggregate: one file and one line for each. */
export const allNouns: { readonly [Name in AggregateName]: NounWords<FactOfAggregate<Name>, AttributeOf<Name>> } = {
  recommendation: recommendationWords,
  report: reportWords,
  office: officeWords,
  committee: committeeWords,
  person: personWords,
  policy: policyWords,
}
