import type { RecommendationState } from '@outstanding/domain'
import { parseStream, recommendationDecider } from '@outstanding/domain'
import type { EventStore } from '@outstanding/event-store'
import { foldStream } from '../commands/fold-stream.ts'

type OnRegister = Exclude<RecommendationState, { kind: 'NOT_ISSUED' }>

/** An item that a command to a report names, by the reference that people know it by. */
export type NamedItem = { readonly id: string; readonly reference: string; readonly isOfReport: boolean; readonly state: OnRegister }

/** An item as the log itself has it; null where there is no such recommendation. */
export async function itemOfReport(store: EventStore, id: string, report: string): Promise<NamedItem | null> {
  if (parseStream(id)?.aggregate !== 'recommendation') return null
  const state = await foldStream(store, recommendationDecider, id)
  if (state === null || state.kind === 'NOT_ISSUED') return null
  const start = state.kind === 'ISSUED' ? state.issued : state.listed
  return { id, reference: start.reference ?? start.localReference, isOfReport: start.report === report, state }
}

/** Every item named, in that order; or the id of the first that is not there. */
export async function itemsOfReport(
  store: EventStore,
  ids: readonly string[],
  report: string,
): Promise<readonly NamedItem[] | { readonly missing: string }> {
  const found: NamedItem[] = []
  for (const id of ids) {
    const item = await itemOfReport(store, id, report)
    if (item === null) return { missing: id }
    found.push(item)
  }
  return found
}
