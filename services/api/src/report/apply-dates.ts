import type { CorrectEntry, Recorded, ReportDatesApplied, ReportEvent } from '@outstanding/domain'
import { baselineCorrection, baselineDoubt, parseStream, recommendationDecider } from '@outstanding/domain'
import type { EventStore, StoredEvent } from '@outstanding/event-store'
import { uuidV5 } from '@outstanding/event-store'
import type { ItemsFollowed } from '../commands/each-item.ts'
import { eachItem, nothingFollowed } from '../commands/each-item.ts'
import type { Followed } from '../commands/follow-up.ts'
import { followUp, whoseAndWhen } from '../commands/follow-up.ts'
import { foldStream } from '../commands/fold-stream.ts'
import { effectiveAct } from '../commands/effective-act.ts'
import { policyOn } from '../policy/policy-on.ts'

type Act = Recorded<ReportDatesApplied>

/**
 * Corrects the issue of each recommendation that the act names, so that its completion date follows the report again. The act in the log
 * alone decides, and each item's command has an id that follows from it, so a process that follows the log can continue where it stopped, and doing
 * it again changes nothing. An item whose correction the rules refuse stays in doubt.
 */
export async function applyDates(store: EventStore, event: StoredEvent, today: string): Promise<ItemsFollowed> {
  if (event.type !== 'ReportDatesApplied' || parseStream(event.stream)?.aggregate !== 'report') return nothingFollowed
  const act = await effectiveAct<ReportEvent>(store, event)
  if (act?.type !== 'ReportDatesApplied') return nothingFollowed
  return eachItem(act.data.items, (item) => correctItem(store, act, item, today))
}

async function correctItem(store: EventStore, act: Act, item: string, today: string): Promise<Followed | null> {
  const data = await correctionOf(store, act, item)
  // An item whose dates follow the report already stays as it is: another process may have corrected it just now.
  if (data === null) return latestPosition(store, item)
  return followUp(store, recommendationDecider, {
    entry: act,
    stream: item,
    command: { type: 'CorrectEntry', data, ...whoseAndWhen(act), today },
    commandId: uuidV5(act.metadata.commandId, item),
  })
}

/** The answer waits until the read models are there. */
async function latestPosition(store: EventStore, stream: string): Promise<Followed | null> {
  const [latest] = await store.readStream(stream, { direction: 'BACKWARDS', maxCount: 1 })
  return latest === undefined ? null : { position: latest.position }
}

async function correctionOf(store: EventStore, { data, metadata }: Act, item: string): Promise<CorrectEntry['data'] | null> {
  const state = await foldStream(store, recommendationDecider, item)
  if (state?.kind !== 'ISSUED' || baselineDoubt(state, data.publication) === null) return null
  const policy = await policyOn(store, parseStream(item)?.authority ?? metadata.authority, state.issued.effectiveOn)
  return { ...baselineCorrection(state, data.publication), reason: data.reason, policy }
}
