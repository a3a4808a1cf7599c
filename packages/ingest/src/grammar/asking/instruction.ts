import { IRREGULAR_PAST } from './lexicon.ts'
import { partsOfSpeech, type Tagged } from './parts-of-speech.ts'

/** What may stand before the verb: adverbs, "in partnership with ...,", "by March,". */
const LEADING =
  /^(?:(?:to|and|also|then|further|better|again|next|first|secondly|thirdly|continue to|do not|don’t|not|never|(?!(?:ass|fam|supp|app|re|comp|multip|fl|on|ear|like|ital|ju|anoma|monopo|po|bul|al|impl)(?:ly|ily|embly|y)\b)\p{L}+ly,?|more (?:\p{L}+ly)|(?:in|by|with|as|where|together|through|working|at|on|for|from|within|when|once|if|until|unless|pending|upon|because|since|before|after|following|during|alongside|using|while|to|subject|given|having)\b(?:(?!recommend|should|must|\bthat\b)[^,.;:]){2,90},)\s+)+/iu
/** Ends the clause in which the verb would have to be. */
const BOUNDARY =
  /^(?:that|which|who|whom|whose|how|where|whether|if|when|so|because|,|;|:|\.|\?|!|\(|what|why|until|before|after|while|unless|-|–|—)$/i
const FINITE = /^(?:is|are|was|were|has|have|had|does|did|do|can|will|would|could|may|might|should|must|shall|cannot|remain(?:s|ed)?)$/i
/** Verbs after which a whole clause may follow without "that": "Ensure staff are trained". */
const TAKES_CLAUSE =
  /^(?:ensure|check|confirm|make|see|verify|recogni[sz]e|demonstrate|show|prove|consider|agree|note|require|guarantee|accept|acknowledge|decide|determine|assure|insist|state|explain|clarify|help|let|get|have|ask)$/i
/** Base forms that look like a plural or a past tense. */
const BASE_FORM =
  /^(?:\p{L}*ss|focus|\p{L}*(?:[^e]ee|br|bl)ed|need|feed|embed|heed|shed|wed|bring|ring-fence|(?:re)?string|swing|cling|fling)$/iu
/** "Secure full agreement": adjectives that are verbs as well. */
const ADJECTIVE_OR_VERB =
  /^(?:secure|clear|complete|open|close|free|narrow|lower|slow|empty|correct|perfect|separate|welcome|dry|warm|cool|clean)$/i
/** "P4,210,355.00": the comma in a figure parts no clauses. */
const FIGURE = /\p{Sc}?\b[A-Z]?\d{1,3}(?:,\d{3})+(?:\.\d+)?/gu
/** Verbs that are nouns as well and take "to": "Report to the coroner", but not "Access to the system". */
const GOES_TO =
  /^(?:report|respond|apply|adhere|commit|listen|refer|return|write|contribute|agree|subscribe|revert|move|transition|present|appeal)$/i
const OPENS_OBJECT = new Set(['DET', 'PRON', 'ADJ', 'NUM', 'ADP', 'ADV', 'PART', 'SYM', 'INTJ'])

/**
 * Whether a wording begins with an instruction ("Ensure that ...", "Urgently recruit ..."). Told by grammar, not by a list of verbs: the
 * first word can be a verb in the base form, what follows can be its object, and its clause has no other verb of its own ("Plans are
 * late", "Review of the files showed").
 */
export function beginsWithInstruction(text: string): boolean {
  const bare = text
    .replace(FIGURE, '7')
    .replace(/^["“‘'(•–—-]+\s*/, '')
    .replace(LEADING, '')
  const first = /^\p{L}[\p{L}’'-]*/u.exec(bare)?.[0] ?? ''
  if (first.length < 2 || first === first.toUpperCase()) return false
  if ((/(?:s|ing|ed)$/i.test(first) && !BASE_FORM.test(first)) || IRREGULAR_PAST.test(first)) return false
  const small = bare.charAt(0).toLowerCase() + bare.slice(1)
  const plain = partsOfSpeech(small)
  const framed = partsOfSpeech(`they must ${small}`).slice(2)
  const verb = isVerb(plain, framed)
  return verb !== null && hasObject(plain, framed, verb) && !hasVerbOfItsOwn(plain, framed, verb)
}

/** 'certain' where the word is read as a verb by itself, 'possible' where it is one after "they must", null where it is none. */
function isVerb(plain: Tagged[], framed: Tagged[]): 'certain' | 'possible' | null {
  const [alone, next] = plain
  if (!alone || /^(?:ADP|CCONJ|SCONJ|DET|PRON|NUM)$/.test(alone.tag)) return null
  if (alone.tag === 'VERB') return 'certain'
  if (ADJECTIVE_OR_VERB.test(alone.word) && plain.length > 6) return 'possible'
  if (alone.tag === 'AUX') return /^(?:be|have|do)$/i.test(alone.word) ? 'certain' : null
  if (framed[0]?.tag === 'VERB') return 'possible'
  // A word the tagger does not know is a verb when an article follows it: "Deconflict the two procedures".
  return /^(?:the|an?|all|any|each|every|its|their|his|her|our|these|those|this|both|no)$/i.test(next?.word ?? '') && alone.tag !== 'ADV'
    ? 'possible'
    : null
}

/** "Document library", "Change programme board", "Access to the system": a noun before another noun or its preposition. */
function hasObject(plain: Tagged[], framed: Tagged[], verb: 'certain' | 'possible'): boolean {
  const next = plain[1]
  if (!next) return false
  if (/^of$/i.test(next.word)) return /^(?:dispose|approve|think|make|take)$/i.test(plain[0]?.word ?? '')
  // "Establish, in partnership with schools, a register"; "develop, no later than June, a plan".
  if (next.word === ',' && verb === 'certain' && opensAside(plain[2])) return true
  if (/^(?:and|or|,|\/)$/i.test(next.word)) return goesOnWithVerb(plain, framed, verb)
  if (/^[:.;!?–—-]$/.test(next.word)) return verb === 'certain' && /^[.;]$/.test(next.word)
  if (verb === 'certain') return true
  if (/^to$/i.test(next.word)) return GOES_TO.test(plain[0]?.word ?? '')
  if (next.tag === 'PROPN') return plain[2]?.tag === 'NOUN'
  if (next.tag === 'NOUN') return plain.length > 4 && plain[2]?.word !== ','
  return OPENS_OBJECT.has(next.tag) || next.tag === 'VERB'
}

/** "in partnership with", "no later than": what is put between a verb and its object. */
const opensAside = (word: Tagged | undefined) => word !== undefined && (/^(?:ADP|ADV|SCONJ)$/.test(word.tag) || word.word === 'no')

/** "Review and publish the plan". */
function goesOnWithVerb(plain: Tagged[], framed: Tagged[], verb: 'certain' | 'possible'): boolean {
  const then = framed[2]
  // "Restrict and review access": a second verb that is a noun as well has an object of its own.
  const both = verb === 'certain' && OPENS_OBJECT.has(plain[3]?.tag === 'NOUN' ? 'DET' : (plain[3]?.tag ?? ''))
  return then !== undefined && (then.tag === 'VERB' || plain[2]?.tag === 'VERB' || then.tag === 'ADV' || both)
}

/** Another verb of the same clause: then the first word is that verb's subject, or part of it. */
function hasVerbOfItsOwn(plain: Tagged[], framed: Tagged[], verb: 'certain' | 'possible'): boolean {
  const clause = TAKES_CLAUSE.test(plain[0]?.word ?? '')
  for (let i = 1; i < plain.length; i++) {
    const { word, tag } = plain[i] as Tagged
    if (BOUNDARY.test(word)) return false
    const before = plain[i - 1] as Tagged
    if (FINITE.test(word) && !clause && !/^(?:to|and|or|not)$/i.test(before.word)) return true
    if (tag !== 'VERB' || clause || /ing$/i.test(word) || /^\p{Lu}/u.test(word)) continue
    // "Staff work well", "Demand exceeds supply": a verb right behind the noun.
    if (i === 1 && verb === 'possible' && framed[1]?.tag !== 'ADV') return true
    if (before.tag !== 'NOUN' && before.tag !== 'PROPN') continue
    // "Lead officers meet", "Share prices fell": not "the recommendations made by", which the verb's object holds.
    if (/(?:ed|en|de|wn|ld|nt|id|pt)$/i.test(word) ? verb === 'possible' && i < 3 && !/^by$/i.test(plain[i + 1]?.word ?? '') : i < 4)
      return true
  }
  return false
}

/** "Improving how ...", "review the ...": the beginnings that items below "The recommendations include:" have. */
export function beginsLikeItem(text: string): boolean {
  const first = partsOfSpeech(text.charAt(0).toLowerCase() + text.slice(1))[0]
  return beginsWithInstruction(text) || /^\p{Ll}/u.test(text) || (first?.tag === 'VERB' && /ing$/i.test(first.word))
}
