import type { OfficeAbolished, OfficeEvent, Recorded, ServiceTransferred, TransferOwner } from '@outstanding/domain'
import { effectiveEntries, parseStream, recommendationDecider } from '@outstanding/domain'
import type { EventStore, StoredEvent } from '@outstanding/event-store'
import { comparePositions, decodeEvent, handleCommand, uuidV5 } from '@outstanding/event-store'

type Act = Recorded<ServiceTransferred> | Recorded<OfficeAbolished>

/**
 * Moves the items that a transfer of a service names, or that an office had which was abolished: each says so in its own history. The act
 * in the log alone decides, and each item's command id is derived from it, so a process that follows the log can continue where it broke
 * off, and doing it again changes nothing. Gives the place of the last entry in the log, null where nothing was to be moved.
 */
export async function moveItems(store: EventStore, event: StoredEvent, today: string): Promise<string | null> {
  if (!movesItems(event)) return null
  const act = await standing(store, event)
  if (act === null) return null
  const transfer = transferOf(act)
  if (transfer === null) return null
  let last: string | null = null
  for (const item of act.data.items) {
    const outcome = await handleCommand(store, recommendationDecider, {
      stream: item,
      authority: parseStream(item)?.authority ?? act.metadata.authority,
      command: { type: 'TransferOwner', data: transfer, actor: act.metadata.actor, effectiveOn: act.metadata.effectiveOn, today },
      commandId: uuidV5(act.metadata.commandId, item),
      correlationId: act.metadata.correlationId,
      causationId: act.eventId,
      illustrative: act.metadata.illustrative === true,
      input: transfer,
    })
    // An item that is no longer the old office's stays where it is.
    if (!outcome.ok && 'conflict' in outcome) throw new Error(`${item} is written to by others all the time`)
    if (outcome.ok && (last === null || comparePositions(outcome.position, last) > 0)) last = outcome.position
  }
  return last
}

const movesItems = ({ stream, type }: StoredEvent): boolean =>
  ['ServiceTransferred', 'OfficeAbolished'].includes(type) && parseStream(stream)?.aggregate === 'office'

/** The act as recorded, but for one that was made void since: what was not moved by then stays. */
async function standing(store: EventStore, { stream, eventId }: StoredEvent): Promise<Act | null> {
  const events = (await store.readStream(stream)).flatMap((stored) => {
    const decoded = decodeEvent(stored)
    return decoded.ok ? [decoded.event as Recorded<OfficeEvent>] : []
  })
  const stands = effectiveEntries(events, null, null).some((entry) => entry.eventId === eventId)
  const act = events.find((entry) => entry.eventId === eventId)
  return stands && (act?.type === 'ServiceTransferred' || act?.type === 'OfficeAbolished') ? act : null
}

function transferOf({ stream, ...act }: Act): TransferOwner['data'] | null {
  if (act.type === 'OfficeAbolished') {
    const { transferId, fromName, successor, successorName } = act.data
    if (successor === null || successorName === null) return null
    return { transferId, service: null, from: stream, fromName, to: successor, toName: successorName, delivering: null }
  }
  const { transferId, service, fromName, to, toName, delivering, deliveringBody } = act.data
  const deliverer = delivering === null || deliveringBody === null ? null : { owner: delivering, name: deliveringBody }
  return { transferId, service, from: stream, fromName, to, toName, delivering: deliverer }
}
