import { fold } from '../document/words.ts'

export const AUTHOR = 'says what its author does or will do'
export const NONE = 'says that there is none'
export const DECISION = 'a decision sought from a meeting, not a recommendation to a body'
type Rule = { pattern: RegExp; reason: string }

/** Wordings that look like recommendations but are not, each with the sentence shown as the reason. */
const RULES: Rule[] = [
  {
    pattern:
      /^(?:it is (?:therefore )?recommended )?that (?:the )?(?:cabinet|council|committee|board|executive|members?|panel|leader|mayor|full council)\b[^.]{0,40}:?$/i,
    reason: DECISION,
  },
  {
    pattern:
      /^(?:that|to):?\s*(?:(?:the )?(?:cabinet|council|committee|board|executive|members?|panel|sub-committee|portfolio holder|leader|mayor|cabinet member|full council|governing body|authority)(?: \([^)]*\))?,?(?: (?:is|are) (?:asked|invited|requested|recommended) to)?:?\s+)?(?:notes?|approves?|endorses?|agrees?|receives?|delegates?|authorises?|authorizes?|adopts?|considers? the (?:report|contents)|comments? on|resolves?|ratif(?:y|ies)|confirms?|supports? the (?:proposal|recommendation))\b/i,
    reason: DECISION,
  },
  {
    pattern:
      /^(?:the )?(?:cabinet|council|committee|board|executive|members?|panel|full council)(?: (?:is|are) (?:asked|invited|requested|recommended) to)?:?\s+(?:notes?|approves?|endorses?|agrees?|receives?|delegates?|authorises?|adopts?)\b/i,
    reason: DECISION,
  },
  {
    pattern:
      /^(?:to )?(?:notes?|endorses?|receives?|ratif(?:y|ies)|delegates?|authorises?|approves?)\b(?:.{0,80}\b(?:report|outcomes?|results?|contents?|minutes|decisions?|cabinet|committee|authority|approval|budget|update|position|proposals?|recommendations?|progress|strategy|contract|award|schedule|appendix|director|solicitor)\b)/i,
    reason: DECISION,
  },
  {
    pattern:
      /^that [^.]{3,140}\bbe (?:noted|approved|agreed|endorsed|ratified|authorised|awarded|received)\b|^(?:the )?[^.,]{3,60}\bbe (?:noted|approved|endorsed|ratified|received)\.?$/i,
    reason: DECISION,
  },
  {
    pattern:
      /^(?:that )?(?:the )?(?:report|minutes|update|briefing|presentation|contents?|position)\b.{0,40}\b(?:be|was|were|is) (?:noted|received|approved|agreed)/i,
    reason: 'a resolution of a meeting',
  },
  {
    pattern:
      /^(?:that )?(?:delegated )?authority (?:be|is|to be) (?:delegated|given|granted)|^(?:that )?(?:the |delegates? ).{0,60}\bbe (?:authorised|delegated|given delegated)/i,
    reason: 'a delegation of powers',
  },
  {
    pattern:
      /^(?:(?:we|i) (?:will|have|are(?! (?:also |therefore |now )?(?:recommending|asking|calling|urging))|intend|plan|accept|agree|welcome|commit|recognise|remain|acknowledge|continue)|(?:our \w+|the (?:council|trust|department|government|company|authority|partnership|service|ministry)) (?:will|accepts?|agrees?|intends?|plans?|commits?|welcomes?|acknowledges?))\b/i,
    reason: AUTHOR,
  },
  {
    pattern:
      /^(?:resolved|motion|moved|seconded|agreed|noted|recommended)(?: to [\p{L} ]{3,40})?\s*[:–-]|^(?:resolved|moved|seconded|agreed|noted)\b|^(?:members|councillors|the (?:committee|panel|board|cabinet|chair(?:man)?)|it was) (?:then |also |unanimously )?(?:agreed|noted|resolved|asked|heard|considered|discussed|requested)\b/iu,
    reason: 'a motion or resolution',
  },
  {
    pattern:
      /^(?:[a-z(]+[.)] )?(?:agrees|approves|notes|endorses|authori[sz]es|delegates|receives|ratifies|adopts|confirms|resolves) (?:that|the|to|an?|its|any|all)\b/i,
    reason: DECISION,
  },
  {
    pattern:
      /^(?:the )?(?:recipients?|addressees?|bodies|organi[sz]ations?|those) (?:\w+ ){0,6}?(?:must|should|have to|are (?:asked|required) to) (?:\w+ ){0,3}?(?:reply|respond|answer|make (?:its|their) \w+ known)\b/i,
    reason: 'says how recommendations are to be answered',
  },
  {
    pattern:
      /\b(?:must|should|shall|(?:is|are) (?:asked|required|requested) to) (?:inform|notify|advise|tell|reply to|write to|respond to)\b.{0,80}\bwhether (?:it|they)\b/i,
    reason: 'says how recommendations are to be answered',
  },
  {
    pattern:
      /\b(?:invited|asked|requested) to (?:provide|submit|send|give) (?:details|information) (?:of|on|about) (?:the )?(?:actions?|measures|steps) (?:taken|planned)\b|\bmust comply within the (?:given|stated) timescales?\b/i,
    reason: 'says how recommendations are to be answered',
  },
  { pattern: /\b(?:we|the council|the trust|the government|our \w+) will:$/i, reason: AUTHOR },
  {
    pattern:
      /^(?:(?:very )?(?:high|medium|low|critical|fundamental|significant|merits attention|essential|important|desirable|advisory|housekeeping|major|moderate|minor|priority (?:one|two|three|[1-4a-d])|grade [1-5a-d]|level [1-4]|red|amber|green|category [1-4a-d]))(?:\s*\([^)]*\))?(?: (?:priority|risk|importance))?(?:\s*[:–—=]|\s+-\s|\s+(?:issues?|matters?|recommendations?)\b)/i,
    reason: 'defines a priority or a rating',
  },
  {
    pattern:
      /^(?:all |any |the |these )?(?:conclusions? (?:and|or|and\/or) )?recommendations? (?:contained|in (?:this|the present)|listed|made in)\b.{0,60}\b(?:reflects?|represents?|is|are|should (?:not )?be (?:construed|read|seen))\b/i,
    reason: 'reports on recommendations and makes none',
  },
  {
    pattern:
      /^(?:recommendations?|issues?|matters|actions?|findings|weaknesses) (?:which|that|where|considered|graded|rated|categorised|classified|relating|are)\b/i,
    reason: 'reports on recommendations and makes none',
  },
  {
    pattern:
      /^(?:this|the) (?:report|recommendation|section|chapter|review|inquiry|letter|table|following|inspection)s?\b.{0,60}\b(?:sets? out|contains?|includes?|makes?|made|describes?|lists?|summarises?|explains?|relates? to|is (?:addressed|made|about))\b/i,
    reason: 'reports on recommendations and makes none',
  },
  {
    pattern:
      /\b(?:expects?|encourages?|prefers) (?:that )?(?:all |any |the |relevant |responsible )*(?:safety issues|organi[sz]ations?)\b|\b(?:board|bureau|branch|commission|committee|inspectorate|agency|we) may (?:issue|make|give|publish)\b[^.]{0,60}\b(?:recommendations?|notices?)\b|\b(?:draft report|invited to (?:provide|make) submissions)\b/i,
    reason: 'explains how its author makes recommendations',
  },
  {
    pattern:
      /^.{0,80}\b(?:did not (?:find|identify|make)|(?:has|have) (?:not (?:made|identified)|no|made no)|makes? no|there (?:are|were) no|no)\b (?:any )?(?:new |further |specific |formal )*(?:areas? (?:for|of)|recommendations?|requirements?|safety recommendations?|priority actions?)\b/i,
    reason: NONE,
  },
  {
    pattern:
      /\b(?:wish(?:es)?|would like|want) to (?:thank|express (?:its|their|our|my) (?:thanks|gratitude)|record (?:its|their|our|my) thanks)\b/i,
    reason: 'thanks somebody',
  },
  {
    pattern: /^(?:we|i) (?:provided|sent|shared|gave) (?:a |copies of |the )?(?:draft|copy|copies)\b/i,
    reason: 'tells how the report was sent out',
  },
  { pattern: /\b(?:will )?remains? on the [^.]{0,40}\buntil\b/i, reason: 'a condition under which a matter is taken off a list' },
  {
    pattern:
      /\b(?:should|must|will|to) (?:provide|send|give) (?:us|me|the ombudsman) with (?:evidence|proof|confirmation)\b|^we have asked\b[^.]{0,60}\bevidence\b/i,
    reason: 'says how it is to be shown that what was agreed is done',
  },
  {
    pattern: /^(?:[^.,]{0,30},? )?you (?:had |have )?(?:recommended|suggested|urged)\b/i,
    reason: 'tells what somebody else recommended',
  },
  {
    pattern:
      /^(?:the )?[\p{L} ’'-]{3,60} (?:has|have) (?:now |since |already )?(?:confirmed|accepted|advised|agreed)\b[^.]{0,60}\brecommendations?\b/iu,
    reason: 'tells what was answered',
  },
  { pattern: /\bshall in no case create\b|\bpresumption of (?:blame|liability)\b/i, reason: 'a legal notice' },
  {
    pattern:
      /\b(?:key |priority )?concerns?\b[^.]{0,60}\bshould be treated as\b|\bwe (?:identified|made|issued) \d+ (?:key |priority )?(?:concerns|recommendations|requirements)\b/i,
    reason: 'reports on recommendations and makes none',
  },
  {
    pattern:
      /\bcopyright (?:holders?|information)\b|\bopen government licence\b|^(?:to (?:find out more|read the full|download|view (?:this|the)|learn more)|for (?:more|further) (?:information|details)|if you (?:would like|are not happy|have any|want)|you (?:can|may) (?:re-?use|download|find|contact|copy|read|see|view))\b|^(?:the |our )?(?:\w+ ){1,4}(?:can|may|cannot) recommend\b/i,
    reason: 'a notice to the reader',
  },
  {
    pattern: /^actions? (?:that )?(?:the|an?) [\p{L} ]{3,40} (?:must|should) take (?:is|are)\b/iu,
    reason: 'explains what kinds of action there are',
  },
  {
    pattern:
      /^(?:what|which|who|whom|whose|how|when|where|why|whether|is|are|was|were|do|does|did|has|have|can|could|will|would|should) [^.]*\?$/i,
    reason: 'a question',
  },
  { pattern: /^(?:see|refer to|paragraphs?|page|source|figure|table|note)\b[:\s].{0,40}$/i, reason: 'a pointer to another place' },
]

export function whyExcluded(text: string): string | null {
  const bare = fold(text).replace(/^["“‘']/, '')
  return RULES.find((rule) => rule.pattern.test(bare))?.reason ?? null
}

/** A coroner tells concerns in the first person, and of what there was none. */
export const whyNoConcern = (text: string) => {
  const why = whyExcluded(text)
  return why === AUTHOR || why === NONE ? null : why
}
