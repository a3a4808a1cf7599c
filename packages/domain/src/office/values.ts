import type { OfficeEvent } from './events.ts'
import { said, type Telling } from '../said/value.ts'
import { evolveOffice, noOffice, type OfficeState } from './state.ts'

export type OfficeField = 'NAME' | 'FORMER_NAME' | 'KIND' | 'PORTFOLIO' | 'HOLDER' | 'TRANSFER'

/** Holdings in their order, by number: a key is shown to everybody, and names nobody. `to` is null where somebody still holds it. */
export const officeTelling: Telling<OfficeState, OfficeEvent, OfficeField> = {
  initial: noOffice,
  evolve: evolveOffice,
  values: ({ name, aliases, kind, portfolio, holdings, transfers }) => [
    ...said('NAME', name || null),
    ...aliases.flatMap((alias) => said('FORMER_NAME', alias, alias)),
    ...said('KIND', kind),
    ...said('PORTFOLIO', portfolio),
    ...holdings.flatMap((holding, index) => said('HOLDER', holding, String(index + 1))),
    ...transfers.flatMap((transfer) => said('TRANSFER', transfer, `${transfer.on} ${transfer.service}`)),
  ],
}
