import { fold } from '../document/words.ts'
import { beginsWithInstruction } from './directives.ts'

const MODAL =
  /(?<!\b(?:the|an?|any|no|this|that|such|urgent|clear|further))\s(?:should|must|shall|ought to|needs? to|(?:is|are) (?:asked|required|urged|invited|encouraged|recommended) to|will need to|has to|have to)\b/i

// Bodies, offices and people that can be asked; a subject without any of them is a thing ("The code", "Funding", "Training").
const BODY =
  /\b(?:council(?:lor)?s?|authorit(?:y|ies)|board|cabinet|committee|government|governors?|governing bod(?:y|ies)|trust(?:ees|s)?|department|ministry|minister|ministers|secretary|secretary of state|office|agency|agencies|commission(?:er|ers)?|inspectorate|police|constabular(?:y|ies)|chief constables?|force|forces|nhs|icb|ccg|clinical commissioning groups?|partners?|partnerships?|leaders?|managers?|directors?|officers?|chair(?:man|person)?|chief executive|executive|school|schools|college|colleges|headteacher|principal|provider|providers|service|services|registered (?:person|manager|provider)|lscb|safeguarding (?:children|adults)|university|hospital|hospitals|practice|practices|gps?|bodies|body|organi[sz]ations?|compan(?:y|ies)|operators?|manufacturer|owner|owners|airline|railways?|rail|network|authority’s|regulator|regulators|ombudsman|society|association|federation|union|union|parliament|assembly|executive|treasury|home office|ofsted|ofcom|cqc|hm\w*|hmic(?:frs)?|cps|cafcass|dfe|dhsc|social workers?|teams?|professionals?|practitioners?|staff|employers?|industry|sector|parties|party|leadership|members|employer|airport|captain|director-general|administrator|administration|states?|institute|institution|inc|ltd|limited|plc|corporation|coroner|judiciary|court|courts|lords?|group|panel|taskforce|unit|centre|center|directorate|division|bureau|fund|supplier|suppliers|contractor|civil service|spokesmen|kiwirail|transdev|area|heads? of|team|lead|leads|sponsor|landlords?|charit(?:y|ies)|foundation|bank)\b/i

/** What a heading must hold to be a body's name: "Civil Aviation Authority", but not "Arbitration Service" or "Care teams". */
const NAMED =
  /\b(?:council|authority|board|government|trust|department|ministry|agency|commission|inspectorate|police|constabulary|nhs|icb|ccg|university|hospital|ombudsman|society|association|federation|union|parliament|assembly|treasury|office|ofsted|ofcom|cqc|hm\w*|cps|cafcass|association|corporation|inc|ltd|limited|plc|college|railways?|rail|airlines?|airways|industry|(?:ambulance|prison|probation|fire|rescue|health|police|prosecution|civil|border|courts?|tribunals?) service|kiwirail|operators?|administration|institute|foundation|company|regulator|executive|partnership|state)\b/i

/**
 * The body that a wording asks: the subject before "should", where that names a body, an office or people. With `findingFirst` only the
 * first sentence is asked: what leaders should do about a finding does not say whose finding it is.
 */
export function subjectOf(wording: string, findingFirst = false): string | null {
  const sentences = fold(wording).split(/(?<=[a-z)][.!?])\s+(?=\p{Lu})/u)
  // What was found may be told first: the sentence that asks names who is asked.
  const asking = findingFirst || beginsWithInstruction(sentences[0] ?? '') ? 0 : sentences.findIndex((s) => MODAL.test(s))
  return subjectOfSentence(sentences[Math.max(0, asking)] ?? '')
}

