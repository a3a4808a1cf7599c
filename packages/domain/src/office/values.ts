import type { OfficeEvent } from './events.ts'
import { said, type Telling } from '../said/value.ts'
import { evolveOffice, noOffice, type OfficeState } from './state.ts'

export type OfficeField = 'NAME' | 'FORMER_NAME' | 'KIND' | 'PORTFOLIO' | 'HOLDER' | 'TRANSFER'

/** Who holds it by opaque ids: `from` and `to` (null: still). */
export const officeTelling: Telling<OfficeState, OfficeEvent, OfficeField> = {
  initial: noOffice,
  evolve: evolveOffice,
  values: ({ name, aliases, kind, portfolio, holdings, transfers }) => [
    ...said('NAME', name || null),
    ...aliases.flatMap((alias) => said('FORMER_NAME', alias, alias)),
    ...said('KIND', kind),
    ...said('PORTFOLIO', portfolio),
    ...holdings.flatMap((holding) => said('HOLDER', holding, `${holding.from} ${holding.holder}`)),
    ...transfers.flatMap((transfer) => said('TRANSFER', transfer, `${transfer.on} ${transfer.service}`)),
  ],
}
