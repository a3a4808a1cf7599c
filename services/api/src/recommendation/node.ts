import type { RecommendationState } from '@outstanding/domain'
import type { Recommendation } from '@outstanding/read-models'
import { recommendationByReference } from '@outstanding/read-models'
import type { Context } from '../context.ts'
import type { Basis } from '../reading/basis.ts'
import type { View } from '../reading/reading.ts'
import { rowAsKnown } from './as-known.ts'
import { originOfVoid } from './void-issue.ts'

/** A recommendation as the schema shows it: its row, and in which times it was asked for. */
export type RecommendationNode = Recommendation & {
  readonly basis: Basis
  /** Where its issue is void: the last place of the log at which it was not, as which it is shown. */
  readonly asIssuedAt?: string
}

/** Today: its row. In other times, or where its issue is void: its stream folded, as at a day or as known at a place of the log. */
export async function recommendationNode(view: View, id: string, basis: Basis): Promise<RecommendationNode | null> {
  // What is not for this reader now is not shown as it was then either.
  const row = await view.load.recommendation(id, null)
  if (row) return nodeOf(view, row, basis)
  const origin = await originOfVoid(view, id, basis)
  return origin && rowAsKnown(view, origin, basis)
}

/** `row` is that of today. */
export async function nodeOf(view: View, row: Recommendation, basis: Basis): Promise<RecommendationNode | null> {
  return basis.knownAt === null && basis.asAt === null ? { ...row, basis } : rowAsKnown(view, row, basis)
}

/** By its reference within one report. */
export async function byReference(
  view: View,
  ask: { report: string; reference: string },
  basis: Basis,
): Promise<RecommendationNode | null> {
  const row = await recommendationByReference(view.snapshot, ask.report, ask.reference, { audience: view.audience })
  return row && nodeOf(view, row, basis)
}

/** Everything recorded of it, in the times it was asked for: what a list does not hold. */
export async function recordOf(node: RecommendationNode, context: Context): Promise<RecommendationState> {
  return (await context.reading.view()).load.record(node.id, { ...node.basis, knownAt: node.asIssuedAt ?? node.basis.knownAt })
}