function subjectOfSentence(text: string): string | null {
  const modal = MODAL.exec(text)
  if (!modal || modal.index > 160) return resolvedSubject(text)
  // "Patients should be offered a test": whoever is spoken of is not the one who is asked.
  if (
    /^ (?:(?:now|also|all|only|then|not|\w+ly) )*be(?:en)? (?!prepared|minded|committed)(?:\w+ly )?\w+(?:ed|en|wn|ne|ut|pt|ld|nt|id|de|ken|ught)\b(?! (?:to (?:be|have)|for) )/.test(
      text.slice(modal.index + modal[0].length),
    ) &&
    !/(?:asked|required|urged|invited|encouraged|recommended) to$/i.test(modal[0])
  )
    return null
  let subject = text.slice(0, modal.index)
  subject = subject.replace(
    /^(?:we|i|it is|the (?:panel|committee|inquiry|commission|board|review)) (?:therefore |also |further |do )?recommend(?:s|ed)? that[,:]? ?/i,
    '',
  )
  // What stands before the subject: a condition, a purpose, a time.
  subject = subject.replace(
    /^(?:(?:in|to|as|on|by|for|with|from|when|where|while|within|before|after|following|during|until|alongside|given|having|and|also|further|furthermore|therefore|additionally|if|once|at)\b[^,]{0,140},\s*)+/i,
    '',
  )
  subject = subject.replace(
    /^(?:by|before|within|from) (?:the end of )?(?:\d{1,2} )?(?:\p{Lu}\p{Ll}+ )?(?:\d{4}|\w+ (?:days|weeks|months)),? /iu,
    '',
  )
  subject = subject
    .replace(/,? (?:also|therefore|now|then|jointly|urgently|immediately|together)$/i, '')
    .replace(/,$/, '')
    .trim()
  // "The Office, in its annual report ..., should": what is put between subject and verb.
  const cut =
    /^([^,]{3,90}), (?:in|with|as|by|through|when|where|working|together|having|following|alongside|which|who|including|on)\b/.exec(
      subject,
    )?.[1]
  // "The Department, in partnership with the Trust, should": both are asked.
  if (cut && BODY.test(cut) && !ALONGSIDE.test(subject.slice(cut.length))) subject = cut
  if (beginsWithInstruction(subject)) return null
  // A subject has no verb of its own: what has one is a sentence that was told before.
  if (
    /\s(?:is|are|was|were|has|have|had|do|does|did|states?|reports?|reported|suggests?|suggested|says?|said|recognises?|believes?|proposes?)\s/i.test(
      subject,
    )
  )
    return null
  const words = subject.split(/\s+/).length
  if (!subject || words > 16 || !BODY.test(subject)) return null
  // "A new chief executive should": a post that is yet to be filled cannot be asked.
  if (/^an? (?:\w+ )*(?:chief executive|CEO|director|manager|lead|officer|post|role|team|group|panel|unit)\b/i.test(subject)) return null
  if (
    /^(?:there|it|this|that|these|those|which|who|what|all|any|consideration|steps|action|attention|information|training|guidance|the (?:role|work|quality|use|number|membership|power|powers|responsibility|operation|requirements|exemption|term|report|appointment|members? of the))\b/i.test(
      subject,
    ) &&
    !/^(?:all|any) (?:\w+ ){0,2}(?:councils|councillors|authorities|schools|agencies|partners|trusts|forces|boards|providers|services|staff|employers)\b/i.test(
      subject,
    )
  )
    return null
  if (/\b(?:of|in|by|for|to|from|that|which|between|who)\b/i.test(subject) && !headIsBody(subject)) return null
  return subject
}

/** A partner by name, put between subject and verb. */
const ALONGSIDE =
  /^, (?:in (?:partnership|conjunction|collaboration|consultation) with|working with|together with|along(?:side)?(?: with)?|jointly with|including) (?:the )?\p{Lu}/u

