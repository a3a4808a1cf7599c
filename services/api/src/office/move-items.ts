import type { OfficeAbolished, OfficeEvent, Recorded, ServiceTransferred, TransferOwner } from '@outstanding/domain'
import { officeDecider, parseStream, recommendationDecider } from '@outstanding/domain'
import type { EventStore, StoredEvent } from '@outstanding/event-store'
import { uuidV5 } from '@outstanding/event-store'
import type { ItemsFollowed } from '../commands/each-item.ts'
import { eachItem, nothingFollowed, together } from '../commands/each-item.ts'
import { effectiveAct } from '../commands/effective-act.ts'
import type { Followed } from '../commands/follow-up.ts'
import { followUp, whoseAndWhen } from '../commands/follow-up.ts'
import { undoEntry } from '../commands/undo-entry.ts'
import type { Undone } from '../nouns/noun.ts'
import type { OpenItems } from './items-of-office.ts'
import { isWithOffice, ownedBeside } from './items-of-office.ts'
import { officeExistedAt } from './office-on.ts'

type Act = Recorded<ServiceTransferred> | Recorded<OfficeAbolished>
type Following = { readonly store: EventStore; readonly today: string; readonly openItems: OpenItems }
/** Or why the act itself cannot stand. */
type Moved = ItemsFollowed | Undone

/**
 * Moves the items that a transfer of a service names, or that an office had which was abolished: each says so in its own history. The act
 * in the log alone decides, and each item's command id is derived from it, so a process that follows the log can continue where it broke
 * off, and doing it again changes nothing.
 *
 * What was given to the office while it was being abolished moves with the rest, and what is transferred to an office that was abolished
 * meanwhile goes on to its successor. An abolition that named no successor is undone then, because it needed one.
 */
export async function moveItems(event: StoredEvent, following: Following): Promise<Moved> {
  if (!movesItems(event)) return nothingFollowed
  const act = await actInForce(following.store, event)
  if (act === null) return nothingFollowed
  const beside = act.type === 'OfficeAbolished' ? await ownedBeside(following, act) : []
  return move(act, [...act.data.items, ...beside], following)
}

async function move(act: Act, items: readonly string[], following: Following): Promise<Moved> {
  if (items.length === 0) return nothingFollowed
  const transfer = transferOf(act)
  if (transfer === null) return undoneFor(act, following)
  const moved = await eachItem(items, (item) => moveItem(following, { act, transfer, item }))
  return together(moved, await passOn(transfer.to, items, following))
}

type Moving = { readonly act: Act; readonly transfer: TransferOwner['data']; readonly item: string }

const moveItem = ({ store, today }: Following, { act, transfer, item }: Moving): Promise<Followed> => {
  return followUp(store, recommendationDecider, {
    entry: act,
    stream: item,
    command: { type: 'TransferOwner', data: transfer, ...whoseAndWhen(act), today },
    commandId: uuidV5(act.metadata.commandId, item),
  })
}

/** The office that received the items may have been abolished before they came. */
async function passOn(office: string, items: readonly string[], following: Following): Promise<ItemsFollowed> {
  const { store } = following
  for (const end of (await store.readStream(office)).filter(movesItems)) {
    const act = await actInForce(store, end)
    if (act?.type !== 'OfficeAbolished') continue
    const here = await Promise.all(items.map((item) => isWithOffice(store, item, office)))
    const still = items.filter((_, index) => here[index])
    const moved = await move(act, still, following)
    return 'refusal' in moved ? { last: moved.position, refused: [] } : moved
  }
  return nothingFollowed
}

async function undoneFor(act: Act, { store, today }: Following): Promise<Undone> {
  const reason = 'Undone: recommendations were given to this office at the same time, and no successor was named that takes them.'
  const position = await undoEntry(store, { decider: officeDecider, entry: act, reason, facts: {}, today })
  return { refusal: { rule: 'successorNeeded', field: 'successor', ...successorNeeded }, position }
}

const successorNeeded = {
  message: 'This office has open recommendations: they were given to it at the same time, so its abolition was undone.',
  remedy: 'Choose the office that takes them over, or transfer them first.',
}

const movesItems = ({ stream, type }: StoredEvent): boolean =>
  ['ServiceTransferred', 'OfficeAbolished'].includes(type) && parseStream(stream)?.aggregate === 'office'

/** The act as recorded, but for one that was made void since, or is to be: what was not moved by then stays. */
async function actInForce(store: EventStore, event: StoredEvent): Promise<Act | null> {
  const act = await effectiveAct<OfficeEvent>(store, event)
  if (act?.type !== 'ServiceTransferred' && act?.type !== 'OfficeAbolished') return null
  const receiving = act.type === 'OfficeAbolished' ? act.data.successor : act.data.to
  return receiving === null || (await officeExistedAt(store, receiving, act.position)) ? act : null
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
