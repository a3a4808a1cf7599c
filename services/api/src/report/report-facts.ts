import type { LinkTargetFacts, OfReport, PublicationFacts } from '@outstanding/domain'
import { publicationFacts, reportDecider, parseStream } from '@outstanding/domain'
import type { EventStore } from '@outstanding/event-store'
import { foldStream } from '../commands/fold-stream.ts'

const reportState = async (store: EventStore, report: string) =>
  parseStream(report)?.aggregate === 'report' ? foldStream(store, reportDecider, report) : null

/** Its publication, and whether the publisher has withdrawn it since. */
export type OfPublication = OfReport & { readonly publication: PublicationFacts }

/** What a recommendation keeps of its report when it is issued; null where there is no such report. */
export async function publicationOf(store: EventStore, report: string): Promise<OfPublication | null> {
  const state = await reportState(store, report)
  const publication = state && publicationFacts(state)
  return publication && { publication, reportWithdrawn: state.withdrawn !== null }
}

/** Whether it is on the public register now. */
export const isPublished = async (store: EventStore, report: string): Promise<boolean> =>
  (await reportState(store, report))?.publication === 'PUBLISHED'

/** What a rule asks about a finding that a recommendation is linked to. */
export async function findingFacts(store: EventStore, report: string, finding: string): Promise<LinkTargetFacts> {
  const state = await reportState(store, report)
  const found = state?.findings.find(({ findingId }) => findingId === finding)
  return { targetExists: found !== undefined, targetOn: found?.on ?? null, targetDirection: found?.direction ?? null }
}
