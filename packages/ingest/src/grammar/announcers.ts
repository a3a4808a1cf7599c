import { ANNOUNCEMENT_RULES, type AnnouncementKind } from './announcement-rules.ts'
import { bareHeading, headingAsPrinted } from './heading-words.ts'
import { addressedIn } from './addressed-lines.ts'

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
  /** A sentence that recommends in so many words ("We recommend that:"). */
  recommends?: boolean
}

// Words that make such a heading tell of other things: earlier requests, their outcome, the purpose of an inquiry.
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
  for (const rule of ANNOUNCEMENT_RULES) {
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
      recommends: /\brecommend(?:s|ed)?(?: that)?$/.test(bare),
    }
  }
  return null
}

/** Says why a heading that speaks of recommendations was not taken to announce any. */
export function whyNotAnnounced(heading: string): string | null {
  const bare = bareHeading(heading)
  if (!/recommend|areas? for|need to improve/.test(bare)) return null
  const word = tellsOfOthers(bare)
  return word ? `heading is about recommendations without making any ("${word[0]}")` : null
}

function ownerAsPrinted(heading: string, lower: string): string | null {
  const at = heading.toLowerCase().indexOf(lower)
  const owner = at >= 0 ? heading.slice(at, at + lower.length) : lower
  return /^(?:it|they|we|you|this|there|inspectors?|else)$/i.test(owner) ? null : owner.trim()
}
