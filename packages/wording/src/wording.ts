import { allNouns } from './nouns/all-nouns.ts'
import { wordingOf } from './wording-of.ts'

/** The words of every noun of the product. */
export const { changeInWords, effectInWords, eventTitle, fieldLabel, sentenceOf, valueWords } = wordingOf(allNouns)
