import { bareHeading } from './heading-words.ts'

/** Headings under which other matters begin: what is good, what was found, how the work was done, what is asked next of somebody else. */
const CLOSERS =
  /^(?:(?:the |our |key |main |notable |major |identified |other |areas? of |particular )*(?:.{0,40}['’]s? )?strengths?\b|what (?:is|are) (?:working|going|like)|what (?:works?|went) well|what happens next|what the .{2,40} has done|actions? taken (?:on|since|by)|what the inspection judgements mean|progress (?:since|made|against)|summary(?: for| of)?\b|(?:summary of )?(?:key |main |our )?findings\b|background|context|introduction|conclusion|conclusions$|about (?:this|the|us|ofsted)|information about|(?:the )?inspection (?:team|judge?ments?|findings)|inspection judge?ments?|record of|methodology|how we|scope|acknowledge?ments|appendix|appendices|annexe?\b|glossary|references|bibliography|notes$|notes (?:to|for) editors|next steps|further information|contact|yours|(?:case|practice) (?:stud|example)|good practice|examples? of|the experiences and progress|the impact of|the effectiveness of|overall effectiveness|outcomes? for|quality of|leadership and management:|local area partnership details|main report|action (?:plan )?(?:taken|to date)|safety action(?:s)? taken|action should be taken|your response|copies|service information|provider (?:information|details)|details of|full report|detailed findings|terms of reference|legal (?:context|framework)|management response|government response|response from|our (?:response|opinion)|monitoring|visits?$|forward plan|useful acronyms|abbreviations|(?:financial|legal|resource|risk|equality) implications|options|consultation|reasons? for|list of|index|signed|(?:agency|auditee|entity|department(?:al)?|ministry) (?:comments?|responses?|views)\b|endnotes|footnotes|quality of practice|update$|(?:key )?lessons\b|learning points?\b|what does .{2,60} do well\b|reasons? for\b|safety concerns?$|(?:\w+ ){0,3}definitions?\b|basis of|key to|(?:our )?(?:grading|rating|priority|assurance|opinion)s? (?:levels?|ratings?|scale|system|categories|definitions?))/

/** "Early help strengths", "The authority has the following strengths", "Strengths and weaknesses of the Board": strengths anywhere, unless areas for improvement are promised. */
const STRENGTHS = /\bstrengths\b(?!.*\b(?:improve|develop))/

export function closesList(heading: string): boolean {
  const bare = bareHeading(heading)
  return CLOSERS.test(bare) || STRENGTHS.test(bare)
}

/** Headings that are such a word and no more: where headings have no rank, nothing asked below them belongs to the list above. */
const NOTHING_MORE =
  /^(?:(?:the|our|key|main|notable|other|overall|safety|general) )*(?:strengths(?: and weaknesses)?|findings|background|context|introduction|conclusions?|methodology|scope|acknowledge?ments|appendix|appendices|annexe?s?|glossary|references|bibliography|notes|next steps|further information|good practice|lessons(?: learn(?:ed|t)| identified)?|learning(?: points?)?|(?:safety )?actions? taken|terms of reference|management response|summary|index|abbreviations|discussion|analysis|evidence)$/

export const closesForCertain = (heading: string) => NOTHING_MORE.test(bareHeading(heading))
