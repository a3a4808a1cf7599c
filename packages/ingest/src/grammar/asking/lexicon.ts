/**
 * The words with which a document asks for something, once: every rule that needs to know whether, how or by whom something is asked
 * builds its patterns from these. British and American spelling, every tense and person of each verb.
 */

/** Verbs of the author: "recommend", "urge", "call upon", in any tense. Those that need an object before "to" come with it. */
export const RECOMMEND = '(?:recommend(?:s|ed|ing)?)'
export const ASK =
  '(?:recommend(?:s|ed|ing)?|urg(?:e|es|ed|ing)|call(?:s|ed|ing)? (?:up)?on|ask(?:s|ed|ing)?|invit(?:e|es|ed|ing)|request(?:s|ed|ing)?|advis(?:e|es|ed|ing)|encourag(?:e|es|ed|ing)|propos(?:e|es|ed|ing)|suggest(?:s|ed|ing)?|direct(?:s|ed|ing)?|exhort(?:s|ed|ing)?|require(?:s|d)?|expect(?:s|ed)?)'
/** Participles of the same verbs, for "is required to", "are urged to". */
export const ASKED =
  '(?:required|asked|urged|encouraged|invited|advised|expected|recommended|instructed|directed|requested|called (?:up)?on)'
/** Who speaks: the author in the first person, or a body by its name. */
export const FIRST_PERSON = '(?:we|i|it is|our recommendation is)'
export const ADVERBS =
  '(?:(?:also|therefore|further|strongly|accordingly|now|hereby|thus|again|do|formally|respectfully|are|am|is|has|have)[, ]+)*'

/** "The need to", "a clear need to": a noun asks for nothing. */
const NEEDS = '(?<!\\b(?:the|an?|any|no|this|that|such|urgent|clear|further|continuing|increasing|pressing)\\s)needs? to'
/** "should have been told": what would have been right, not what is asked. */
const NOT_PAST =
  '(?! (?:not |also |always |never )?have (?:been|had|done|known|given|taken|made|told|seen|led|kept|sent|put|held|brought|built|written|found|paid|met|run|drawn|called|\\w+ed (?:the|an?|that|to|by|its|their|her|his|him|them|this|it|on|in|for)\\b))'
/** Modals of obligation: what must be done still. */
export const OBLIGES = `(?:(?:should|must|shall|ought to)${NOT_PAST}|${NEEDS}|needs? now to|need(?:s|ed)? (?:urgent|further|more|better)|(?:is|are) (?:now )?${ASKED} to|will need to|has to|have to|is to be|are to be)`

/** Participles of the passive, regular and irregular, as in "be reviewed", "to be drawn up". */
export const PARTICIPLE =
  '(?:\\p{L}+ed|done|made|set|put|given|taken|undertaken|drawn|held|kept|brought|built|written|rewritten|begun|sent|told|shown|met|sought|taught|found|led|run|cut|let|read|paid|laid|chosen|bought|sold|won|spent|split|borne|seen|known|spread|withdrawn|overseen|reset)'

/** Past tenses that do not show by "-ed": "The company paid" tells, "the company pay" asks. */
export const IRREGULAR_PAST =
  /^(?:paid|sent|led|gave|took|made|held|kept|sold|bought|built|found|told|met|said|got|won|lost|brought|began|chose|fell|grew|knew|left|ran|saw|spent|stood|taught|thought|understood|wrote|went|came|did|had|was|were|became|withdrew|sought|dealt|drew|bore|felt|heard|laid|meant|rose|spoke|undertook|underwent|pled)$/i
