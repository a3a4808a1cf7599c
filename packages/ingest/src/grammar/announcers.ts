import { fold } from '../document/words.ts'
import { addressedIn } from './owner.ts'

/**
 * Headings that announce recommendations. `noun` says that noun phrases count as items below it ("The quality of plans"), because
 * the heading itself says that they must become better; without it most items have to ask for something in so many words.
 * `mixed` lists hold conclusions as well; below a `soft` heading some reports only tell what they found.
 */
export type Announcement = {
  kind: AnnouncementKind
  owner: string | null
  timescale: string | null
  noun: boolean
  mixed: boolean
  soft: boolean
}
export type AnnouncementKind = 'recommendations' | 'areas for improvement' | 'priority action' | 'required action' | 'matters of concern'

const BETTER = '(?:improve(?:ments?)?|develop(?:ments?)?|actions?|attention|strengthening|change)'
type Rule = { pattern: RegExp; kind: AnnouncementKind; noun?: boolean; mixed?: boolean; owner?: true; timescale?: true }

const RULES: Rule[] = [
  // "Areas for priority action", "Priority and immediate action": what has to be done first.
  {
    pattern:
      /^(?:for )?(?:urgent|immediate|priority)(?: and (?:urgent|immediate|priority))? actions?(?: (?:required|needed|areas?|points?))?$/,
    kind: 'priority action',
    noun: true,
    timescale: true,
  },
  {
    pattern: /^(?:the )?(?:key |main )?areas? (?:for|of|requiring|needing) (?:urgent |immediate )?priority actions?$/,
    kind: 'priority action',
    noun: true,
  },
  // "Areas for improvement", "Key areas for further development", "Areas requiring improvement".
  {
    pattern: new RegExp(
      `^(?:the |our |other |some |key |main |identified |agreed |suggested |additional |statutory |new |national )*(?:areas?|points?|aspects|issues|matters|priorit(?:y|ies)) (?:for|of|requiring|needing|in need of|that (?:need|require)s?)(?: (?:further|priority|immediate|urgent|continued|future|possible|practice|service|the|most|significant))* ${BETTER}(?: and ${BETTER})?(?: (?:in|for|by|at|identified)\\b.{0,60})?$`,
    ),
    kind: 'areas for improvement',
    noun: true,
  },
  {
    pattern:
      /^(?:key |main |important |major )*(?:strengths?|findings) and (?:key |main )*areas for (?:further )?(?:improvement|development)/,
    kind: 'areas for improvement',
    noun: true,
    mixed: true,
  },
  {
    pattern: /^(?:key |main |important )*weaknesses and areas for (?:further )?(?:improvement|development)/,
    kind: 'areas for improvement',
    noun: true,
  },
  // "What needs to improve?", "What does the local authority need to improve?", "What the school needs to do to improve further".
  {
    pattern: /^what (?:does|do|did) (.{2,60}?) need to (?:do (?:to|now|next|in order to) ?)?(?:improve|do better|change)?\b.{0,70}$/,
    kind: 'areas for improvement',
    noun: true,
    owner: true,
  },
  {
    pattern:
      /^what (.{2,60}?) (?:needs?|must|should|has|have) (?:to )?do (?:(?:now|next|in order) )?(?:to )?(?:improve|get better|become|secure|change)\b.{0,70}$/,
    kind: 'areas for improvement',
    noun: true,
    owner: true,
  },
  { pattern: /^what (?:should|must) (.{2,50}?) do next$/, kind: 'areas for improvement', noun: true, owner: true },
  {
    pattern:
      /^what (?:needs?|must|should|has|could) (?:to )?(?:be )?(?:improved?|done (?:to improve|better)|change|happen|get better)\b.{0,80}$/,
    kind: 'areas for improvement',
    noun: true,
  },
  {
    pattern:
      /^(?:(?:action|actions|steps|improvements?|things) )(?:that )?(.{2,50}?) (must|should|needs? to|is required to|has to) (?:take|make|do)(?: to improve)?$/,
    kind: 'required action',
    noun: true,
    owner: true,
  },
  {
    pattern:
      /^actions? (?:(?:we have told|required of) .{2,60}|required(?: by .{2,40})?|needed|to be taken|(?:is |are )?(?:required|needed) .{0,40})$/,
    kind: 'required action',
  },
  {
    pattern: /^(?:required|recommended|corrective|remedial) (?:actions?|improvements?)(?: (?:required|plan))?$/,
    kind: 'required action',
  },
  {
    pattern:
      /^(?:statutory |legal |compliance |regulatory )?(?:requirements?|requirement notices?|directions|requirements? and (?:recommendations?|areas for improvement))$/,
    kind: 'required action',
  },
  { pattern: /^agreed (?:actions?|remed(?:y|ies))$/, kind: 'required action' },
  { pattern: /^matters? for (?:congressional|legislative|parliamentary|ministerial) (?:consideration|action)$/, kind: 'recommendations' },
  // "What we recommended", "What GAO recommends", "We recommend", "Calls to action".
  { pattern: /^(?:what )?(?:we|the \p{L}+(?: \p{L}+)?|\p{L}{2,8}) recommend(?:s|ed)?(?: that)?$/u, kind: 'recommendations' },
  { pattern: /^(?:our |the )?calls? (?:to|for) action$/, kind: 'recommendations' },
  { pattern: /^(?:coroner.{0,3}s? |the )?(?:matters? of concerns?|concerns?)$/, kind: 'matters of concern', noun: true },
  { pattern: /^(?:the )?coroner.{0,3}s? concerns?$/, kind: 'matters of concern', noun: true },
  { pattern: /^(?:priority|key) concerns?$/, kind: 'matters of concern', noun: true },
  { pattern: /^(?:points?|issues|matters|items|areas) for (?:action|improvement|development)$/, kind: 'areas for improvement', noun: true },
  // "Conclusions and recommendations", "Findings and recommendations": both kinds stand in one list.
  {
    pattern:
      /^(?:.{0,40}\b)?(?:conclusions?|findings?|lessons(?: learn(?:ed|t))?|observations?|learning|key messages|issues|evidence|comments|opinion|judgments?)(?:,? (?:conclusions?|findings?|actions?))*,? (?:and|&|\/) (?:the |our |key |main |safety )*recommendations?\b.{0,50}$/,
    kind: 'recommendations',
    mixed: true,
  },
  {
    pattern:
      /^(?:key )?recommendations?,? (?:and|&) (?:conclusions?|findings?|observations?|comments|considerations|good practice|responses?|action plan|next steps|agreed actions?|actions?|implementation|suggestions|requirements|rationale)$/,
    kind: 'recommendations',
    mixed: true,
  },
  {
    pattern:
      /^(?:(?:full |complete |consolidated |detailed )?(?:summary|list|table|schedule|overview|index|collation|collected list) of (?:all |the |our |its |key |main )*(?:\w+ ){0,3}|(?:[\w’'&-]+ ){0,5})recommendations?(?: (?:\d{1,3}|[ivx]+|one|two|three|four|five))?(?: (?:for|to|from|of|on|in|by|made|arising|relating|regarding|concerning|about|issued|at|with|over|as|that|outstanding|summary|list|table|section)\b.{0,90})?$/,
    kind: 'recommendations',
  },
]

// Words that make such a heading tell of other things: what was asked before, what became of it, what an inquiry is for.
const TELLS_OF_OTHERS =
  /\b(?:previous|earlier|past|prior|last inspection|last report|progress|implement(?:ed|ation|ing)|follow(?:ing|ed)?[- ]up|tracking|monitoring of|status|update on|response to|responding to|responses? from|to make|making|how we|how the|why we|our approach|approach to|rationale|reasons?|justification|basis|do(?:es)? well|background|methodology|development of|developing|purpose|process for|evidence for|arising from previous|terms of reference|categor(?:y|ies)|priorit(?:y|ies|isation) (?:of|rating|definition|level)|rating|grading|definitions?|key to|types? of|accept(?:ed|ance)|rejected|report recommendations not|financial|decisions?|officer|(?:case|practice) (?:study|example)|figure|table \d|box \d|example|no recommendations?|consultation|in numbers|by numbers)\b/

const OF_BEFORE = /\b(?:previous(?:ly)?|earlier|past|prior|last (?:inspection|report|review|year))\b/

/**
 * Where such a word stands decides: before "recommendations" it says what became of them or why they are made ("Progress on
 * recommendations"); after "recommendations on", "to", "for" it belongs to what they are about ("... on financial management").
 */
function tellsOfOthers(bare: string): RegExpExecArray | null {
  const plain = bare.replace(/\baccountab\w+/g, '')
  const [, before, topic] =
    /^(.*\brecommendations?) (?:on|for|to|regarding|about|concerning|relating to|related to|in relation to|in respect of|with regard to|around|from the|by the|of the) (.*)$/.exec(
      plain,
    ) ?? []
  if (before === undefined || topic === undefined) return TELLS_OF_OTHERS.exec(plain)
  return TELLS_OF_OTHERS.exec(before) ?? OF_BEFORE.exec(topic)
}

const NUMBERING =
  /^(?:(?:section|part|chapter|appendix|annexe?|schedule|volume|table)\s+[\dA-Z]{1,3}\b\s*[.:–—-]?\s*|\(?\d{1,2}(?:\.\d{1,2}){0,2}[.):]?\s+|[A-Z][.)]\s+|[ivx]{1,4}[.)]\s+)/i

/** A heading's words without its number, its brackets and its colon, in small letters. */
export function bareHeading(text: string): string {
  return fold(text)
    .replace(NUMBERING, '')
    .replace(/\s*\([^)]*\)\s*$/, '')
    .replace(/[\s:.?–—-]+$/, '')
    .replace(/[‘’]/g, '’')
    .toLowerCase()
    .trim()
}

