import type { AbolishOffice, ItemOfOffice, OfficeOnDay, TransferService } from '@outstanding/domain'
import { officeDecider, parseStream } from '@outstanding/domain'
import { openItemsOfOwner } from '@outstanding/read-models'
import type { CommandAnswer } from '../commands/command-result.ts'
import { commandField } from '../commands/command-mutation.ts'
import type { Envelope } from '../commands/envelope-input.ts'
import type { Existing, Facts } from '../commands/facts.ts'
import { actWithItems } from '../commands/act-with-items.ts'
import type { Context } from '../server/context.ts'
import { itemOfOffice } from './items-of-office.ts'
import { moveItems } from './move-items.ts'
import { officeOn } from './office-on.ts'

const maxWaitMs = 2_000
const notFound = (field: string, id: string): CommandAnswer => ({ kind: 'NOT_FOUND', id, field })

type Act = { readonly stream: string; readonly existing: Existing; readonly input: Envelope } & (
  | Pick<TransferService, 'type' | 'data'>
  | Pick<AbolishOffice, 'type' | 'data'>
)

/** Records the act, then moves its items: see `move-items.ts`. */
const executeAct = (context: Context, { stream, existing, input, type, data }: Act): Promise<CommandAnswer> =>
  actWithItems(context, officeDecider, { ready: { kind: 'READY', stream, ...existing, data }, type, input }, (store, act, today) =>
    moveItems(act, { store, today, openItems: (office) => knownItems(context, office) }),
  )

/** The office that is to take something on; undefined where there is none of that id. */
async function receivingOf({ store }: Context, office: string, { effectiveOn }: Envelope): Promise<OfficeOnDay | undefined> {
  return (await officeOn(store, office, effectiveOn)) ?? undefined
}

const officeThere = async (facts: Facts, office: string): Promise<Existing | null> =>
  parseStream(office)?.aggregate === 'office' ? facts.stream(office) : null

/** Who delivers the service: an office of the register under its name of the day, or a name alone; undefined where the office is not there. */
async function delivererOf(context: Context, named: string | null, input: Envelope) {
  if (named === null || parseStream(named)?.aggregate !== 'office') return { deliveringBody: named, delivering: null }
  const office = await receivingOf(context, named, input)
  return office && { deliveringBody: office.name, delivering: named }
}

commandField('TransferService', {
  description:
    'Transfers a service to another office, with the recommendations listed. From that day the other office owns each of them, in ' +
    'the role that the first office had. The first office keeps everything else. Sending it again with the same `commandId` continues ' +
    'where it was interrupted.',
  fields: (t) => ({
    office: t.id({ required: true, description: "The first office's `id`." }),
    to: t.id({ required: true, description: "The other office's `id`." }),
    service: t.string({ required: true, description: 'The service that is transferred.' }),
    accountableBody: t.string({ description: 'The name of the body that is accountable for the service from now on.' }),
    deliveringBody: t.string({
      description:
        'The body that delivers the service from now on. If you give the `id` of an office or body on the register, it becomes an owner of each item, ' +
        'as DELIVERING_BODY. A name is stored as it is.',
    }),
    items: t.idList({ required: true, description: 'The `id` of every recommendation to transfer with the service.' }),
  }),
  execute: async (input, facts, context) => {
    const { office: stream, to, service, accountableBody, deliveringBody, items } = input
    const existing = await officeThere(facts, stream)
    if (!existing) return notFound('office', stream)
    const receiving = await receivingOf(context, to, input)
    if (receiving === undefined) return notFound('to', to)
    const bodies = await delivererOf(context, deliveringBody, input)
    if (bodies === undefined) return notFound('deliveringBody', String(deliveringBody))
    const ofItems = items.length > maxItems ? [] : await itemsOfOffice(context.store, items, stream)
    if (typeof ofItems === 'string') return notFound('items', ofItems)
    const data = { transferId: input.commandId, service, to, items, accountableBody, ...bodies, receiving, ofItems }
    return executeAct(context, { stream, existing, input, type: 'TransferService', data })
  },
})

/** More are refused by the rules, and need not be read for that. */
const maxItems = 5_000
const readAtOnce = 20

/** Each item once, however often it is named; or the id of one that is not there. */
async function itemsOfOffice(store: Context['store'], named: readonly string[], office: string): Promise<ItemOfOffice[] | string> {
  const ids = [...new Set(named)]
  const found: ItemOfOffice[] = []
  for (let from = 0; from < ids.length; from += readAtOnce) {
    const some = ids.slice(from, from + readAtOnce)
    const items = await Promise.all(some.map((id) => itemOfOffice(store, id, office)))
    const absent = some.find((_, index) => items[index] === null)
    if (absent !== undefined) return absent
    found.push(...items.flatMap((item) => (item ? [{ id: item.id, reference: item.reference, isOwned: item.isOwned }] : [])))
  }
  return found
}

commandField('AbolishOffice', {
  description:
    'Records that the office ends on the day of `effectiveOn`. Its open recommendations go to its successor, which is required if it has any. ' +
    'It keeps its concluded recommendations, and searches still find its names.',
  fields: (t) => ({
    office: t.id({ required: true, description: "The office's `id`." }),
    successor: t.id({ description: 'The `id` of the office that takes its open recommendations. Required if it has any.' }),
    reason: t.string({ required: true, description: 'Why it ends.' }),
  }),
  execute: async (input, facts, context) => {
    const { office: stream, successor, reason } = input
    const existing = await officeThere(facts, stream)
    if (!existing) return notFound('office', stream)
    const receiving = successor === null ? null : await receivingOf(context, successor, input)
    if (receiving === undefined) return notFound('successor', String(successor))
    const openItems = await openItemsOf(context, stream)
    const data = { transferId: input.commandId, reason, successor, receiving, openItems }
    return executeAct(context, { stream, existing, input, type: 'AbolishOffice', data })
  },
})

/** The open items of an office; how each stands the log itself says. */
async function openItemsOf(context: Context, office: string): Promise<AbolishOffice['data']['openItems']> {
  const ids = await knownItems(context, office)
  const items = await Promise.all(ids.map((id) => itemOfOffice(context.store, id, office)))
  return items.flatMap((item) => (item?.isOwned && item.isOpen ? [{ id: item.id, reference: item.reference, isOwned: true }] : []))
}

/** Which items an office has the read models know, once they have all that the log has. */
async function knownItems({ store, readSession }: Context, office: string): Promise<readonly string[]> {
  const head = await store.head()
  if (head !== null) await readSession.waitFor(head, maxWaitMs)
  await readSession.renew()
  return openItemsOfOwner((await readSession.view()).snapshot, office)
}
