/** Nouns of bodies, offices and people that can be asked for something; each also in its plural. */
const NOUNS = `
academy accountant administration administrator agency airline airport ambassador area army assembly association attorney auditee auditor authority
bank board branch bureau bursar cabinet cafcass captain carrier centre center chair chairman chairperson charity city clerk clinic clinician college
command commander commission commissioner committee company comptroller congress constabulary contractor coordinator coroner corporation council
councillor counsel county court cqc department developer dhsc dfe directorate director director-general division doctor embassy employer executive
faculty federation force foundation fund gp government governor grantee group headquarters headteacher hmic hmicfrs hospital icb ccg inc industry
inspector inspectorate institute institution insurer jail judge judiciary jury keeper kiwirail landlord landowner lead leader leadership legislator
legislature lender licensee lord lscb ltd limited magistrate management manager manufacturer mayor member midwife minister ministry municipality navy
network nhs nurse ofcom office officer official ofsted ombudsman operator organisation organization owner panel paramedic parliament partner
partnership party personnel pharmacist pharmacy plc police practice practitioner president principal prison professional prosecutor provider
province rail railway rector region registrar regulator republic school secretariat secretary sector senate service sheriff shelter society
spokesman sponsor squadron staff state superintendent supervisor supplier surgery surveyor taskforce team trade treasurer treasury tribunal trust
trustee undersecretary union unit university utility vendor ward warden
`
  .trim()
  .split(/\s+/)

const PHRASES =
  'accounting officers?|authority’s|boards of trustees|chief constables?|chief executive|civil service|clinical commissioning groups?|coast ?guard|general assembly|governing bod(?:y|ies)|bod(?:y|ies)|heads? of|hm\\w*|home office|midwives|cps|registered (?:person|manager|provider)|safeguarding (?:children|adults)|secretary of state|senior management|social workers?|spokesmen|states? part(?:y|ies)|transdev|trust board'

const plural = (noun: string) => (noun.endsWith('y') ? `${noun.slice(0, -1)}(?:y|ies)` : `${noun}(?:e?s)?`)

/** A subject without any of them, and without a name of its own, is a thing ("The code", "Funding", "Training"). */
const BODY = new RegExp(`\\b(?:${PHRASES}|${NOUNS.map(plural).join('|')})\\b`, 'i')

export function namesBody(text: string): boolean {
  return BODY.test(text)
}

/** "Officers", "the Director of Place": the noun that a phrase ends in, or that "of" hangs on, is a body. */
export function headNamesBody(phrase: string): boolean {
  const head = (phrase.split(/ (?:of|for|in|at|responsible|and) /)[0] ?? '').split(' ')
  return namesBody(head.slice(-2).join(' '))
}
