import { addressedBody, isNounPhrase, nameAtStart } from './addressed-body.ts'
import { headNamesBody, namesBody } from './bodies.ts'
import { beginsWithInstruction } from './instruction.ts'
import { ADVERBS, ASK, FIRST_PERSON, IRREGULAR_PAST, OBLIGES, PARTICIPLE, RECOMMEND } from './lexicon.ts'
import { partsOfSpeech } from './parts-of-speech.ts'

/**
 * How a wording asks: an instruction ("Ensure that"), an obligation ("should", "is required to"), a recommendation in so many words
 * ("we recommend", "the board urges"), a resolution ("That the trust reviews", "boards be given help"), or a noun with what is to happen
 * to it ("A review to be undertaken", "Officers to report back").
 */
export type FormOfAsking = 'instruction' | 'obligation' | 'recommendation' | 'resolution' | 'nominal'

const OBLIGATION = new RegExp(`\\b${OBLIGES}(?!\\p{L})`, 'iu')
const RECOMMENDS = new RegExp(
  `(?<!\\b(?:which|who) )\\b${RECOMMEND}\\b(?:,? [^.;:]{0,80}?)? (?:that|to)\\b|\\b${FIRST_PERSON} ${ADVERBS}${ASK}(?!\\p{L})|^(?:strongly |also |further |again )?(?:recommends|urges|calls (?:up)?on|requests|invites|asks|encourages|exhorts|reiterates) (?!(?:of|for|and|in|to|from|by|were|are|is)\\b)|\\breiterat(?:e|es|ed|ing) (?:\\p{L}+[’']?s? ){1,4}recommendations? (?:that|to)\\b|\\b(?:the|this) (?:\\p{L}+ ){0,3}(?:urges|calls (?:up)?on|strongly encourages|desires?) |\\b(?:they|(?:committee|commission|panel)),? (?:would,? |also |therefore,? |strongly |further )+(?:urge|recommend|desire|call|suggest|exhort|request)s?\\b|\\b(?:committee|panel|we|they) would like (?:the )?\\p{Lu}[^.;:]{3,60} to `,
  'iu',
)
/** "recommends the Sheriff develop", "recommend the creation of a register": whom or what, without "that". */
const RECOMMENDS_WHOM = new RegExp(`^[^.;:]{0,90}\\b${RECOMMEND} (?:the |all )?\\p{Lu}`, 'u')
const RECOMMENDS_NOUN = new RegExp(
  `^[^.;:]{0,90}\\b${RECOMMEND} (?:the |an? )?(?:\\p{L}+ ){0,2}(?:\\p{L}+(?:tion|sion|ment|ance)|creation|review|use|removal|transfer|repeal|approval|renewal|withdrawal) (?:of|to|by) `,
  'iu',
)
/** "That a single register is set up": what a committee resolves to ask for. */
const RESOLVED =
  /^that,? (?!is\b|was\b|would\b|has\b|had\b|said\b|this is\b|may\b|can\b)(?:the|an?|all|each|every|any|there|no|its?|their|this|these|by|within|\p{Lu})/iu
