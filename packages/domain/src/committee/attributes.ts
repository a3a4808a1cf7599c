import { attribute, type AttributeReader } from '../kernel/provenance/attribute.ts'
import type { CommitteeEvent } from './events.ts'
import { nameValues } from '../renaming/renaming.ts'
import { evolveCommittee, noCommittee, type CommitteeState } from './state.ts'

export type CommitteeAttribute = 'SLUG' | 'NAME' | 'FORMER_NAME' | 'KIND' | 'REMIT' | 'QUORUM' | 'LAST_DAY' | 'SUCCEEDED_BY'

export const committeeAttributes: AttributeReader<CommitteeState, CommitteeEvent, CommitteeAttribute> = {
  initial: noCommittee,
  evolve: evolveCommittee,
  values: ({ slug, kind, remit, quorum, abolished, ...committee }) => [
    ...attribute<CommitteeAttribute>('SLUG', slug),
    ...nameValues(committee),
    ...attribute('KIND', kind),
    ...attribute('REMIT', remit),
    ...attribute('QUORUM', quorum),
    ...attribute('LAST_DAY', abolished?.on),
    ...(abolished?.successors ?? []).flatMap((slugOfOther) => attribute('SUCCEEDED_BY', slugOfOther, slugOfOther)),
  ],
}
