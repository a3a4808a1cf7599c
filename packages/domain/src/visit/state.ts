import type { IsoDate, Recorded } from '../envelope.ts'
import { evolveByTable, type Evolvers } from '../kernel/evolving/evolvers.ts'
import type { VisitEvent, VisitFindingRecorded, VisitRecorded } from './events.ts'

/** `on`: the day of the entry. */
export type FindingOfVisit = VisitFindingRecorded['data'] & { readonly on: IsoDate }
/** One finding and one recommendation that it concerns, from a day on. */
export type FindingLink = { readonly ref: string; readonly item: string; readonly on: IsoDate }

export type VisitState = {
  /** The stream's name, null before the first event. */
  readonly stream: string | null
  /** Null before it was recorded. */
  readonly visit: VisitRecorded['data'] | null
  readonly findings: readonly FindingOfVisit[]
  readonly links: readonly FindingLink[]
  readonly illustrative: boolean
}

export const noVisit: VisitState = { stream: null, visit: null, findings: [], links: [], illustrative: false }

const evolvers: Evolvers<VisitState, VisitEvent> = {
  VisitRecorded: (state, { data }) => ({ ...state, visit: data }),
  VisitFindingRecorded: (state, { data, metadata }) => ({
    ...state,
    findings: [...state.findings, { ...data, on: metadata.effectiveOn }],
  }),
  FindingLinked: (state, { data, metadata }) => ({
    ...state,
    links: [...state.links, ...data.items.map((item) => ({ ref: data.ref, item, on: metadata.effectiveOn }))],
  }),
  EntryCorrected: (state) => state,
}
const evolveKnown = evolveByTable(evolvers)

export const evolveVisit = (state: VisitState, event: Recorded<VisitEvent>): VisitState => ({
  ...evolveKnown(state, event),
  stream: event.stream,
  illustrative: state.illustrative || event.metadata.illustrative === true,
})
