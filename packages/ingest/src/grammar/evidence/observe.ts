import { fold } from '../../document/words.ts'
import { addressedBody } from '../asking/addressed-body.ts'
import { asksAtOnce, formOfAsking, isNarrative, type FormOfAsking } from '../asking/asks.ts'
import type { Candidate } from '../candidate.ts'
import { subjectOf } from '../owner.ts'
import { timescaleInWording } from '../timescale.ts'
import type { Evidence } from './evidence.ts'

const BY_FORM: Record<FormOfAsking, Evidence> = {
  instruction: 'instruction',
  obligation: 'obligation',
  recommendation: 'recommends',
  resolution: 'resolved',
  nominal: 'resolved',
}
const BY_RULE: [RegExp, Evidence][] = [
  [/^run-in label$/, 'labelled'],
  [/^table row$/, 'column'],
  [/^(?:reference series|listed reference|record with an answer)$/, 'referenced'],
  [/^loose list$/, 'alone'],
  [/^recommending sentence$/, 'runningText'],
]
const REPORTED =
  /\b(?:said|told (?:us|inspectors|the \w+)|thought|argued|suggested|felt|believed|explained|stated|replied|advised|considered|noted|reported|claimed|asked (?:whether|if)|wanted|hoped)\b[^.;]{0,60}?\b(?:should|must|need|ought)|\brecommended (?:that )?(?:we|us)\b|\byou (?:have )?(?:recommended|asked|suggested|urged)\b/i
const EVERYBODY =
  /^an? (?:[\p{L}-]+ ){0,3}(?:unit|director|council|board|school|officer|auditor|member|provider|employer|inspector|manager|supervisor|agency|department|organi[sz]ation|licensee|applicant|grantee|contractor|candidate|company) (?:should|must|shall|will|may|needs? to|has to)\b|^(?:all |every |any |no )?(?:you|people|persons?|residents?|drivers?|members of the public|everyone|anyone|somebody|visitors?|customers?|users?|readers?|citizens?|travell?ers?|a person|nobody)\b/iu
const FINDINGS =
  /\b(?:findings?|background|introduction|context|methodology|analysis|discussion|evidence|what we found|response|reply|replies|consultation|factual|history|conclusions?(?! and recommendations?))$/i

/** What the wording alone says, for or against. */
const IN_WORDS: [Evidence, (text: string) => boolean][] = [
  ['narrative', isNarrative],
  ['question', (text) => /\?["”’)]*$/.test(text)],
  ['reported', (text) => REPORTED.test(text)],
  ['shall', (text) => /\bshall\b/i.test(text) && !/\b(?:should|recommend)/i.test(text)],
  ['ofItself', (text) => /^(?:we|i) (?:\w+ly |also |all |now )?(?:need to|must|should|have to|ought to)\b/i.test(text)],
  ['everybody', (text) => EVERYBODY.test(text)],
  ['short', (text) => text.split(' ').length < 4],
  ['deadline', (text) => timescaleInWording(text) !== null],
]

/** All that speaks for and against a candidate: what its rule saw, and what its wording, its list and its document say. */
export function observe(c: Candidate, genre: Evidence[]): Evidence[] {
  const text = fold(c.text)
  const form = formOfAsking(text)
  const out = new Set<Evidence>([...c.evidence, ...genre, ...formSays(c, text, form)])
  for (const [rule, evidence] of BY_RULE) if (rule.test(c.rule)) out.add(evidence)
  for (const [evidence, says] of IN_WORDS) if (says(text)) out.add(evidence)
  if (c.kind === 'matters of concern') out.add('concern')
  if (c.ref) out.add('numbered')
  if (c.timescale) out.add('deadline')
  if (c.owner ?? c.headingOwner ?? addressedBody(text) ?? subjectOf(text)) out.add('addressee')
  if (!out.has('announced') && !out.has('labelled') && FINDINGS.test(c.section.at(-1) ?? '')) out.add('findingsSection')
  if (out.has('addressee') && /^(?:obligation|recommendation|resolution)$/.test(form ?? '')) out.add('somebodyShould')
  if (out.has('alone') && form === 'instruction' && !out.has('opened')) out.add('bareInstruction')
  return [...out]
}

function formSays(c: Candidate, text: string, form: FormOfAsking | null): Evidence[] {
  if (!form) return c.children.some((k) => k.directive) ? [] : ['asksNothing']
  const later: Evidence[] = asksAtOnce(text) ? [] : ['asksLater']
  return [BY_FORM[form], ...later, ...(form === 'obligation' && addressedBody(text) ? (['recommends'] as const) : [])]
}
