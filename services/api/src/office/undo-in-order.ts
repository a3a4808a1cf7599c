import type { IsoDate, OfficeEvent, Recorded } from '@outstanding/domain'
import { officeDecider } from '@outstanding/domain'
import type { EventStore } from '@outstanding/event-store'
import { undoEntry } from '../commands/undo-entry.ts'
import type { Undone } from '../nouns/noun.ts'
import { officeExistedAt } from './office-on.ts'

/** Undoes the act that gives an office's items to another which was abolished before it: sent together, neither saw the other. */
async function undoneInOrder(store: EventStore, entry: Recorded<OfficeEvent>, today: IsoDate): Promise<Undone | null> {
  const [receiving, field] = receivingOf(entry)
  if (receiving === null || (await officeExistedAt(store, receiving, entry.position))) return null
  const reason = 'Undone: the abolition of the office that would receive the items was recorded just before it.'
  const position = await undoEntry(store, { decider: officeDecider, entry, reason, facts: {}, today })
  return {
    refusal: { rule: 'receivingOfficeNotAbolished', field, message: abolished, remedy: 'Choose an office that exists on that day.' },
    position,
  }
}

const abolished =
  'The office that would receive the items was abolished: another entry was recorded at the same time, so this one was undone.'

const receivingOf = ({ type, data }: Recorded<OfficeEvent>): readonly [string | null, string] => {
  if (type === 'ServiceTransferred') return [data.to, 'to']
  return type === 'OfficeAbolished' ? [data.successor, 'successor'] : [null, '']
}

/** As above: the stream's name says which aggregate an entry is of, and nobody else writes to it. */
export const undoInOrder = (store: EventStore, entry: { readonly stream: string }, today: IsoDate): Promise<Undone | null> =>
  undoneInOrder(store, entry as Recorded<OfficeEvent>, today)
