import type { OfficeEvent } from './events.ts'
import { attribute, type AttributeReader } from '../kernel/provenance/attribute.ts'
import { nameValues } from '../renaming/renaming.ts'
import { evolveOffice, noOffice, type OfficeState } from './state.ts'

export type OfficeAttribute = 'NAME' | 'FORMER_NAME' | 'KIND' | 'PORTFOLIO' | 'HOLDER' | 'TRANSFER' | 'ABOLISHED'

/** Holdings in their order, by number: a key is shown to everybody, and names nobody. `to` is null where somebody still holds it. */
export const officeAttributes: AttributeReader<OfficeState, OfficeEvent, OfficeAttribute> = {
  initial: noOffice,
  evolve: evolveOffice,
  values: ({ kind, portfolio, holdings, transfers, abolished, ...office }) => [
    ...nameValues(office),
    ...attribute<OfficeAttribute>('KIND', kind),
    ...attribute('PORTFOLIO', portfolio),
    ...holdings.flatMap((holding, index) => attribute('HOLDER', holding, String(index + 1))),
    ...transfers.flatMap((transfer) => attribute('TRANSFER', transfer, transfer.transferId)),
    ...attribute('ABOLISHED', abolished),
  ],
}
