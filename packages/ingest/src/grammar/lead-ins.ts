import { fold } from '../document/words.ts'
import { timescaleInWording } from './timescale.ts'
import { addressedBody } from './asking/addressed-body.ts'
import { ADVERBS, ASK, FIRST_PERSON, OBLIGES, RECOMMEND } from './asking/lexicon.ts'
import { subjectOf } from './owner.ts'

/** The author's own asking, in any tense: "We recommended that the clinic:", "The panel calls on the council to:". */
const ASKS_FOR = new RegExp(
  `\\b${RECOMMEND}\\b|\\brecommendations (?:include|are|were)\\b|\\b(?:makes?|making|made|offers?|submits?|issues?|gives?) (?:\\p{L}+ ){0,4}recommendations?\\b|\\b(?:${FIRST_PERSON}|committee|panel|board|commission|inquiry) ${ADVERBS}${ASK}(?!\\p{L})`,
  'iu',
)

/** "We recommend:", "The Board recommends that the agency:". */
const RECOMMENDS = new RegExp(`\\b(?:${RECOMMEND}|(?:we|i) ${ADVERBS}(?:suggest|advise|urge))\\b[^.;]{0,120}[:–—-]*$`, 'iu')

/** "It is recommended that Cabinet:" puts decisions before a meeting. */
const TO_A_MEETING =
  /\bit is (?:therefore )?recommended that (?:the )?(?:\w+ )?(?:cabinet|committee|council|members|board|executive|panel|assembly)(?: \([^)]*\))?\s*[:–-]*$/i

/** A sentence that opens a list of recommendations, and what it says for all of them. */
export type LeadIn = { owner: string | null; timescale: string | null; asksFor: boolean; recommends: boolean }

const MODAL_END = new RegExp(
  `^(.{0,220}?)\\b(?:${OBLIGES}|needs?(?= \\p{L}|:))(?: (?:now|also|therefore|urgently|immediately|jointly|take|ensure|make|do|address|undertake|carry out|implement|consider|improve|focus on|further|together|jointly|to|prioriti[sz]e|the|following|action|actions|steps|that|areas?|improvements?|recommendations?|its|their|work|on|in|(?:by|within|before) [\\w ]{3,30}))*\\s*[:.–—-]*$`,
  'iu',
)
const RECOMMENDS_END = new RegExp(
  `\\b(?:${ASK}|recommendations? (?:is|are|were)(?: made)?|recommendations?)(?: (?:that|to))?,?(?: (?:the )?[\\p{L}’'() &,/-]{0,110}?)?(?: (?:should|to|that|must|as follows|below|the following|these|by|including))*\\s*[:–—-]+$`,
  'iu',
)
const FOLLOWING =
  /\b(?:the )?following (?:\w+ ){0,4}(?:actions?|steps|areas?|improvements?|recommendations?|requirements?|issues|points|matters|measures|priorities)\b.{0,140}[:.]?$|\b(?:areas?|points) (?:for|of) (?:further )?(?:improvement|development|priority action)\b.{0,60}:$|\b(?:recommendations|areas for improvement|requirements)\b.{0,40}\b(?:as follows|are|were|include|below)\b.{0,10}[:.]?$|\bmatters? of concern\b.{0,40}(?:as follows|are|is)\b.{0,6}$/i
/** "To remedy the injustice, within four weeks the Council has agreed to:" settles a complaint by what is asked. */
const REMEDY = /\b(?:remedy|injustice|decision)\b.{0,120}\b(?:has|have) (?:agreed|accepted) (?:to|that it will)(?: \w+){0,4}\s*[:–—-]+$/i
const PAST =
  /\b(?:previous(?:ly)?|last inspection|earlier|had|in (?:19|20)\d{2}|since|at the time|prior|has been|have been|already|made (?:several|some|many|a number of|various|its own|\d+) recommendations|which included|proposes?|proposed|submitted|were asked|was asked|was told|were told|implemented|will(?! need)|agrees?|intends?|plans? to|responded|accepted|(?<!wish |wishes )to make recommendations?|terms of reference|note|agreed|inquiry is to)\b/i
