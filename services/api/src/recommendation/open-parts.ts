import type { OpenPart } from '@outstanding/domain'
import { recommendationDecider, trackingOf } from '@outstanding/domain'
import type { EventStore } from '@outstanding/event-store'
import type { Recommendation } from '@outstanding/read-models'
import { foldStream } from '../commands/fold-stream.ts'

type Part = Pick<Recommendation, 'id' | 'reference' | 'localReference'>

/** Of these parts of a recommendation, those that are open: which there are the read models know, how each stands the log itself says. */
export async function openPartsIn(store: EventStore, parts: readonly Part[]): Promise<readonly OpenPart[]> {
  const states = await Promise.all(parts.map(({ id }) => foldStream(store, recommendationDecider, id)))
  return parts.flatMap(({ id, reference, localReference }, index) => {
    const record = states[index]?.record
    return record && trackingOf(record) !== 'CONCLUDED' && record.merged === null ? [{ id, reference: reference ?? localReference }] : []
  })
}
