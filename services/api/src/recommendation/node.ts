import type { RecommendationRecord, RecommendationState } from '@outstanding/domain'
import { recommendationByReference } from '@outstanding/read-models'
import { withoutExempt } from './exempt.ts'
import { foldedRecord, recommendationById } from './loaders.ts'
import type { Context } from '../server/context.ts'
import type { AsOf } from '../as-of/as-of.ts'
import { knownUpTo } from '../as-of/as-of.ts'
import type { View } from '../as-of/read-session.ts'
import { mayBeShown, shownOf } from '../as-of/shown.ts'
import type { RecommendationNode } from './recommendation-node.ts'
import { asLastIssued } from './void-issue.ts'

/**
 * In any two times. Null where nothing was known of it, or it is not for this reader: then, or now. Where its issue was void then, those
 * who may read what is not published see it as it was issued last.
 */
export async function recommendationNode(view: View, id: string, asOf: AsOf): Promise<RecommendationNode | null> {
  const row = await view.at(asOf).load(recommendationById, id, asOf.asAt)
  if (row) return { ...row, asOf }
  return view.audience === 'ALL' ? asLastIssued(view, id, asOf) : null
}

/** By its reference within one report. */
export async function byReference(
  view: View,
  { report, reference }: { report: string; reference: string },
  asOf: AsOf,
): Promise<RecommendationNode | null> {
  const { snapshot, audience } = view.at(asOf)
  const row = await recommendationByReference(snapshot, report, reference, { audience, asAt: asOf.asAt })
  return row && { ...row, asOf }
}

/** Everything recorded of it, in the times it was asked for: what a list does not hold. Without whatever mentions what is not shown. */
export async function recordOf(node: RecommendationNode, context: Context): Promise<RecommendationState> {
  const view = await context.readSession.view()
  // Where its issue was void then, it is shown as of just before that.
  const asOf = node.asIssuedAt === undefined ? node.asOf : await knownUpTo(view.snapshot, node.asIssuedAt, node.asOf.asAt)
  const state = await view.at(asOf).load(foldedRecord, node.id, asOf.asAt)
  return view.audience === 'ALL' ? state : { ...state, record: await shownRecord(view, await withoutExempt(view, node.id, state.record)) }
}

const shownRecord = async (view: View, record: RecommendationRecord): Promise<RecommendationRecord> =>
  Object.fromEntries(
    await Promise.all(Object.entries(record).map(async ([part, value]: [string, unknown]) => [part, await shownPart(view, value)])),
  )

async function shownPart(view: View, value: unknown): Promise<unknown> {
  if (Array.isArray(value)) return shownOf(view, value)
  return (await mayBeShown(view, value)) ? value : null
}
