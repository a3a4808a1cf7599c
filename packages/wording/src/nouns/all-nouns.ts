import type { AggregateName, AttributeOf, FactOfAggregate } from '@outstanding/domain'
import * as nouns from './noun-list.ts'
import type { NounWords } from './noun-words.ts'

/** The words of every aggregate: one without words does not compile. */
export const allNouns: { readonly [Name in AggregateName]: NounWords<FactOfAggregate<Name>, AttributeOf<Name>> } = nouns
