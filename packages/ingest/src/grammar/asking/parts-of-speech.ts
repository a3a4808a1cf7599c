import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'

/** One word of a sentence with its part of speech in the universal tag set ("VERB", "NOUN", "AUX", "DET", ...). */
export type Tagged = { word: string; tag: string }

const tagger = winkNLP(model, ['sbd', 'pos'])
const cache = new Map<string, Tagged[]>()
/** What decides whether a sentence gives an instruction stands near its beginning. */
const LOOKED_AT = 240

/** The words of a sentence's beginning, each with its part of speech. English only; the model ships with the package and runs offline. */
export function partsOfSpeech(text: string): Tagged[] {
  const begin = text.slice(0, LOOKED_AT)
  const known = cache.get(begin)
  if (known) return known
  const document = tagger.readDoc(begin)
  const words = document.tokens().out()
  const tags = document.tokens().out(tagger.its.pos)
  const tagged = words.map((word, i) => ({ word, tag: String(tags[i] ?? 'X') }))
  if (cache.size > 5000) cache.clear()
  cache.set(begin, tagged)
  return tagged
}
