import type { IsoDate, Recorded } from '../envelope.ts'
import type { PublicationFacts } from '../recommendation/events.ts'
import type { FindingRecorded, JudgementRecorded, ReportAdopted, ReportEvent, ReportListed, ReportRegistered } from './events.ts'
import { withEntry, type Entries } from '../entry/entries.ts'

export type ReportAdoption = ReportAdopted['data'] & { readonly on: IsoDate }

export type ReportState = {
  /** The stream's name, null before the first event. */
  readonly stream: string | null
  readonly registered: ReportRegistered['data'] | null
  readonly listed: ReportListed['data'] | null
  readonly adoptions: readonly ReportAdoption[]
  readonly publication: 'UNPUBLISHED' | 'PUBLISHED' | 'WITHHELD'
  readonly withdrawn: string | null
  readonly judgements: readonly JudgementRecorded['data'][]
  readonly findings: readonly FindingRecorded['data'][]
  readonly illustrative: boolean
  readonly entries: Entries
}

export const noReport: ReportState = {
  stream: null,
  registered: null,
  listed: null,
  adoptions: [],
  publication: 'UNPUBLISHED',
  withdrawn: null,
  judgements: [],
  findings: [],
  illustrative: false,
  entries: {},
}

const changed = (state: ReportState, event: Recorded<ReportEvent>): Partial<ReportState> => {
  switch (event.type) {
    case 'ReportRegistered':
      return { registered: event.data }
    case 'ReportListed':
      return { listed: event.data }
    case 'ReportAdopted':
      return { adoptions: [...state.adoptions, { ...event.data, on: event.metadata.effectiveOn }] }
    case 'ReportPublished':
      return { publication: 'PUBLISHED' }
    case 'ReportWithheld':
      return { publication: 'WITHHELD' }
    case 'JudgementRecorded':
      return { judgements: [...state.judgements, event.data] }
    case 'FindingRecorded':
      return { findings: [...state.findings, event.data] }
    case 'ReportWithdrawn':
      return { withdrawn: event.data.reason }
    default:
      return {}
  }
}

export const evolveReport = (state: ReportState, event: Recorded<ReportEvent>): ReportState => ({
  ...state,
  ...changed(state, event),
  stream: event.stream,
  illustrative: state.illustrative || event.metadata.illustrative === true,
  entries: withEntry(state.entries, event),
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
