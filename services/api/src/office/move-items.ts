import type { OfficeAbolished, OfficeEvent, Recorded, ServiceTransferred, TransferOwner } from '@outstanding/domain'
import { parseStream, recommendationDecider } from '@outstanding/domain'
import type { EventStore, StoredEvent } from '@outstanding/event-store'
import { handleCommand, uuidV5 } from '@outstanding/event-store'
import { eachItem } from '../commands/each-item.ts'
import { standingAct } from '../commands/standing-act.ts'

type Act = Recorded<ServiceTransferred> | Recorded<OfficeAbolished>

/**
 * Moves the items that a transfer of a service names, or that an office had which was abolished: each says so in its own history. The act
 * in the log alone decides, and each item's command id is derived from it, so a process that follows the log can continue where it broke
 * off, and doing it again changes nothing. Gives the place of the last entry in the log, null where nothing was to be moved.
 */
export async function moveItems(store: EventStore, event: StoredEvent, today: string): Promise<string | null> {
  if (!movesItems(event)) return null
  const act = await standingAct<OfficeEvent>(store, event)
  if (act?.type !== 'ServiceTransferred' && act?.type !== 'OfficeAbolished') return null
  const transfer = transferOf(act)
  if (transfer === null) return null
  return eachItem(act.data.items, (item) => moveItem(store, { act, transfer, item, today }))
}

type Moving = { readonly act: Act; readonly transfer: TransferOwner['data']; readonly item: string; readonly today: string }

async function moveItem(store: EventStore, { act, transfer, item, today }: Moving): Promise<string | null> {
  const { actor, authority, commandId, correlationId, effectiveOn, illustrative } = act.metadata
  const outcome = await handleCommand(store, recommendationDecider, {
    stream: item,
    authority: parseStream(item)?.authority ?? authority,
    command: { type: 'TransferOwner', data: transfer, actor, effectiveOn, today },
    commandId: uuidV5(commandId, item),
    correlationId,
    causationId: act.eventId,
    illustrative: illustrative === true,
    input: transfer,
  })
  if (!outcome.ok && 'conflict' in outcome) throw new Error(`${item} is written to by others all the time`)
  // An item that is no longer the old office's stays where it is.
  return outcome.ok ? outcome.position : null
}

const movesItems = ({ stream, type }: StoredEvent): boolean =>
  ['ServiceTransferred', 'OfficeAbolished'].includes(type) && parseStream(stream)?.aggregate === 'office'

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
