import { timescaleInWording } from '../timescale.ts'
import { headNamesBody, namesBody } from './bodies.ts'
import { beginsWithInstruction } from './instruction.ts'
import { ADVERBS, ASK, FIRST_PERSON, PARTICIPLE, RECOMMEND } from './lexicon.ts'
import { partsOfSpeech } from './parts-of-speech.ts'

const TO_WHOM = new RegExp(
  `(?:\\b${RECOMMEND}(?: to)?(?:,? that)?|\\breiterat\\w+ [^.]{0,40}\\brecommendations? that|\\b(?:${FIRST_PERSON}|(?:[Tt]he )?(?:\\p{L}+ ){0,3}?(?:[Pp]anel|[Cc]ommittee|[Jj]ury|[Ii]nquiry|[Cc]ommission|[Bb]oard|[Rr]eview)) ${ADVERBS}${ASK}(?: to(?= (?:the )?\\p{Lu}))?(?:,? that)?|^(?:strongly |also |further |again )?(?:urges|calls (?:up)?on|requests|invites|asks|encourages|exhorts))[,:]? `,
  'giu',
)
/** "that, within one month of this report, the Council": when and how stands before whom. */
const ASIDE =
  /^(?:(?:that )?(?:within|by|in|at|as|from|when|where|to|for|before|after|on|with|once|following|together)\b[^,:;]{2,80},\s*)+/i

/** "that within four weeks of this report the Trust": a time before whom may have no comma after it. */
function withoutAside(clause: string): string {
  const bare = clause.replace(/^that,? /i, '')
  const time = timescaleInWording(bare)
  return (time && bare.startsWith(time) ? bare.slice(time.length).replace(/^,? /, '') : bare).replace(ASIDE, '')
}

const STOPS =
  /^(?:should|must|shall|ought|be|is|are|to|will|may|might|can|could|needs?|has|have|had|do|does|not|also|consider|that|which|who|\(?[a-z0-9]{1,3}\))$/i
const PREPOSITION = /^(?:of|for|and|or|in|at|on|with|by|from|under|as|the|a|an)$/
const LONGEST = 14

/** "We recommend that the clinic refund ...", "The panel urges the Home Office to ...": whom a sentence names that recommends; null where it names nobody. */
export function addressedBody(text: string): string | null {
  for (const match of text.matchAll(TO_WHOM)) {
    const rest = withoutAside(text.slice(match.index + match[0].length))
    const urged = /\bthat[,:]? $|recommend/i.test(match[0]) ? null : URGED.exec(rest)?.[1]
    if (
      urged &&
      !/,/.test(urged.replace(/, (?=[\p{L} ]+ and )/gu, ' ')) &&
      (headNamesBody(urged) || namesBody(urged.split(' ').at(-1) ?? '')) &&
      isNounPhrase(urged)
    )
      return urged
    const name = nameAtStart(rest)
    if (name && !isChanged(rest.slice(name.length))) return name
  }
  return null
}

/** "call upon the federal, provincial and territorial governments to commit": all that stands before "to". */
const URGED = /^([^.;:]{3,110}?) to (?:\p{Ll}+ly )?(?!(?:the|an?|its|their|which|whom|that|be)\b)\p{Ll}/u

/** "recommend that Standing Order 134 be amended": what is to be changed is not asked. */
const CHANGED = new RegExp(
  `^[^,;]{0,40}? (?:should |must )?be (?!asked|required|invited|urged|requested|directed)${PARTICIPLE}(?!\\p{L})`,
  'iu',
)
const isChanged = (rest: string) => CHANGED.test(rest)

/** "the Commander, Fleet Supply Command, issue ...": an office and, between commas, the body it belongs to. */
const OFFICE_OF =
  /^((?:the )?(?:[\p{Lu}][\p{L}’-]*|of|for|and)(?: (?:[\p{Lu}][\p{L}’-]*|of|for|and))*, (?:the )?\p{Lu}[\p{L}’&-]*(?: (?:\p{Lu}[\p{L}’&-]*|of|for|and|the))*)(?:,(?= (?:\p{Ll}|in\b))|:)/u

/** The body that a clause begins with: "the Department for Work and Pensions" of "the Department for Work and Pensions publish ...". */
export function nameAtStart(clause: string): string | null {
  const office = OFFICE_OF.exec(clause)?.[1]
  if (office && isName(office.split(',')[0] ?? '')) return office
  const words = clause.split(/\s+/).slice(0, LONGEST + 1)
  let found: string | null = null
  for (let n = 1; n < words.length; n++) {
    const name = words.slice(0, n).join(' ')
    const word = words[n] ?? ''
    const ended = /[:;,]$/.test(name)
    if (ended || STOPS.test(word.replace(/[:;,]$/, '')) || isVerbAfter(name, words.slice(n).join(' '))) {
      const bare = name.replace(/[\s,:;–-]+$/, '')
      if (isName(bare)) found = bare
      // "the Welsh Government commission research": a name in capitals ends where small letters begin.
      if (found === bare && /(?:^| )\p{Lu}[\p{L}’-]*$/u.test(bare)) break
      if (ended || STOPS.test(word.replace(/[:;,]$/, ''))) break
    }
    // "its plan", "a list": the object has begun.
    if (/^(?:its|their|his|her|a|an|the)$/i.test(word) && !/ (?:of|for|and|in|at|on)$/.test(name)) break
  }
  return (
    found ??
    (words.length <= LONGEST && isName(clause.replace(/[\s:;.–-]+$/, '')) && /[:–-]\s*$/.test(clause)
      ? clause.replace(/[\s:;.–-]+$/, '')
      : null)
  )
}

function isName(name: string): boolean {
  if (!headNamesBody(name) && !/^(?:the )?\p{Lu}[\p{L}’&-]*(?: (?:\p{Lu}[\p{L}’&-]*|of|for|and|the|in))*$/u.test(name)) return false
  return (
    !/^(?:it|they|this|these|that|there|an?|consideration|all|any)\b(?! (?:councils|parties|authorities|levels|agencies|states|trusts|forces|boards|local|of))/i.test(
      name,
    ) && isNounPhrase(name)
  )
}

function isVerbAfter(name: string, rest: string): boolean {
  const word = (rest.split(' ')[0] ?? '').replace(/,$/, '')
  if (!/^\p{Ll}[\p{Ll}-]*$/u.test(word) || PREPOSITION.test(word) || !(namesBody(name) || /\p{Lu}/u.test(name))) return false
  if (word.endsWith('s') && !word.endsWith('ss')) {
    const at = partsOfSpeech(name).length
    if (partsOfSpeech(`${name} ${rest}`)[at]?.tag === 'VERB') return true
    // "NHS Quality reviews the checks": an article after what may be a verb.
    const base = word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.slice(0, -1)
    return (
      /^\S+ (?:(?:out|up|in|on|down|back|off|over|forward|to) )?(?:the|an?|its|their|all|each|every|how|what|that)\b/.test(rest) &&
      partsOfSpeech(`they must ${base} it`)[2]?.tag === 'VERB'
    )
  }
  return beginsWithInstruction(rest.replace(/^\p{L}+ly /u, ''))
}

/** No verb of its own: what has one is a sentence. */
export const isNounPhrase = (text: string) =>
  partsOfSpeech(text.charAt(0).toLowerCase() + text.slice(1)).every(
    (t) => t.tag !== 'AUX' && (t.tag !== 'VERB' || /(?:ing|ed)$/i.test(t.word)),
  )
