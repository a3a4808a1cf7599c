import type { IsoDate, Recorded } from '../envelope.ts'
import type { PublicationFacts } from './publication.ts'
import type {
  FindingRecorded,
  JudgementRecorded,
  ReportAdopted,
  ReportEvent,
  ReportFindingLinked,
  ReportListed,
  ReportRegistered,
} from './events.ts'
import { evolveByTable, type Evolvers } from '../kernel/evolving/evolvers.ts'

export type ReportAdoption = ReportAdopted['data'] & { readonly on: IsoDate }

/** `on` is the day for which it was recorded: that of the finding. */
export type FindingOfReport = FindingRecorded['data'] & { readonly on: IsoDate }

export type ReportState = {
  /** The stream's name, null before the first event. */
  readonly stream: string | null
  readonly registered: ReportRegistered['data'] | null
  readonly listed: ReportListed['data'] | null
  readonly adoptions: readonly ReportAdoption[]
  /** EMBARGOED: public from the instant `embargoedUntil` on, which is null otherwise. */
  readonly publication: 'UNPUBLISHED' | 'EMBARGOED' | 'PUBLISHED' | 'WITHHELD'
  readonly embargoedUntil: string | null
  readonly withdrawn: string | null
  readonly judgements: readonly JudgementRecorded['data'][]
  readonly findings: readonly FindingOfReport[]
  readonly findingLinks: readonly ReportFindingLinked['data'][]
  readonly illustrative: boolean
}

export const noReport: ReportState = {
  stream: null,
  registered: null,
  listed: null,
  adoptions: [],
  publication: 'UNPUBLISHED',
  embargoedUntil: null,
  withdrawn: null,
  judgements: [],
  findings: [],
  findingLinks: [],
  illustrative: false,
}

const evolvers: Evolvers<ReportState, ReportEvent> = {
  ReportRegistered: (state, { data }) => ({ ...state, registered: data }),
  ReportListed: (state, { data }) => ({ ...state, listed: data }),
  ReportAdopted: (state, { data, metadata }) => ({
    ...state,
    adoptions: [...state.adoptions, { ...data, on: metadata.effectiveOn }],
  }),
  ReportPublished: (state) => ({ ...state, publication: 'PUBLISHED', embargoedUntil: null }),
  ReportEmbargoed: (state, { data }) => ({ ...state, publication: 'EMBARGOED', embargoedUntil: data.until }),
  ReportWithheld: (state) => ({ ...state, publication: 'WITHHELD', embargoedUntil: null }),
  JudgementRecorded: (state, { data }) => ({ ...state, judgements: [...state.judgements, data] }),
  FindingRecorded: (state, { data, metadata }) => ({ ...state, findings: [...state.findings, { ...data, on: metadata.effectiveOn }] }),
  ReportFindingLinked: (state, { data }) => ({ ...state, findingLinks: [...state.findingLinks, data] }),
  ReportWithdrawn: (state, { data }) => ({ ...state, withdrawn: data.reason }),
  // Each recommendation tells its own response, and its own date.
  ReportRespondedTo: (state) => state,
  ReportDatesApplied: (state) => state,
  EntryCorrected: (state) => state,
}
const evolveKnown = evolveByTable(evolvers)

export const evolveReport = (state: ReportState, event: Recorded<ReportEvent>): ReportState => ({
  ...evolveKnown(state, event),
  stream: event.stream,
  illustrative: state.illustrative || event.metadata.illustrative === true,
})

/** The facts that a recommendation of this report carries when it is issued; null while the report is neither registered nor listed. */
export const publicationFacts = (state: ReportState): PublicationFacts | null => {
  const { registered, stream } = state
  if (stream === null || (registered === null && state.listed === null)) return null
  return {
    report: stream,
    kind: registered?.kind ?? 'OTHER',
    publishedOn: registered?.publishedOn ?? null,
    publishedPrecision: registered?.publishedPrecision ?? 'UNKNOWN',
    adoptedOn: state.adoptions[0]?.on ?? null,
    illustrative: state.illustrative,
  }
}
