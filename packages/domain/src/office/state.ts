import type { IsoDate, Recorded } from '../envelope.ts'
import type { OfficeAbolished, OfficeEvent, OfficeKind, ServiceTransferred } from './events.ts'
import { renamed, type Renamable } from '../renaming/renaming.ts'
import { evolveByTable, type Evolvers } from '../kernel/evolving/evolvers.ts'

export type OfficeHolding = { readonly holder: string; readonly from: IsoDate; readonly to: IsoDate | null }

export type OfficeState = Renamable & {
  /** The stream's name, null before the first event. */
  readonly stream: string | null
  readonly created: boolean
  readonly authority: string
  readonly kind: OfficeKind | null
  readonly portfolio: string | null
  readonly holdings: readonly OfficeHolding[]
  readonly transfers: readonly (ServiceTransferred['data'] & { readonly on: IsoDate })[]
  /** How and when the office ended; null while it stands. */
  readonly abolished: (OfficeAbolished['data'] & { readonly on: IsoDate }) | null
}

export const noOffice: OfficeState = {
  stream: null,
  created: false,
  name: '',
  formerNames: [],
  authority: '',
  kind: null,
  portfolio: null,
  holdings: [],
  transfers: [],
  abolished: null,
}

const endHolding = (holdings: readonly OfficeHolding[], holder: string, on: IsoDate): readonly OfficeHolding[] => {
  const open = holdings.findLastIndex((holding) => holding.holder === holder && holding.to === null)
  return holdings.map((holding, index) => (index === open ? { ...holding, to: on } : holding))
}

/** The holding that has not ended; undefined where the person does not hold the office. */
export const holdingOf = ({ holdings }: OfficeState, holder: string): OfficeHolding | undefined =>
  holdings.findLast((holding) => holding.holder === holder && holding.to === null)

const evolvers: Evolvers<OfficeState, OfficeEvent> = {
  OfficeCreated: (state, { data }) => ({ ...state, created: true, ...data }),
  HolderAppointed: (state, { data, metadata }) => ({
    ...state,
    holdings: [...state.holdings, { holder: data.holder, from: metadata.effectiveOn, to: null }],
  }),
  HolderLeft: (state, { data, metadata }) => ({ ...state, holdings: endHolding(state.holdings, data.holder, metadata.effectiveOn) }),
  OfficeRenamed: (state, { data }) => renamed(state, data),
  PortfolioChanged: (state, { data }) => ({ ...state, portfolio: data.portfolio }),
  ServiceTransferred: (state, { data, metadata }) => ({
    ...state,
    transfers: [...state.transfers, { ...data, on: metadata.effectiveOn }],
  }),
  OfficeAbolished: (state, { data, metadata }) => ({
    ...state,
    abolished: { ...data, on: metadata.effectiveOn },
    holdings: state.holdings.map((holding) => (holding.to === null ? { ...holding, to: metadata.effectiveOn } : holding)),
  }),
  EntryCorrected: (state) => state,
}
const evolveKnown = evolveByTable(evolvers)

export const evolveOffice = (state: OfficeState, event: Recorded<OfficeEvent>): OfficeState => ({
  ...evolveKnown(state, event),
  stream: event.stream,
})
