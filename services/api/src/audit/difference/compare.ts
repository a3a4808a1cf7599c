import type { Decider, Difference, Fact, Recorded } from '@outstanding/domain'
import { historyAt } from '@outstanding/domain'
import type { AsOf } from '../../as-of/as-of.ts'
import type { View } from '../../as-of/read-session.ts'
import type { TaskDay } from '../../server/beside/tasks.ts'
import type { Context } from '../../server/context.ts'
import { entryLoaders } from '../history/entry-loaders.ts'
import type { Between } from './moment.ts'
import { laterKnown } from './moment.ts'

export type Presence = 'ADDED' | 'REMOVED' | 'CHANGED' | 'SAME'

/** One item on both sides (null where it was not there, or not shown) and what differs. */
export type Compared<Node> = Difference & {
  readonly id: string
  readonly presence: Presence
  readonly before: Node | null
  readonly after: Node | null
  readonly between: Between
}

/** How the items of a noun are compared: each noun gives its own. */
export type Comparable<Node, State, F extends Fact<string, unknown>> = {
  /** The item on one side; null where it is not there, or not shown to this reader. */
  nodeOn(view: View, id: string, asOf: AsOf): Promise<Node | null>
  /** By which day its values are read on one side; `node` is the item on either. */
  dayOn(view: View, asOf: AsOf, node: Node): Promise<TaskDay>
  readonly decider: Pick<Decider<State, never, F>, 'initial' | 'evolve'>
  /** Whether there was such an item at all, shown or not. */
  isThere(state: State): boolean
}

type There = { readonly before: boolean; readonly after: boolean }

/** An item on both sides; null where it is on neither, or not for this reader. `listed`: where it stands in the list compared. */
export async function compareItem<Node, State, F extends Fact<string, unknown>>(
  context: Context,
  noun: Comparable<Node, State, F>,
  { id, between }: { readonly id: string; readonly between: Between },
  listed: There | null = null,
): Promise<Compared<Node> | null> {
  const view = await context.readSession.view()
  const [before, after] = await Promise.all([noun.nodeOn(view, id, between.from), noun.nodeOn(view, id, between.to)])
  const node = after ?? before
  if (node === null) return null
  const events = await (await entryLoaders(context, laterKnown(between))).events(id)
  const sideOf = async (asOf: AsOf) => ({ day: await noun.dayOn(view, asOf, node), knownAt: asOf.knownAt })
  const sides = { from: await sideOf(between.from), to: await sideOf(between.to) }
  // The stream's name says which events they are, and nobody else writes to it.
  const isHidden = (shown: Node | null, { knownAt, day }: typeof sides.from): boolean =>
    shown === null && noun.isThere(historyAt(noun.decider, events as unknown as readonly Recorded<F>[], knownAt, day.asAt))
  if (isHidden(before, sides.from) || isHidden(after, sides.to)) return compared({ id, before, after, between }, nothing, listed)
  const task = { kind: 'DIFFERENCE', stream: id, events, ...sides, since: between.since } as const
  return compared({ id, before, after, between }, await context.beside.run(task, context.readSession.signal), listed)
}

/** What was not shown to this reader on one side is not compared: it was added, or removed. */
const nothing: Difference = { changes: [], events: [] }

export const dayOf = ({ snapshot }: View, { asAt }: AsOf): string => asAt ?? snapshot.today

type Sides<Node> = Pick<Compared<Node>, 'id' | 'before' | 'after' | 'between'>

function compared<Node>(sides: Sides<Node>, { changes, events }: Difference, listed: There | null): Compared<Node> {
  const { before, after } = listed ?? { before: sides.before !== null, after: sides.after !== null }
  const both: Presence = changes.length > 0 || events.length > 0 ? 'CHANGED' : 'SAME'
  return { ...sides, changes, events, presence: before && after ? both : after ? 'ADDED' : 'REMOVED' }
}