/** "is required to submit a statement that explains how it will tackle the following areas of weakness:" asks, whatever else it says. */
const REQUIRED = /\b(?:is|are) required to\b.{0,200}\bfollowing\b/i
/** "We recommended and Management agreed to:" asks, and reports the answer in the same sentence. */
const JOINTLY = /\brecommended (?:that|and) ((?:the )?[\p{L} ]{3,60}?) (?:also )?agreed (?:to|that)\s*[:–—-]+$/iu
/** "The recommendations listed below will be examined by the State:" opens the list, whatever it says of what follows. */
const LISTED_BELOW =
  /\b(?:recommendations? (?:[\w’'-]+ ){0,9}?(?:listed|set out|formulated|made|given|printed)?\b ?(?:below|above|during)|following recommendations?)\b[^.:]{0,160}:$/i
/** "Much to recommend them" is praise. */
const PRAISE = /\bto recommend (?:it|them|him|her)\b/i
const QUESTION = /\?$/
const GOOD =
  /\b(?:strengths?|good practice|positive|worked well|progress|evidence|documents?|examples?|criteria|definitions?|outcomes?|findings|conclusions|objectives|aims?|questions?|themes|changes|services|groups?|achievements|initiatives|characteristics|interviewed|reviewed|risks?|factors|reasons)\b[^:]{0,40}[:.]$/i

/** Guidance and makers recommend to everybody; a report that tells so recommends nothing itself. */
const BY_GUIDANCE =
  /\b(?:guidance|guidelines?|standards?|manuals?|manufacturers?|policy|policies|code|legislation|act|regulations?|handbook)\b[^.]{0,60}\brecommend(?:s|ed)?\b/i

/** "Pursuant to section 27 of the Act, the Authority recommends": the power, not the author. */
const UNDER_A_LAW = /\b(?:pursuant to|under|in terms of|in accordance with|by virtue of)\b[^,:.]{2,90},/gi

/** Reads "The council and its partners should:", "the local authority should take the following action.", "We recommend that:". */
export function leadIn(text: string): LeadIn | null {
  const bare = fold(text).replace(/^\*+|\*+$/g, '')
  const last = bare.split(/(?<=[.!?])\s+(?=[A-Z])/).at(-1) ?? bare
  if (isForReaders(bare) || !isOpening(bare, last)) return null
  const modal = MODAL_END.test(last)
  const remedy = REMEDY.test(last)
  const opens = modal || remedy || RECOMMENDS_END.test(isCut(last) ? `${last}:` : last) || FOLLOWING.test(last)
  if ((!opens || tellsThePast(last)) && !LISTED_BELOW.test(last)) return null
  if (!modal && GOOD.test(last) && !/recommend|improvement/i.test(last)) return null
  return {
    owner: addressedBody(last) ?? subjectOf(last) ?? JOINTLY.exec(last)?.[1] ?? (remedy ? remedied(last) : null),
    timescale: timescaleInWording(last) ?? leadTimescale(last),
    asksFor: (modal || remedy || ASKS_FOR.test(last)) && !TO_A_MEETING.test(last),
    recommends: RECOMMENDS.test(last) && !TO_A_MEETING.test(last),
  }
}

const tellsThePast = (last: string) => PAST.test(last) && !REQUIRED.test(last) && !JOINTLY.test(last) && !REMEDY.test(last)

/** "The Committee recommends that NASA" with the list below it and no colon. */
const isCut = (last: string) =>
  !/[.?!:;,–—-]$/.test(last) && last.length < 160 && (addressedBody(`${last}:`) !== null || /\bthat$/.test(last))

/** Instructions to a reader are a manual, and guidance is for everybody: neither asks a body. */
const isForReaders = (text: string) =>
  QUESTION.test(text) ||
  BY_GUIDANCE.test(text.replace(UNDER_A_LAW, '')) ||
  PRAISE.test(text) ||
  /\byou (?:will |may |also )?(?:need|should|must|have to)\b/i.test(text)

/** A long paragraph opens a list only by a colon at its end. */
const isOpening = (text: string, last: string) => last.length <= 420 && (text.length <= 420 || /[:–—]$/.test(text))

/** "The council should:" and no more: what is asked for stands in the list alone. */
export function isBareLeadIn(text: string): boolean {
  const bare = fold(text)
  return /[:–—]$/.test(bare)
    ? MODAL_END.test(bare) || REMEDY.test(bare) || (RECOMMENDS_END.test(bare) && bare.length < 160) || FOLLOWING.test(bare)
    : /following (?:\w+ ){0,2}actions?\.$|\b(?:should|must|needs? to)$/i.test(bare)
}

/** "Within four weeks, the Council will:" below "Agreed action": what has been settled is asked, though its sentence only tells it. */
export function agreedLead(text: string, kind: string): LeadIn | null {
  const last =
    fold(text)
      .split(/(?<=[.!?])\s+(?=[A-Z])/)
      .at(-1) ?? ''
  const [, owner] =
    kind === 'required action'
      ? (/(?:^|, |\bthat |^(?:within|by|from|in)\b[^,:]{4,60}? (?=the ))((?:the )?\p{Lu}[\p{L}’'-]*(?: [\p{L}’'-]+){0,5}?) (?:will|shall|has agreed (?:to|that it will)|agree[sd] to)(?:,? [\p{L}\d ]{4,50})?\s*[:–—-]+$/iu.exec(
          last,
        ) ?? [])
      : []
  return owner ? { owner, timescale: timescaleInWording(last), asksFor: true, recommends: false } : null
}

/** "Within three months the Council will also review ...": settled with a complainant, a member of the list of what was agreed. */
export const isAgreed = (text: string, kind: string) =>
  kind === 'required action' &&
  /^(?:(?:within|by|from|in)\b[^.;:]{3,60}?,? )?(?:the )?(?!we\b|i\b|it\b)[\p{L} ’'-]{3,50} (?:will|has agreed to|have agreed to|agrees? to)\b/iu.test(
    fold(text),
  )

/** "The Committee:" and below it "urges the Department to ...", "notes that ...": its resolutions, each to be judged by its own verb. */
export const opensResolutions = (text: string, item: string) =>
  /^(?:the )?(?:\p{L}+ ){0,5}\p{L}+ ?:$/iu.test(fold(text)) &&
  /^(?:\p{L}+ly |also |further )?(?:recommends|urges|calls|requests|invites|asks|encourages|exhorts|expresses|notes|welcomes|regrets|considers|believes|is|acknowledges|recogni[sz]es|reiterates|condemns|deplores)\b/iu.test(
    fold(item),
  )

const remedied = (text: string) => /\b((?:the )?[\p{Lu}][\p{L}’-]*(?: [\p{Lu}][\p{L}’-]*)*) (?:has|have) agreed\b/u.exec(text)?.[1] ?? null

function leadTimescale(text: string): string | null {
  return /^(?:immediately|urgently),/i.exec(text)?.[0].replace(',', '') ?? null
}
