import { textOf, type Block } from '../../document/block.ts'
import type { Evidence } from './evidence.ts'

const REPORTS =
  /\b(?:audit(?:s|ed|ors?)?|inspect(?:ed|ion|ions|ors?|orate)|inquir(?:y|ies)|investigat(?:ed|ion|ions|ors?)|review(?:s|ed)?|evaluation|commission|committee|recommend(?:s|ed|ations?)?|findings?|found|conclu(?:ded|sions?)|evidence)\b/gi
/** A report tells what happened; rules, plans and offers do not. */
const PAST = /\b(?:was|were|had|did|found|visited|heard|read|saw|spoke|met|noted|failed)\b/gi
const RULES_TITLE =
  /\b(?:guidance|guide|guidelines|handbook|code of (?:practice|conduct)|toolkit|manual|advice|polic(?:y|ies)|procedures?|terms and conditions|bill|regulations|contract|tender|specification|instructions|how to|rules|using|getting started|strategy|terms of reference|standards?|charter|constitution|vacancy|job description|by-?laws?|standing orders?|fact ?sheet|what you (?:should|need to|must) know)\b|^(?:article|rule|section|schedule|module|lesson) \d/im

/** A gazette that prints rules, or a text that is made of sections of law. */
const LAW =
  /\bFederal Register\s*\/?\s*Vol\b|\b(?:final|proposed|interim final) rule\b[^.]{0,80}\b(?:with comment|action|summary)\b|(?:§[^§]{1,400}){12}/i

/** What kind of document it is, as far as it bears on what its sentences ask: one that reports, one that gives rules. */
export function genreOf(blocks: Block[]): Evidence[] {
  const front = blocks
    .slice(0, 3)
    .map(textOf)
    .filter((t) => t.length < 120 && !t.endsWith('.'))
    .join('\n')
  const whole = blocks.map(textOf).join('\n')
  const words = whole.split(/\s+/).length
  const hits = whole.match(REPORTS)?.length ?? 0
  const out: Evidence[] = []
  if (hits >= 3 && hits / words > 0.006) out.push('reports')
  if ((whole.match(PAST)?.length ?? 0) >= 3 && (whole.match(PAST)?.length ?? 0) / words > 0.012) out.push('tellsThePast')
  if (LAW.test(whole)) out.push('rules')
  else if (
    RULES_TITLE.test(front) &&
    !/\b(?:report|review of|inquiry|inspection of|audit (?:of|report|no)|findings)\b|\baudit \(/i.test(front.split('\n')[0] ?? '')
  )
    out.push('rules')
  return out
}
