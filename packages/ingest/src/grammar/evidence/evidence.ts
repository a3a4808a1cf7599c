/**
 * What speaks for and against a wording's being a recommendation, each with the words shown as the reason. `prior` is
 * what we would give it without any document, in natural logarithms of odds: the fit begins there, keeps the sign, and moves as far as the
 * labelled documents speak for it. Evidence of which they hold little stays near it.
 */
export const EVIDENCE = {
  announced: { prior: 2, says: 'stands below a heading that announces recommendations' },
  announcedAsWork: { prior: 1.5, says: 'stands below a heading that makes what it names the thing to be improved' },
  opened: { prior: 1.5, says: 'a sentence that asks opens its list' },
  labelled: { prior: 4, says: 'a label such as "Recommendation 4" stands before it' },
  column: { prior: 3, says: 'stands in a table’s column of recommendations' },
  referenced: { prior: 3, says: 'carries a reference of a series' },
  numbered: { prior: 0.3, says: 'is numbered' },
  instruction: { prior: 0.5, says: 'begins with an instruction' },
  obligation: { prior: 0.5, says: 'says what somebody should or must do' },
  recommends: { prior: 1.5, says: 'recommends in so many words' },
  resolved: { prior: 0.5, says: 'says what is to be done' },
  concern: { prior: 2, says: 'is a coroner’s matter of concern' },
  addressee: { prior: 0.6, says: 'names who is asked' },
  somebodyShould: { prior: 0.6, says: 'says itself who should do it' },
  deadline: { prior: 0.4, says: 'says by when' },
  siblingsAsk: { prior: 0.3, says: 'a third or more of its list asks' },
  siblingsMostlyAsk: { prior: 1, says: 'most of its list asks' },
  reports: { prior: 0.4, says: 'the document reports an audit, inspection or inquiry' },
  tellsThePast: { prior: 0.6, says: 'the document tells what happened' },
  asksNothing: { prior: -1.5, says: 'asks for nothing' },
  asksLater: { prior: -0.5, says: 'its first sentence asks for nothing' },
  narrative: { prior: -0.5, says: 'tells what was found' },
  question: { prior: -3, says: 'is a question' },
  reported: { prior: -2, says: 'tells what somebody said or thought' },
  aroundAList: { prior: -2, says: 'is text around a list' },
  unlikeTheList: { prior: -2, says: 'asks in another form than the list beside it' },
  conclusion: { prior: -5, says: 'is a conclusion in a list of conclusions and recommendations' },
  textParagraph: { prior: -4, says: 'is a numbered paragraph of the report' },
  afterTheList: { prior: -3, says: 'stands in the numbered text that goes on after the list' },
  plan: { prior: -3, says: 'its author says what it will do itself' },
  openedOtherwise: { prior: -1, says: 'the sentence that opens its list asks for nothing' },
  conditions: { prior: -3, says: 'stands among conditions, options or criteria' },
  followUp: { prior: -3, says: 'stands below a heading about recommendations made before' },
  listAsksNothing: { prior: -4, says: 'its list asks for nothing' },
  shall: { prior: -1, says: 'says "shall", as laws and contracts do' },
  alone: { prior: -2.5, says: 'no heading and no sentence announces it' },
  bareInstruction: { prior: -2.5, says: 'is an instruction to nobody in particular, which nothing announces' },
  runningText: { prior: -0.3, says: 'is a sentence of the running text' },
  listedElsewhere: { prior: -4, says: 'the document lists its recommendations elsewhere' },
  rules: { prior: -3, says: 'the document gives rules or advice to everybody' },
  findingsSection: { prior: -0.7, says: 'stands in a section of findings or background' },
  short: { prior: -2, says: 'is too short to say what is to be done' },
  ofItself: { prior: -2, says: 'speaks of what its author needs or must do' },
  everybody: { prior: -1, says: 'speaks of everybody and of no body that could act' },
} as const satisfies Record<string, { prior: number; says: string }>

export type Evidence = keyof typeof EVIDENCE
export const EVIDENCE_NAMES = Object.keys(EVIDENCE) as Evidence[]
