import type { IsoDate, OfficeKind, ServiceTransferred } from '@outstanding/domain'
import { defineTable } from '@outstanding/projection'

/** A service that went to another office, with the items that it named. */
export type TransferCell = Pick<ServiceTransferred['data'], 'transferId' | 'service' | 'to' | 'toName' | 'items'> & { readonly on: IsoDate }

export type OfficeTableRow = {
  stream: string
  authority: string
  name: string
  former_names: string[]
  kind: OfficeKind
  portfolio: string | null
  /** Opaque ids of those who hold it as things stand. */
  holders: string[]
  /** Of an office that was abolished: where its open items went. */
  successor: string | null
  abolished_on: string | null
  transfers: readonly TransferCell[]
}

export const officeTable = defineTable<OfficeTableRow>({
  name: 'office',
  columns: {
    stream: 'text collate "C" not null',
    authority: 'text collate "C" not null',
    name: 'text collate "C" not null',
    former_names: 'text[] not null',
    kind: 'text collate "C" not null',
    portfolio: 'text',
    holders: 'text[] not null',
    successor: 'text collate "C"',
    abolished_on: 'date',
    transfers: 'json not null',
  },
  primaryKey: ['stream'],
  indexes: ['(authority, name)'],
})
