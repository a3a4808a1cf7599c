import type { IsoDate, Recorded } from '../envelope.ts'
import { renamed, type Renamable } from '../renaming/renaming.ts'
import { evolveByTable, type Evolvers } from '../kernel/evolving/evolvers.ts'
import type { CommitteeAbolished, CommitteeEvent, CommitteeKind } from './events.ts'

export type CommitteeState = Renamable & {
  /** The stream's name, null before the first event. */
  readonly stream: string | null
  /** Null before it was established. */
  readonly slug: string | null
  readonly authority: string
  readonly kind: CommitteeKind | null
  readonly remit: string | null
  readonly quorum: number | null
  readonly establishedOn: IsoDate | null
  readonly abolished: (CommitteeAbolished['data'] & { readonly on: IsoDate }) | null
}

export const noCommittee: CommitteeState = {
  stream: null,
  slug: null,
  authority: '',
  name: '',
  formerNames: [],
  kind: null,
  remit: null,
  quorum: null,
  establishedOn: null,
  abolished: null,
}

const evolvers: Evolvers<CommitteeState, CommitteeEvent> = {
  CommitteeEstablished: (state, { data, metadata }) => ({ ...state, ...data, establishedOn: metadata.effectiveOn }),
  CommitteeRenamed: (state, { data }) => renamed(state, data),
  CommitteeAbolished: (state, { data, metadata }) => ({ ...state, abolished: { ...data, on: metadata.effectiveOn } }),
  EntryCorrected: (state) => state,
}
const evolveKnown = evolveByTable(evolvers)

export const evolveCommittee = (state: CommitteeState, event: Recorded<CommitteeEvent>): CommitteeState => ({
  ...evolveKnown(state, event),
  stream: event.stream,
})
