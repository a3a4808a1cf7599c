import type { PublicationFacts } from '@outstanding/domain'
import { publicationFacts, reportDecider, parseStream } from '@outstanding/domain'
import type { EventStore } from '@outstanding/event-store'
import { foldStream } from '../commands/fold-stream.ts'

const reportState = async (store: EventStore, report: string) =>
  parseStream(report)?.aggregate === 'report' ? foldStream(store, reportDecider, report) : null

/** What a recommendation keeps of its report when it is issued; null where there is no such report. */
export async function publicationOf(store: EventStore, report: string): Promise<PublicationFacts | null> {
  const state = await reportState(store, report)
  return state && publicationFacts(state)
}

export async function findingKnown(store: EventStore, report: string, finding: string): Promise<boolean> {
  const state = await reportState(store, report)
  return state?.findings.some(({ findingId }) => findingId === finding) ?? false
}
