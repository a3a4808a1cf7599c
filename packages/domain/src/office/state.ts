import type { IsoDate, Recorded } from '../envelope.ts'
import type { OfficeEvent, OfficeKind, ServiceTransferred } from './events.ts'
import { withEntry, type Entries } from '../entry/entries.ts'

export type OfficeHolding = { readonly holder: string; readonly from: IsoDate; readonly to: IsoDate | null }

export type OfficeState = {
  /** The stream's name, null before the first event. */
  readonly stream: string | null
  readonly created: boolean
  readonly name: string
  /** Former names, oldest first: they stay found. */
  readonly aliases: readonly string[]
  readonly authority: string
  readonly kind: OfficeKind | null
  readonly portfolio: string | null
  readonly holdings: readonly OfficeHolding[]
  readonly transfers: readonly (ServiceTransferred['data'] & { readonly on: IsoDate })[]
  readonly entries: Entries
}

export const noOffice: OfficeState = {
  stream: null,
  created: false,
  name: '',
  aliases: [],
  authority: '',
  kind: null,
  portfolio: null,
  holdings: [],
  transfers: [],
  entries: {},
}

const endHolding = (holdings: readonly OfficeHolding[], holder: string, on: IsoDate): readonly OfficeHolding[] => {
  const open = holdings.findLastIndex((holding) => holding.holder === holder && holding.to === null)
  return holdings.map((holding, index) => (index === open ? { ...holding, to: on } : holding))
}

const changed = (state: OfficeState, event: Recorded<OfficeEvent>): Partial<OfficeState> => {
  const on = event.metadata.effectiveOn
  switch (event.type) {
    case 'OfficeCreated':
      return { created: true, ...event.data }
    case 'HolderAppointed':
      return { holdings: [...state.holdings, { holder: event.data.holder, from: on, to: null }] }
    case 'HolderLeft':
      return { holdings: endHolding(state.holdings, event.data.holder, on) }
    case 'OfficeRenamed':
      return { name: event.data.name, aliases: [...state.aliases, event.data.formerName] }
    case 'PortfolioChanged':
      return { portfolio: event.data.portfolio }
    case 'ServiceTransferred':
      return { transfers: [...state.transfers, { ...event.data, on }] }
    default:
      return {}
  }
}

export const evolveOffice = (state: OfficeState, event: Recorded<OfficeEvent>): OfficeState => ({
  ...state,
  ...changed(state, event),
  stream: event.stream,
  entries: withEntry(state.entries, event),
})
