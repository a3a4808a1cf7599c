import { EVIDENCE, EVIDENCE_NAMES, type Evidence, type Weights } from '@outstanding/ingest/evidence'

/** One candidate of a labelled document: its evidence, whether it is a recommendation, and how much it counts. */
export type Example = { document: string; family: string; evidence: Evidence[]; is: boolean; counts: number }

const ROUNDS = 2000
const STEP = 0.8
const PRIOR_BIAS = -1.5
/** How strongly a weight is drawn back to its prior. */
const PULL = 0.002

/**
 * Logistic regression by gradient descent, in which evidence for something never counts against it and the other way round: with few
 * documents a sign that only one of them suggests would be learnt by heart. Deterministic.
 */
export function fit(examples: Example[]): Weights {
  const index = new Map(EVIDENCE_NAMES.map((name, i) => [name, i]))
  const rows = examples.map((e) => ({ at: e.evidence.map((name) => index.get(name) ?? 0), is: e.is ? 1 : 0, counts: e.counts }))
  const total = rows.reduce((sum, r) => sum + r.counts, 0)
  const weights = EVIDENCE_NAMES.map((name): number => EVIDENCE[name].prior)
  const speed = EVIDENCE_NAMES.map(() => 0)
  let bias = PRIOR_BIAS
  let biasSpeed = 0
  for (let round = 0; round < ROUNDS; round++) {
    const slope = EVIDENCE_NAMES.map((name, i) => PULL * ((weights[i] ?? 0) - EVIDENCE[name].prior))
    let biasSlope = PULL * (bias - PRIOR_BIAS)
    for (const row of rows) {
      const sum = row.at.reduce((s, i) => s + (weights[i] ?? 0), bias)
      const miss = ((1 / (1 + Math.exp(-sum)) - row.is) * row.counts) / total
      biasSlope += miss
      for (const i of row.at) slope[i] = (slope[i] ?? 0) + miss
    }
    biasSpeed = 0.9 * biasSpeed - STEP * biasSlope
    bias += biasSpeed
    EVIDENCE_NAMES.forEach((name, i) => {
      speed[i] = 0.9 * (speed[i] ?? 0) - STEP * (slope[i] ?? 0)
      const moved = (weights[i] ?? 0) + (speed[i] ?? 0)
      weights[i] = EVIDENCE[name].prior > 0 ? Math.max(0, moved) : Math.min(0, moved)
    })
  }
  const rounded = (n: number) => Math.round(n * 100) / 100 || 0
  return {
    bias: rounded(bias),
    weights: Object.fromEntries(EVIDENCE_NAMES.map((name, i) => [name, rounded(weights[i] ?? 0)])) as Record<Evidence, number>,
  }
}
