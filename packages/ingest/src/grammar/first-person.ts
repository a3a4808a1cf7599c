import { fold } from '../document/words.ts'
import { asksAtOnce } from './asking/asks.ts'

const FIRST_PERSON =
  /^(?:(?:accordingly|therefore|consequently|finally|further|secondly|thirdly|in addition|for (?:this|these) reasons?|in (?:the|these|all the|those) circumstances|on balance|as a result)?,?\s*)(?:we|i) (?:do |therefore |also |further |strongly |accordingly )?recommend(?:,? [^.]{0,60}?,)? (?:that|to|the|an?)\b/i
/** "We recommended that the clinic refund ...", in the summary of the author's own report. */
const RECOMMENDED =
  /^(?:(?:accordingly|therefore|consequently|as a result),? )?(?:we|i) (?:therefore |also |further |accordingly )?(?:recommended (?:that |to (?:the )?\p{L}+(?: \p{L}+){0,4} (?:to|that) |the )|(?:advised|urged|requested) (?:the )?\p{Lu}[^.;:]{3,60} to )(?!.{0,200}\b(?:last year|previously|in our (?:previous|earlier|last|(?:19|20)\d\d)|in (?:19|20)\d\d\b))/iu
export const recommendedItself = (sentence: string) => RECOMMENDED.test(sentence)
export const isFirstPerson = (sentence: string) => FIRST_PERSON.test(sentence)
export const sentencesOf = (text: string) => fold(text).split(/(?<=[.!?])\s+(?=[A-Z“])/)

/** The sentence of a paragraph that recommends in the first person, with what follows it; null where none does. */
export function recommendingPart(text: string): string | null {
  const sentences = sentencesOf(text)
  const at = sentences.findIndex(isFirstPerson)
  return at < 0 ? null : sentences.slice(at).join(' ')
}

/** A numbered paragraph of a report asks in its first sentence, or recommends in the first person further on. */
export const asksItself = (text: string) => asksAtOnce(text) || recommendingPart(text) !== null
