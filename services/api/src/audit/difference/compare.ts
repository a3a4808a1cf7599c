import type { Difference, Fact, Recorded, RecommendationEvent, ReportEvent, AttributeReader } from '@outstanding/domain'
import { differenceOf, historyAt, reportAttributes } from '@outstanding/domain'
import type { Context } from '../../server/context.ts'
import { entryLoaders } from '../history/entry-loaders.ts'
import type { Basis } from '../../as-of/basis.ts'
import type { View } from '../../as-of/reading.ts'
import type { RecommendationNode } from '../../recommendation/recommendation-node.ts'
import type { ReportNode } from '../../report/type.ts'
import { reportNode } from '../../report/type.ts'
import { attributesOn } from '../provenance/attributes-on.ts'
import type { Between } from './moment.ts'
import { betterKnown } from './moment.ts'

export type Presence = 'ADDED' | 'REMOVED' | 'CHANGED' | 'SAME'

/** One item on both sides (null where it was not there, or not shown) and what differs. */
export type Compared<Node> = Difference & {
  readonly id: string
  readonly presence: Presence
  readonly before: Node | null
  readonly after: Node | null
  readonly between: Between
}

type There = { readonly before: boolean; readonly after: boolean }

/** A recommendation on both sides; null where it is on neither, or not for this reader. `listed`: where it stands in the list compared. */
export async function compareRecommendation(
  context: Context,
  id: string,
  between: Between,
  listed: There | null = null,
): Promise<Compared<RecommendationNode> | null> {
  const view = await context.reading.view()
  const nodeIn = async (basis: Basis): Promise<RecommendationNode | null> => {
    const row = await view.at(basis).load.recommendation(id, basis.asAt)
    return row && { ...row, basis }
  }
  const [before, after] = await Promise.all([nodeIn(between.from), nodeIn(between.to)])
  const authority = (after ?? before)?.authority
  if (authority === undefined) return null
  const events = await eventsOf<RecommendationEvent>(context, id, between)
  const reader = (basis: Basis) => attributesOn(view.at(basis), authority, dayOf(view, basis))
  const sides = { from: await sideOf(view, between.from, reader), to: await sideOf(view, between.to, reader) }
  const hidden = (node: unknown, { knownAt, asAt, telling: { initial, evolve } }: typeof sides.from): boolean =>
    node === null && historyAt({ initial, evolve }, events, knownAt, asAt).kind !== 'NOT_ISSUED'
  const unshown = hidden(before, sides.from) || hidden(after, sides.to)
  const difference = unshown ? nothing : differenceOf(events, { ...sides, since: between.since })
  return compared({ id, before, after, between }, difference, listed)
}

/** A report's own facts on both sides; as `compareRecommendation`. */
export async function compareReport(context: Context, id: string, between: Between): Promise<Compared<ReportNode> | null> {
  const view = await context.reading.view()
  const [before, after] = await Promise.all([reportNode(view, id, between.from), reportNode(view, id, between.to)])
  if (!before && !after) return null
  const events = await eventsOf<ReportEvent>(context, id, between)
  const reader = async () => reportAttributes
  const sides = { from: await sideOf(view, between.from, reader), to: await sideOf(view, between.to, reader) }
  const hidden = (node: unknown, { knownAt, asAt }: typeof sides.from): boolean =>
    node === null && reportAttributes.values(historyAt(reportAttributes, events, knownAt, asAt)).some(({ field }) => field === 'TITLE')
  const unshown = hidden(before, sides.from) || hidden(after, sides.to)
  const difference = unshown ? nothing : differenceOf(events, { ...sides, since: between.since })
  return compared({ id, before, after, between }, difference, null)
}

/** What was not shown to this reader on one side is not compared: it was added, or removed. */
const nothing: Difference = { changes: [], events: [] }

const dayOf = ({ snapshot }: View, { asAt }: Basis): string => asAt ?? snapshot.today

/** All events that either side knows. The stream's name says which they are, and nobody else writes to it. */
async function eventsOf<F extends Fact<string, unknown>>(context: Context, id: string, between: Between): Promise<readonly Recorded<F>[]> {
  return (await (await entryLoaders(context, betterKnown(between))).events(id)) as unknown as readonly Recorded<F>[]
}

async function sideOf<State, F extends Fact<string, unknown>, Field extends string>(
  view: View,
  basis: Basis,
  reader: (basis: Basis) => Promise<AttributeReader<State, F, Field>>,
) {
  return { asAt: dayOf(view, basis), knownAt: basis.knownAt, telling: await reader(basis) }
}

type Sides<Node> = Pick<Compared<Node>, 'id' | 'before' | 'after' | 'between'>

function compared<Node>(sides: Sides<Node>, { changes, events }: Difference, listed: There | null): Compared<Node> {
  const { before, after } = listed ?? { before: sides.before !== null, after: sides.after !== null }
  const both: Presence = changes.length > 0 || events.length > 0 ? 'CHANGED' : 'SAME'
  return { ...sides, changes, events, presence: before && after ? both : after ? 'ADDED' : 'REMOVED' }
}