/** "boards of trustees be given help": the subjunctive of the passive, without "to", "should" or "will" before it. */
const BE_DONE = new RegExp(
  `^[^.;:?]{3,160}?(?<!\\b(?:to|not|may|might|can|could|will|would|should|must|shall|cannot|also|then|ever|never|or|and|always|otherwise|only|still|often|likely|now)) be (?:\\p{L}+ly )?${PARTICIPLE}(?!\\p{L})`,
  'iu',
)
const TO_BE_DONE = new RegExp(`^([^.,;:?]{3,160}?) to be (?:\\p{L}+ly )?${PARTICIPLE}(?!\\p{L})`, 'iu')
const SOMEBODY_TO = /^((?:the )?[^.,;:?]{3,70}?) to (?:(?:not|also|then|\p{L}+ly) )?(\p{L}+)/iu
/** Nouns that take "to" themselves: the plan, the duty, the failure to do something. */
const TAKES_TO =
  /\b(?:needs?|plans?|dut(?:y|ies)|abilit(?:y|ies)|failures?|powers?|rights?|efforts?|attempts?|decisions?|proposals?|intentions?|commitments?|steps|actions?|opportunit(?:y|ies)|time|way|ways|how|whether|what|where|when|access|responses?|in order|so as|as|due|likely|able|unable|ready|willing|continues?|prior|according|owing|thanks|up|down|available|enough|progress|approach|training|support|guidance|funding|capacity|reports?|letters?|visits?|help|[’']s authority)$/i

/** How a wording asks for something; null where it does not. */
export function formOfAsking(text: string): FormOfAsking | null {
  if (beginsWithInstruction(text)) return 'instruction'
  if (RESOLVED.test(text)) return 'resolution'
  if (OBLIGATION.test(text)) return 'obligation'
  if (RECOMMENDS.test(text) || RECOMMENDS_NOUN.test(text) || (RECOMMENDS_WHOM.test(text) && addressedBody(text))) return 'recommendation'
  if (isNominal(text)) return 'nominal'
  return BE_DONE.test(text) || isSubjunctive(text) ? 'resolution' : null
}

/** Asks for something in so many words. */
export const isDirective = (text: string) => formOfAsking(text) !== null

const firstSentence = (text: string) => text.split(/(?<=[a-z)’”][.!?])\s+(?=\p{Lu})/u)[0] ?? text

/** Asks at once, in its first sentence: told from a narrative in which something "should" have been. */
export const asksAtOnce = (text: string) => isDirective(firstSentence(text))

/** "Leavers to be reported in the week in which they go", "Officers to report back": no verb of its own before the "to". */
function isNominal(text: string): boolean {
  const passive = TO_BE_DONE.exec(text)?.[1]
  if (passive && !TAKES_TO.test(passive) && isNounPhrase(passive)) return true
  const [, subject, verb] = SOMEBODY_TO.exec(text) ?? []
  return (
    !!subject &&
    !!verb &&
    headNamesBody(subject) &&
    !TAKES_TO.test(subject) &&
    isNounPhrase(subject) &&
    !/\d|\p{Ll}ed \S/u.test(subject) &&
    (partsOfSpeech(`they must ${verb} it`)[2]?.tag === 'VERB' || beginsWithInstruction(text.slice(text.indexOf(` ${verb}`) + 1)))
  )
}

/** "The Department of Coasts document the reasons": one body, and a verb in its base form where "documents" would tell a fact. */
function isSubjunctive(text: string): boolean {
  const words = firstSentence(text).replace(WHEN, '').split(' ').slice(0, 16)
  for (let n = 2; n < words.length - 1; n++) {
    const subject = words.slice(0, n).join(' ')
    const verb = words[n] ?? ''
    if (
      !/^\p{Ll}{3,}$/u.test(verb) ||
      /(?:s|ed|ing|ly)$/.test(verb) ||
      IRREGULAR_PAST.test(verb) ||
      /^(?:and|or|of|for|in|to|with|by|on|at|from|that|which|who|has|had|was)$/.test(verb)
    )
      continue
    if (
      !/^(?:The |That )?(?:the )?(?!(?:In|On|At|As|By|For|From|To|With|Under|After|Before|During|Since|When|While)\b)\p{Lu}[^,]*$/u.test(
        subject,
      ) ||
      / an? /.test(subject) ||
      !isSingularBody(subject) ||
      !isNounPhrase(subject.replace(/^That /, ''))
    )
      continue
    const tagged = partsOfSpeech(`they must ${words.slice(n).join(' ')}`)[2]
    return tagged?.tag === 'VERB' && beginsWithInstruction(words.slice(n).join(' '))
  }
  return false
}

/** "By 30 September 2022, the ministry revise ...". */
const WHEN = /^(?:by|before|from|within|no later than) [^,]{3,40}(?:, \d{4})?, /i

function isSingularBody(subject: string): boolean {
  const head = subject.split(/ (?:of|for|and|in|to|with) /)[0] ?? ''
  return namesBody(subject) && !/(?:[^s]s|people|staff|police)$/i.test(head) && !/[,;:]$/.test(subject)
}

/** "The Facility Director ensures that ...": below "Recommendations" the present tense asks; anywhere else it tells. */
export function isPresentDuty(text: string): boolean {
  const name = nameAtStart(text)
  const rest = name ? text.slice(name.length + 1) : ''
  const verb = /^\p{Ll}+s(?= )/u.exec(rest)?.[0]
  return !!verb && [verb.slice(0, -1), verb.slice(0, -2)].some((base) => beginsWithInstruction(`${base}${rest.slice(verb.length)}`))
}

/** The wording names a recommending body and what it recommends: "The Commission recommended that KiwiRail ...". */
export function isFormalRecommendation(text: string): boolean {
  return FORMAL.test(text)
}
const FORMAL = new RegExp(
  `^(?:[Oo]n \\d{1,2} \\p{L}+ \\d{4},? )?(?:(?:[Aa]ccordingly|[Tt]herefore|[Cc]onsequently|[Ii]t is),? )?(?:[Tt]he )?(?:(?:[\\p{Lu}][\\p{L}’&-]*|of|and|the|[\\p{Ll}]+(?= recommends? ))[ ]){0,7}(?:has |have )?(?:therefore |also |further |strongly )?recommend(?:s|ed|ing)?(?: (?:that|to)\\b)`,
  'u',
)

/** A finding told in a full sentence ("Plans are late", "There is no oversight"), not a noun phrase and not a request. */
export function isNarrative(text: string): boolean {
  if (isDirective(text)) return false
  const main = text.replace(/,? (?:so that|so|that|which|who|where|when|whose|as|because|if)\b[^.,;]*/gi, ' ')
  return (
    /\b(?:is|are|was|were|has|have|had|do|does|did|continues?|remains?|lacks?|needs?|varies|cannot)\b/i.test(main) ||
    text.split(/[.] /).length > 2
  )
}
