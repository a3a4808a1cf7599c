/** What a heading announces: things to be done, in so many words or as matters that must become better. */
export type AnnouncementKind = 'recommendations' | 'areas for improvement' | 'priority action' | 'required action' | 'matters of concern'

const BETTER = '(?:improve(?:ments?)?|develop(?:ments?)?|actions?|attention|strengthening|change)'
/** A form of heading, matched against its bare words in small letters. `owner`: its first group names who is asked; `timescale`: the heading is one. */
type Rule = { pattern: RegExp; kind: AnnouncementKind; noun?: boolean; mixed?: boolean; owner?: true; timescale?: true }

/** Every heading that announces, in the order in which the forms are tried. */
export const ANNOUNCEMENT_RULES: Rule[] = [
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
      `^(?:the |our |other |some |key |main |identified |agreed |suggested |additional |statutory |new |national )*(?:areas?|points?|aspects|issues|matters|priorit(?:y|ies)) (?:for|of|requiring|needing|in need of|that (?:need|require)s?)(?: (?:further|priority|immediate|urgent|continued|future|possible|practice|service|the|most|significant))* ${BETTER}(?: and ${BETTER})?(?: (?:in|for|by|at|identified)\\b.{0,60}|: .{2,60})?$`,
    ),
    kind: 'areas for improvement',
    noun: true,
  },
  {
    pattern: /^(?:our |key |main |other )*(?:proposals|opportunities|suggestions|suggested|scope) (?:for |of )?(?:further )?improvements?$/,
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
  {
    pattern:
      /^(?:immediate|local|essential|national)(?: and (?:immediate|essential|local|national))? actions?(?: for learning)?(?:: .{0,60})?$|^(?:actions? for learning|learning actions?)(?:[: ].{0,60})?$/,
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
      /^(?:.{0,40}\b)?(?:conclusions?|findings?|lessons(?: learn(?:ed|t))?|observations?|learning|key messages|issues|evidence|comments|opinion|judgments?|concerns?)(?:,? (?:conclusions?|findings?|actions?))*(?:,? (?:and|&|and\/or|or) | ?\/ ?)(?:the |our |key |main |safety )*recommendations?\b.{0,50}$/,
    kind: 'recommendations',
    mixed: true,
  },
  {
    pattern:
      /^(?:key )?recommendations?,? (?:and|&) (?:conclusions?|findings?|observations?|comments|considerations|good practice|responses?|action plan|next steps|agreed actions?|actions?|implementation|suggestions|requirements|rationale|timelines?|timescales?|priorities)$/,
    kind: 'recommendations',
    mixed: true,
  },
  {
    pattern:
      /^(?:(?:full |complete |consolidated |detailed )?(?:summary|list|table|schedule|overview|index|collation|collected list) of (?:all |the |our |its |key |main )*(?:\w+ ){0,3}|(?:[\w’'&-]+ ){0,5})recommendations?(?: (?:\d{1,3}(?: ?[–-] ?\d{1,3}| (?:and|to) \d{1,3})?|[ivx]+|one|two|three|four|five))?(?: (?:for|to|from|of|on|in|by|made|arising|relating|regarding|concerning|about|issued|at|with|over|as|that|outstanding|summary|list|table|section)\b.{0,90})?$/,
    kind: 'recommendations',
  },
]
