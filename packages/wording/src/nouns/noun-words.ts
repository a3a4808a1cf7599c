import type { Fact } from '@outstanding/domain'

/** What an attribute of an item is called, in the middle of a sentence, and its value in words. */
export type AttributeWords = {
  readonly label: string
  readonly words: (value: never) => string
  /** The sentence of the entry that adds it says it already. */
  readonly inItsEntry?: true
}

type OwnType<F extends Fact<string, unknown>> = Exclude<F['type'], 'EntryCorrected'>

/** All the words of one noun. An event or attribute without words does not compile. Corrections have the same words for every noun. */
export type NounWords<F extends Fact<string, unknown>, Attribute extends string> = {
  /** What an entry is called in a list. */
  readonly titles: Readonly<Record<OwnType<F>, string>>
  /** One sentence for each event, made from its data; what other people wrote comes last and as it was written. */
  readonly sentences: { readonly [Type in OwnType<F>]: (data: Extract<F, { readonly type: Type }>['data']) => string }
  readonly attributes: Readonly<Record<Attribute, AttributeWords>>
}

/** The words of a noun as generic code sees them. */
export type AnyNounWords = {
  readonly titles: Readonly<Record<string, string>>
  readonly sentences: Readonly<Record<string, (data: never) => string>>
  readonly attributes: Readonly<Record<string, AttributeWords>>
}
