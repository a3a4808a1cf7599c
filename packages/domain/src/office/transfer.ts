import { date, flag, id, listOf, name, nullable, objectOf } from '../kernel/fields/declare.ts'
import { firstRefusal, type Refusal } from '../kernel/rule-book.ts'
import type { AbolishOffice, ItemOfOffice, OfficeOnDay, TransferService } from './commands.ts'
import { refuse } from './rules.ts'
import type { OfficeState } from './state.ts'

const received = (receiving: OfficeOnDay | null, field: string): Refusal | null =>
  receiving === null || receiving.abolishedOn === null
    ? null
    : refuse('receivingOfficeNotAbolished', field, `${receiving.name} ended on ${receiving.abolishedOn}`)

const references = (items: readonly ItemOfOffice[]): string => items.map(({ reference }) => reference).join(', ')

export const transferService = ({ data }: TransferService, { stream }: OfficeState): Refusal | null =>
  firstRefusal([
    () => (data.to === stream ? refuse('transferElsewhere', 'to') : null),
    () => received(data.receiving, 'to'),
    () => (new Set(data.items).size < data.items.length ? refuse('itemsOnce', 'items') : null),
    () => {
      const others = data.ofItems.filter(({ isOwned }) => !isOwned)
      return others.length > 0 ? refuse('itemsOfOffice', 'items', references(others)) : null
    },
  ])

export const abolishOffice = ({ data }: AbolishOffice, { stream }: OfficeState): Refusal | null =>
  firstRefusal([
    () => (data.successor === stream ? refuse('transferElsewhere', 'successor') : null),
    () => received(data.receiving, 'successor'),
    () =>
      data.successor === null && data.openItems.length > 0 ? refuse('successorNeeded', 'successor', references(data.openItems)) : null,
  ])

export const officeOnDay = objectOf({ name, abolishedOn: nullable(date) })
export const itemsOfOffice = listOf(objectOf({ id, reference: name, isOwned: flag }), { max: 10_000 })
