import { fold } from '../document/words.ts'
import { nameAtStart } from './asking/addressed-body.ts'
import { formOfAsking } from './asking/asks.ts'
import { headNamesBody, namesBody } from './asking/bodies.ts'
import { beginsWithInstruction } from './asking/instruction.ts'
import { ASKED } from './asking/lexicon.ts'

const MODAL = new RegExp(
  `(?<!\\b(?:the|an?|any|no|this|that|such|urgent|clear|further))\\s(?:should|must|shall|ought to|needs? to|(?:is|are) (?:now |therefore |hereby )?${ASKED} to|will need to|has to|have to)\\b`,
  'i',
)

/**
 * The body that a wording asks: the subject before "should", where that names a body, an office or people. With `findingFirst` only the
 * first sentence is asked: what leaders should do about a finding does not say whose finding it is.
 */
export function subjectOf(wording: string, findingFirst = false): string | null {
  const sentences = fold(wording).split(/(?<=[a-z)][.!?])\s+(?=\p{Lu})/u)
  // A finding may come first: the sentence that asks names the owner.
  const asking = findingFirst || beginsWithInstruction(sentences[0] ?? '') ? 0 : sentences.findIndex((s) => MODAL.test(s))
  const subject = subjectOfSentence(sentences[Math.max(0, asking)] ?? '')
  // "Strengthen disclosure. The agency should publish ...": a title in the form of an instruction, and the sentence that says whose it is.
  const [title, next] = sentences
  return (
    subject ??
    (!findingFirst && title && next && title.split(' ').length <= 9 && beginsWithInstruction(title) ? subjectOfSentence(next) : null)
  )
}

function subjectOfSentence(text: string): string | null {
  const modal = MODAL.exec(text)
  if (!modal || modal.index > 160)
    return subjunctiveSubject(text) ?? resolvedSubject(text) ?? nominalSubject(text) ?? permittedSubject(text)
  // "Patients should be offered a test": the person mentioned is not the one who is asked.
  if (
    /^ (?:(?:now|also|all|only|then|not|\w+ly) )*be(?:en)? (?!prepared|minded|committed)(?:\w+ly )?(?:[\w-]+(?:ed|en|wn|ne|ut|pt|ld|nt|id|de|ken|ught)|set|run|told|held|kept|met|cut|put|let|read)\b(?! (?:to (?:be|have)|for) )/.test(
      text.slice(modal.index + modal[0].length),
    ) &&
    !/^\s(?:is|are) /i.test(modal[0])
  )
    return null
  let subject = withoutWhatLeads(text.slice(0, modal.index))
  // "The Office, in its annual report ..., should": what is put between subject and verb.
  const cut =
    /^([^,]{3,90}), (?:in|with|as|by|through|when|where|working|together|having|being|following|alongside|which|who|including|on)\b/.exec(
      subject,
    )?.[1]
  // "The Department, in partnership with the Trust, should": both are asked.
  if (cut && namesBody(cut) && !ALONGSIDE.test(subject.slice(cut.length))) subject = cut
  if (beginsWithInstruction(subject)) return null
  // "the Treasury advise Ministers on what should happen": the body ends where its own verb begins.
  const name = nameAtStart(text)
  if (name && subject.startsWith(`${name} `) && beginsWithInstruction(`${subject.slice(name.length + 1)} it`)) return name
  return canBeAsked(subject) ? subject : null
}

/** A body, an office or people, and no thing, no sentence and no post that is yet to be filled. */
function canBeAsked(subject: string): boolean {
  // A subject has no verb of its own: text with a verb is an earlier sentence.
  if (
    /\s(?:is|are|was|were|has|have|had|do|does|did|states?|reports?|reported|suggests?|suggested|says?|said|recognises?|believes?|proposes?)\s/i.test(
      subject,
    )
  )
    return false
  const words = subject.split(/\s+/).length
  if (!subject || words > 16 || !(namesBody(subject) || isAcronym(subject) || isNamed(subject))) return false
  // "A new chief executive should": a post that is yet to be filled cannot be asked.
  if (/^an? (?:\w+ )*(?:chief executive|CEO|director|manager|lead|officer|post|role|team|group|panel|unit)\b/i.test(subject)) return false
  if (
    /^(?:there|it|this|that|these|those|which|who|what|all|any|consideration|steps|action|attention|information|training|guidance|the (?:role|work|quality|use|number|membership|power|powers|responsibility|operation|requirements|exemption|term|report|appointment|members? of the))\b/i.test(
      subject,
    ) &&
    !/^(?:all|any) (?:\w+ ){0,2}(?:councils|councillors|authorities|schools|agencies|partners|trusts|forces|boards|providers|services|staff|employers)\b/i.test(
      subject,
    )
  )
    return false
  if (/\b(?:of|in|by|for|to|from|that|which|between|who)\b/i.test(subject) && !headIsBody(subject)) return false
  return true
}

