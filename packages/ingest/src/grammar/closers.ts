import { bareHeading } from './announcers.ts'

/** Headings under which other matters begin: what is good, what was found, how the work was done, what is asked next of somebody else. */
const CLOSERS =
  /^(?:(?:the |our |key |main |notable )*(?:.{0,40}['’]s? )?strengths?\b|what (?:is|are) (?:working|going|like)|what (?:works?|went) well|what happens next|what the inspection judgements mean|progress (?:since|made|against)|summary(?: for| of)?\b|(?:summary of )?(?:key |main |our )?findings\b|background|context|introduction|conclusion|conclusions$|about (?:this|the|us|ofsted)|information about|(?:the )?inspection (?:team|judge?ments?|findings)|inspection judge?ments?|record of|methodology|how we|scope|acknowledge?ments|appendix|appendices|annexe?\b|glossary|references|bibliography|notes$|next steps|further information|contact|yours|case stud|good practice|examples? of|the experiences and progress|the impact of|the effectiveness of|overall effectiveness|outcomes? for|quality of|leadership and management:|local area partnership details|main report|action (?:plan )?(?:taken|to date)|safety action(?:s)? taken|action should be taken|your response|copies|service information|provider (?:information|details)|details of|full report|detailed findings|terms of reference|legal (?:context|framework)|management response|government response|response from|our (?:response|opinion)|monitoring|visits?$|forward plan|useful acronyms|abbreviations|(?:financial|legal|resource|risk|equality) implications|options|consultation|reasons? for|list of|index|signed|endnotes|footnotes|quality of practice|update$)/

export function closesList(heading: string): boolean {
  return CLOSERS.test(bareHeading(heading))
}
