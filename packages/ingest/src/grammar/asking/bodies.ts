/**
 * Bodies, offices and people that can be asked for something; a subject without any of them, and without a name of its own, is a thing
 * ("The code", "Funding", "Training").
 */
const BODY =
  /\b(?:council(?:lor)?s?|authorit(?:y|ies)|board|cabinet|committee|governments?|governors?|governing bod(?:y|ies)|trust(?:ees|s)?|department|ministry|minister|ministers|secretary|secretary of state|office|agency|agencies|commission(?:er|ers)?|inspectorate|police|constabular(?:y|ies)|chief constables?|force|forces|nhs|icb|ccg|clinical commissioning groups?|partners?|partnerships?|leaders?|managers?|directors?|officers?|chair(?:man|person)?|chief executive|executive|school|schools|college|colleges|headteacher|principal|provider|providers|service|services|registered (?:person|manager|provider)|lscb|safeguarding (?:children|adults)|university|hospital|hospitals|practice|practices|gps?|bodies|body|organi[sz]ations?|compan(?:y|ies)|operators?|manufacturer|owner|owners|airline|railways?|rail|network|authority’s|regulator|regulators|ombudsman|society|association|federation|union|union|parliament|assembly|executive|treasury|home office|ofsted|ofcom|cqc|hm\w*|hmic(?:frs)?|cps|cafcass|dfe|dhsc|social workers?|teams?|professionals?|practitioners?|staff|employers?|industry|sector|parties|party|leadership|members|employer|airport|captain|director-general|administrator|administration|states?|institute|institution|inc|ltd|limited|plc|corporation|coroner|judiciary|court|courts|lords?|group|panel|taskforce|unit|centre|center|directorate|division|bureau|fund|supplier|suppliers|contractor|civil service|spokesmen|kiwirail|transdev|area|heads? of|team|lead|leads|sponsor|landlords?|clinic|clinics|jail|jails|prison|prisons|prosecutors?|legislat(?:ure|ors?)|congress|senate|comptroller|treasurer|county|counties|municipalit(?:y|ies)|city|state party|states? parties|general assembly|republic|embassy|navy|army|coast ?guard|bursar|clerk|keeper|tribunal|insurers?|counsel|auditors?|accounting officers?|trust board|boards of trustees|senior management|management|inspectors?|licensees?|grantees?|auditees?|universit(?:y|ies)|institutions?|academ(?:y|ies)|ministers|clinicians|commissioners|nurses|doctors|wardens?|secretariat|registrar|academy|judges|magistrates|coroners?|charit(?:y|ies)|foundation|bank)\b/i

export function namesBody(text: string): boolean {
  return BODY.test(text)
}

/** "Officers", "the Director of Place": the noun that a phrase ends in, or that "of" hangs on, is a body. */
export function headNamesBody(phrase: string): boolean {
  const head = (phrase.split(/ (?:of|for|in|at|responsible|and) /)[0] ?? '').split(' ')
  return namesBody(head.slice(-2).join(' '))
}
