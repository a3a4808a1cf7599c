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
  /\b(?:said|told (?:us|inspectors|the \w+)|thought|argued|suggested|felt|believed|explained|stated|replied|advised|considered|noted|reported|claimed|asked (?:whether|if)|wanted|hoped)\b[^.;]{0,60}?\b(?:should|must|need|ought)|\brecommended (?:that )?(?:we|us)\b/i
const EVERYBODY = /^(?:all |every |any |no )?(?:you|people|persons?|residents?|drivers?|members of the public|everyone|anyone|somebody|visitors?|customers?|users?|readers?|citizens?|travell?ers?|a person|nobody)\b/i
const FINDINGS = /\b(?:findings?|background|introduction|context|methodology|analysis|discussion|evidence|what we found|response|reply|replies|consultation|factual|history|conclusions?(?! and recommendations?))$/i

/** All that speaks for and against a candidate: what its rule saw, and what its wording, its list and its document say. */
export function observe(c: Candidate, genre: Evidence[]): Evidence[] {
  const text = fold(c.text)
  const form = formOfAsking(text)
  const out = new Set<Evidence>([...c.evidence, ...genre])
  for (const [rule, evidence] of BY_RULE) if (rule.test(c.rule)) out.add(evidence)
  if (form) out.add(BY_FORM[form])
  else if (!c.children.some((k) => k.directive)) out.add('asksNothing')
  if (form && !asksAtOnce(text)) out.add('asksLater')
  if (form === 'obligation' && addressedBody(text)) out.add('recommends')
  if (c.kind === 'matters of concern') out.add('concern')
  if (c.ref) out.add('numbered')
  if (c.owner ?? c.headingOwner ?? addressedBody(text) ?? subjectOf(text)) out.add('addressee')
  if (c.timescale ?? timescaleInWording(text)) out.add('deadline')
  if (isNarrative(text)) out.add('narrative')
  if (/\?["”’)]*$/.test(text)) out.add('question')
  if (REPORTED.test(text)) out.add('reported')
  if (/\bshall\b/i.test(text) && !/\b(?:should|recommend)/i.test(text)) out.add('shall')
  if (EVERYBODY.test(text)) out.add('everybody')
  if (text.split(' ').length < 4) out.add('short')
  if (!out.has('announced') && !out.has('labelled') && FINDINGS.test(c.section.at(-1) ?? '')) out.add('findingsSection')
  if (out.has('addressee') && (form === 'obligation' || form === 'recommendation' || form === 'resolution')) out.add('somebodyShould')
  if (out.has('alone') && form === 'instruction' && !out.has('opened')) out.add('bareInstruction')
  return [...out]
}
