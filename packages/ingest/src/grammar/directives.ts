/** Verbs with which an instruction begins: "Ensure that ...", "Review the ...". Read as the first word of an item, in the imperative. */
const VERBS = new Set(
  `abandon abolish accelerate accept achieve acknowledge act adapt add address adhere adjust adopt advise advocate agree align allocate allow amend analyse analyze apply appoint appraise approach arrange articulate ascertain ask assess assign assist assure attain attend audit avoid
  balance ban base become begin better boost bring broaden build bolster calculate capture carry cascade cease celebrate centralise challenge change check circulate clarify cleanse clear close collaborate collate collect combine commence commission commit communicate compare compile complete comply conclude conduct confirm connect consider consolidate consult continue contribute control convene convert co-ordinate coordinate co-produce coproduce correct counter cover create cultivate cut
  deal decide decrease dedicate deepen define delegate deliver demonstrate deploy describe design designate determine develop devise direct disclose discuss display disseminate distribute document drive draft draw
  educate elaborate eliminate embed employ empower enable encourage end endeavour enforce engage enhance enlarge enrich ensure enter equip eradicate escalate establish evaluate evidence examine expand expedite explain explore express extend
  facilitate familiarise finalise find fix focus follow formalise formulate foster frame free fulfil fully fund further gain gather generate give grow guarantee guard guide harmonise harness help highlight hire hold honour identify illustrate immediately implement improve incentivise include incorporate increase inform initiate insist inspect install instigate instil institute instruct integrate intensify introduce invest investigate invite involve issue join justify keep know launch lead learn legislate lessen let liaise limit link list listen lobby locate look
  maintain make manage mandate map market match maximise measure meet merge minimise mitigate model modernise modify monitor move negotiate nominate notify obtain offer open operate organise outline oversee participate pay perform persuade phase pilot place plan populate position post prepare present press prevent prioritise procure produce progress prohibit promote propose protect prove provide publicise publish pursue put
  quantify raise reaffirm realise re-allocate reappraise reassess reassure rebuild recognise reconcile reconsider reconstitute record recruit rectify redesign reduce re-establish re-examine reexamine refer refine reflect reform refresh refuse regularise regulate reinforce reinstate reissue relaunch relocate remind remove renew reopen reorganise repair repeal replace replicate report request require rescind research resolve resource respect respond restore restrict restructure retain rethink retrain return revamp review revise revisit reward roll run
  safeguard satisfy scope scrutinise secure seek select send separate set settle shape share sharpen shift should show simplify speed sponsor staff standardise start state stop streamline strengthen stress strictly structure study submit subject substantially substitute supervise supplement supply support surface survey sustain tackle tailor take target teach test tighten trace track train transfer transform transition treat trial turn
  answer archive attach catch chase co-operate cooperate contact cross-check customise digitise divert donate download emphasise enrol equalise exempt fence fill fit fund-raise inquire enquire interview isolate label lay locate lock log mend mobilise narrow notify observe omit outlaw overhaul oversee pair pause permit pick prescribe print proceed proofread push query quote re-open re-run re-train read recalculate reclassify recommit reconvene recover recycle redistribute redraft refocus reframe refrain regain reimburse reinvest reinvigorate relax release relieve remedy renegotiate rent rephrase reply repurpose reschedule reserve resubmit reunite revive revoke rewrite ring-fence ringfence scan schedule screen seal sell serve signpost simulate source specify spell spend store subsidise suspend switch synchronise systematise tag talk tell tender tie tidy transcribe translate treble trigger unify unite unlock upskill vary visualise warn weigh win wrap
  undertake underpin update upgrade uphold urge urgently use utilise validate verify vet visit wait welcome widen withdraw work write`.split(
    /\s+/,
  ),
)

const LEADING =
  /^(?:(?:also|further|fully|significantly|substantially|urgently|immediately|continue to|as a matter of (?:urgency|priority),?|formally|jointly|regularly|proactively|robustly|rapidly|swiftly|quickly|better|more (?:effectively|clearly|consistently)|then|where (?:possible|appropriate|necessary|practicable),?|in (?:partnership|conjunction|consultation|collaboration|liaison|discussion) with [^,]{3,60},|with [^,]{3,60},|to|and|by [^,]{3,40},|working with [^,]{3,60},|through [^,]{3,60},)\s+)+/i