/** What stands before the subject is taken off it: who recommends, a paragraph's number, a condition, a purpose, a time. */
function withoutWhatLeads(before: string): string {
  let subject = before
  subject = subject.replace(
    /^(?:we|i|it is|the (?:panel|committee|inquiry|commission|board|review)) (?:therefore |also |further |do )?(?:recommend(?:s|ed)?|desires?) that[,:]? ?/i,
    '',
  )
  subject = subject.replace(/^That,? (?=\p{L})/u, '')
  // The paragraph's own number.
  subject = subject.replace(/^\d{1,3}(?:\.\d{1,3})*\.? (?=\p{Lu})/u, '')
  // What stands before the subject: a condition, a purpose, a time.
  subject = subject.replace(/^(?:by|before|from) \p{Lu}\p{Ll}+ \d{1,2}(?:st|nd|rd|th)?, \d{4},? /iu, '')
  subject = subject.replace(
    /^(?:(?:in|to|as|on|by|for|with|from|when|where|while|within|before|after|following|during|until|alongside|given|having|and|also|further|furthermore|therefore|additionally|if|once|at|because|since|unless|provided|together|jointly|working)\b[^,]{0,200},\s*)+/i,
    '',
  )
  subject = subject.replace(
    /^(?:by|before|within|from) (?:the end of )?(?:\d{1,2} )?(?:\p{Lu}\p{Ll}+ )?(?:\d{1,2},? )?(?:\d{4}|\w+ (?:days|weeks|months)),? /iu,
    '',
  )
  subject = subject
    .replace(/,? (?:also|therefore|now|then|jointly|urgently|immediately|together)$/i, '')
    .replace(/,$/, '')
    .trim()
  return subject
}

/** "The Depot", "Ambulance Victoria": a name in capitals, unless it is a thing's. */
const isNamed = (subject: string) =>
  /^(?:[Tt]he \p{Lu}[\p{L}’'-]+|\p{Lu}[\p{L}’'-]+(?: (?:and|of|for|&))? \p{Lu}[\p{L}’'-]+)(?: (?:and )?\p{Lu}[\p{L}’'-]+){0,4}$/u.test(
    subject,
  ) &&
  !/\b(?:Act|Code|Plan|Strategy|Report|Review|Framework|Policy|Programme|Program|Fund|Scheme|Protocol|Guidance|Charter|Bill|Register|System|Database|Project|Standards?|Order|Agreement|Regulations?|Rules?|Law|Budget|Model|Website|Index|List|Form|Tool|Contract|Terms|Principles?|Process|Procedures?|Data|Survey|Study|Service Level|Statement|Curriculum|Convention|Treaty|Guidelines?)\s*$/u.test(
    subject,
  )

/** "NASA", "The SEC": short names of bodies are set in capitals. */
const isAcronym = (subject: string) =>
  /^(?:[Tt]he )?\p{Lu}{3,6}(?: and (?:the )?\p{Lu}{3,6})?$/u.test(subject) && !/\b(?:ICT|RMBS|CCTV|PPE|GPS|CDS|CDO)\b/.test(subject)

/** A partner by name, put between subject and verb. */
const ALONGSIDE =
  /^, (?:in (?:partnership|conjunction|collaboration|consultation) with|working with|together with|along(?:side)?(?: with)?|jointly with|including) (?:the )?\p{Lu}/u

/** "The Department of Example improve its records", "That, by June, the agency present a plan": the body before a verb in its base form. */
function subjunctiveSubject(text: string): string | null {
  const clause = text.replace(/^That,?\s+(?:(?:by|within|in|before|from)\b[^,]{2,60},\s*)?/, '')
  if (formOfAsking(text) !== 'resolution' || /^[^.;]{0,120}\bbe \p{L}+(?:ed|en)\b/u.test(clause)) return null
  return nameAtStart(clause)
}

/** "The Board may put in place a system": so an auditor of some countries asks. */
function permittedSubject(text: string): string | null {
  const [, subject, rest] = /^((?:the )?\p{Lu}[^.,;:]{2,70}?) may (?:also |therefore )?(\p{Ll}.*)$/iu.exec(text) ?? []
  return subject && rest && headNamesBody(subject) && beginsWithInstruction(rest) ? subject : null
}

/** "Officers to report back": who stands before "to". */
function nominalSubject(text: string): string | null {
  if (formOfAsking(text) !== 'nominal') return null
  const subject = /^((?:the )?[^.,;:?]{3,70}?) to (?!be )/iu.exec(text)?.[1]
  return subject && (headNamesBody(subject) || isNamed(subject)) ? subject : null
}

/** "That the Partnership seeks assurance ...": the body before a verb of instruction. */
function resolvedSubject(text: string): string | null {
  if (!/^That\b/.test(text)) return null
  const words = text.replace(/^That\s+/, '').split(' ')
  for (let n = 1; n <= Math.min(9, words.length - 1); n++) {
    const verb = (words[n] ?? '').toLowerCase()
    const name = words.slice(0, n).join(' ')
    if (
      !verb.endsWith('s') ||
      !(isNamed(name) || /^\p{Lu}\p{L}*$/u.test(name) || (namesBody(name) && headIsBody(name) && /\p{Lu}/u.test(name)))
    )
      continue
    if (beginsWithInstruction(`${verb.slice(0, -1)} it`) || beginsWithInstruction(`${verb.slice(0, -2)} it`)) return name
  }
  return null
}

/** "The operation of any certified body" is about an operation; "The Department for Education" is a department. */
function headIsBody(subject: string): boolean {
  const head = subject.split(/\s(?:of|in|by|for|to|from|that|which|between|who|with|at|responsible|concerned)\s/i)[0] ?? subject
  return namesBody(head) || /\b[\p{Lu}][\p{L}]+/u.test(head.replace(/^(?:The|A|An|All|Any|Each|Every)\s/, ''))
}