/** "Requirements" and "Concerns" announce only in the documents of those who make them: inspectors of care, coroners. */
const NEEDS: { bare: RegExp; document: RegExp }[] = [
  {
    bare: /^(?:statutory |legal |compliance |regulatory )?requirements?\b|^directions$/,
    document: /\bregistered (?:person|manager|provider)|\binspect(?:ion|ed|or)|\bcare (?:home|service|standards)\b/i,
  },
  { bare: /^agreed (?:actions?|remed(?:y|ies))$/, document: /\bombudsman|\binjustice\b|\binternal audit|\baudit report/i },
  { bare: /^(?:the )?concerns?$/, document: /\bcoroner|\binquest|\bfuture deaths/i },
]

export function fitsDocument(heading: string, document: string): boolean {
  const bare = bareHeading(heading)
  return NEEDS.every((need) => !need.bare.test(bare) || need.document.test(document))
}

export function announcementIn(heading: string): Announcement | null {
  const bare = bareHeading(heading)
  if (!bare || bare.length > 170) return null
  for (const rule of RULES) {
    const match = rule.pattern.exec(bare)
    if (!match) continue
    if (tellsOfOthers(bare)) return null
    const owner = rule.owner ? ownerAsPrinted(heading, match[1] ?? '') : addressedIn(heading)
    return {
      kind: rule.kind,
      owner,
      timescale: rule.timescale ? headingAsPrinted(heading) : null,
      noun: rule.noun ?? false,
      mixed: rule.mixed ?? false,
      soft: /^what |in need of/.test(bare),
    }
  }
  return null
}

/** Says why a heading that speaks of recommendations was not taken to announce any. */
export function whyNotAnnounced(heading: string): string | null {
  const bare = bareHeading(heading)
  if (!/recommend|areas? for|need to improve/.test(bare)) return null
  const word = tellsOfOthers(bare)
  return word ? `heading tells of recommendations without making any ("${word[0]}")` : null
}

function ownerAsPrinted(heading: string, lower: string): string | null {
  const at = heading.toLowerCase().indexOf(lower)
  const owner = at >= 0 ? heading.slice(at, at + lower.length) : lower
  return /^(?:it|they|we|you|this|there|inspectors?|else)$/i.test(owner) ? null : owner.trim()
}

export function headingAsPrinted(heading: string): string {
  return fold(heading).replace(/\s*:$/, '')
}