// "The need to", "a clear need to": a noun asks for nothing.
const NEEDS = '(?<!\\b(?:the|an?|any|no|this|that|such|urgent|clear|further|continuing|increasing)\\s)needs? to'
const MODAL = new RegExp(
  `\\b(?:should|must|shall|ought to|${NEEDS}|needs? now to|need(?:s|ed)? (?:urgent|further|more|better)|(?:is|are) (?:now )?(?:required|asked|urged|encouraged|invited|advised|expected|recommended|instructed|directed) to|will need to|has to|have to|is to be|are to be|(?:it is|we|i) (?:strongly )?recommend)\\b`,
  'i',
)
const RECOMMENDS =
  /\brecommend(?:s|ed)?\b(?:,? [^.;:]{0,80}?)? (?:that|to)\b|\b(?:we|I) (?:therefore |also |further |strongly )?(?:recommend|urge|encourage|call on|call for|ask|invite|suggest|expect|advise|request)\b/i

/** "That a single is set up": what a committee resolves to ask for. */
const RESOLVED =
  /^that (?!is\b|was\b|would\b|has\b|had\b|said\b|this is\b|may\b|can\b)(?:the|an?|all|each|every|any|there|no|its?|their|this|these|\p{Lu})/iu

/** Asks for something in so many words: an instruction, or a sentence with should, must, needs to or recommend. */
export function isDirective(text: string): boolean {
  return beginsWithInstruction(text) || RESOLVED.test(text) || MODAL.test(text) || RECOMMENDS.test(text)
}

/** Asks at once, in its first sentence: told from a narrative in which something "should" have been. */
export function asksAtOnce(text: string): boolean {
  return isDirective(text.split(/(?<=[a-z)’”][.!?])\s+(?=\p{Lu})/u)[0] ?? text)
}

export function beginsWithInstruction(text: string): boolean {
  const bare = text.replace(/^["“‘'(]+/, '').replace(LEADING, '')
  const first = /^([\p{L}-]+)/u.exec(bare)?.[1]?.toLowerCase() ?? ''
  if (!VERBS.has(first)) return false
  // "Staff work well", "Plan quality is poor", "Work is under way": the same word as a noun with its own verb.
  return !/^[\p{L}-]+ (?:[\p{Ll}]+ )?(?:is|are|was|were|has|have|had|does|do|can|will|remains?|of\b[^,.;]{0,60}\b(?:is|are|was|were|has|have|remains?)\b)/u.test(
    bare,
  )
}

/** "Improving how ...", "review the ...": the beginnings that items below "The recommendations include:" have. */
export function beginsLikeItem(text: string): boolean {
  const first = /^(\p{L}+)/u.exec(text)?.[1] ?? ''
  const stem = /^(\p{L}{3,})ing$/u.exec(first.toLowerCase())?.[1] ?? ''
  return (
    beginsWithInstruction(text) ||
    VERBS.has(stem) ||
    VERBS.has(`${stem}e`) ||
    VERBS.has(stem.replace(/(.)\1$/, '$1')) ||
    /^\p{Ll}/u.test(first)
  )
}

/** The wording names a recommending body and what it recommends: "The Commission recommended that KiwiRail ...". */
export function isFormalRecommendation(text: string): boolean {
  return /^(?:[Oo]n \d{1,2} \p{L}+ \d{4},? )?(?:(?:[Aa]ccordingly|[Tt]herefore|[Cc]onsequently|[Ii]t is),? )?(?:[Tt]he )?(?:(?:[\p{Lu}][\p{L}’&-]*|of|and|the) ){0,7}(?:has |have )?(?:therefore |also |further )?recommend(?:s|ed)(?: (?:that|to)\b)/u.test(
    text,
  )
}

/** A finding told in a full sentence ("Plans are late", "There is no oversight"), not a noun phrase and not a request. */
export function isNarrative(text: string): boolean {
  if (isDirective(text)) return false
  const main = text.replace(/,? (?:so that|so|that|which|who|where|when|whose|as|because|if)\b[^.,;]*/gi, ' ')
  return (
    /\b(?:is|are|was|were|has|have|had|do|does|did|continues?|remains?|lacks?|needs?|varies|cannot)\b/i.test(main) ||
    text.split(/[.] /).length > 2
  )
}

export function readsLikeSentenceStart(text: string): boolean {
  return /^[\p{Lu}“‘"(\d]/u.test(text)
}
