import { EVIDENCE, type Evidence } from './evidence.ts'
import { BIAS, WEIGHTS } from './weights.ts'

export type Weights = { bias: number; weights: Record<Evidence, number> }
export const FITTED: Weights = { bias: BIAS, weights: WEIGHTS }

/** At this confidence and above a wording is proposed; below it, down to the second, it is listed as seen. */
export const BAR = 0.5
export const NEAR = 0.02

/** How sure the evidence makes, from 0 to 1: its weights added up and put on the logistic curve. */
export function confidenceOf(evidence: Iterable<Evidence>, { bias, weights }: Weights = FITTED): number {
  let sum = bias
  for (const name of evidence) sum += weights[name]
  return 1 / (1 + Math.exp(-sum))
}

/** The heaviest evidence against, in words, for somebody who asks why it was not proposed. */
export function whyNot(evidence: Evidence[], { weights }: Weights = FITTED): string {
  const against = evidence.filter((e) => weights[e] < 0).sort((a, b) => weights[a] - weights[b])
  return against.length
    ? against
        .slice(0, 2)
        .map((e) => EVIDENCE[e].says)
        .join('; ')
    : 'too little speaks for it'
}

/** The heaviest evidence for, in words. */
export function why(evidence: Evidence[], { weights }: Weights = FITTED): string {
  return evidence
    .filter((e) => weights[e] > 0)
    .sort((a, b) => weights[b] - weights[a])
    .slice(0, 3)
    .map((e) => EVIDENCE[e].says)
    .join('; ')
}