/** "That the Partnership seeks assurance ...": the body before a verb of instruction. */
function resolvedSubject(text: string): string | null {
  if (!/^That\b/.test(text)) return null
  const words = text.replace(/^That\s+/, '').split(' ')
  for (let n = 1; n <= Math.min(9, words.length - 1); n++) {
    const verb = (words[n] ?? '').toLowerCase()
    const name = words.slice(0, n).join(' ')
    if (!verb.endsWith('s') || !BODY.test(name) || !headIsBody(name) || !/\p{Lu}/u.test(name)) continue
    if (beginsWithInstruction(`${verb.slice(0, -1)} it`) || beginsWithInstruction(`${verb.slice(0, -2)} it`)) return name
  }
  return null
}

/** "The operation of any certified body" is about an operation; "The Department for Education" is a department. */
function headIsBody(subject: string): boolean {
  const head = subject.split(/\s(?:of|in|by|for|to|from|that|which|between|who|with|at|responsible|concerned)\s/i)[0] ?? subject
  return BODY.test(head) || /\b[\p{Lu}][\p{L}]+/u.test(head.replace(/^(?:The|A|An|All|Any|Each|Every)\s/, ''))
}

/** "The Commission recommended that KiwiRail review ...": whom it is recommended to. */
export function recommendedTo(text: string): string | null {
  const that =
    /\b(?:recommend(?:s|ed)? (?:to )?(?:that )?|(?:[Ww]e|I|panel|[Cc]ommittee|inquiry) (?:therefore |also )?(?:calls? (?:up)?on|urges?|asks?|invites?|requests?) )((?:the )?(?:[\p{Lu}][\p{L}’&-]*|of|for|and|the|New|to)(?: (?:[\p{Lu}][\p{L}’&-]*|of|for|and|the|governments?|council|police|authorit(?:y|ies)|trusts?|boards?))*)/u.exec(
      text,
    )
  // "recommend that Standing Order 134 be amended": what is to be changed is not asked.
  if (
    !that ||
    /^[^,;]{0,40}? (?:should |must )?be (?!asked|required|invited|urged|requested|directed)\w+(?:ed|en)\b/.test(
      text.slice(that.index + that[0].length),
    )
  )
    return null
  const name = that[1]?.replace(/(?: (?:of|for|and|the|to))+$/, '').trim()
  return name && /\p{Lu}/u.test(name) ? name : null
}

/** "Recommendations to the Ministry of Justice", "Recommendations for the Trust": whom a heading addresses. */
export function addressedIn(heading: string): string | null {
  const name =
    /\b[Rr](?:ecommendations?|ECOMMENDATIONS?) (?:(?:made|addressed|directed) )?(?:to|for|TO|FOR) ((?:the |The |THE )?[\p{Lu}].{2,80})$/u.exec(
      fold(heading).replace(/[:.]$/, ''),
    )?.[1]
  return name && BODY.test(name) && !/^an? /i.test(name) ? name : null
}

/** A heading that is the name of a body and no more ("Civil Aviation Authority"), as in reports that are ordered by body. */
export function isBodyName(heading: string): boolean {
  const words = fold(heading).split(' ')
  return (
    words.length >= 2 &&
    words.length <= 8 &&
    words.every((w) => /^[\p{Lu}(]/u.test(w) || /^(?:of|for|and|the|&)$/.test(w)) &&
    NAMED.test(heading) &&
    !/\b(?:findings|audit|review|inspection|letter|plan|response|minutes|meeting|strategy|inquiry|report|part|chapter|section|summary|leadership|services? (?:information|overview)|management)\b/i.test(
      heading,
    )
  )
}

export function namesBody(text: string): boolean {
  return BODY.test(text)
}

/** "To the Federal Railroad Administration:", "The Department for Education:": a line that addresses the list below it. */
export function addressedBy(line: string): string | null {
  const name = /^(?:(?:to|for) )?((?:the |all )?\p{Lu}.{2,90}?)\s*:$/iu.exec(fold(line))?.[1]
  return name && name.split(' ').length <= 12 && BODY.test(name) && !/\b(?:should|must|recommendations?|following|is|are)\b/i.test(name)
    ? name
    : null
}
