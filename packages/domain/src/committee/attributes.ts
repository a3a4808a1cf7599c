import { attribute, type AttributeReader } from '../kernel/provenance/attribute.ts'
import type { CommitteeEvent } from './events.ts'
import { evolveCommittee, noCommittee, type CommitteeState } from './state.ts'

export type CommitteeAttribute = 'SLUG' | 'NAME' | 'FORMER_NAME' | 'KIND' | 'REMIT' | 'QUORUM' | 'LAST_DAY' | 'SUCCEEDED_BY'

export const committeeAttributes: AttributeReader<CommitteeState, CommitteeEvent, CommitteeAttribute> = {
  initial: noCommittee,
  evolve: evolveCommittee,
  values: ({ slug, name, formerNames, kind, remit, quorum, abolished }) => [
    ...attribute('SLUG', slug),
    ...attribute('NAME', name || null),
    ...formerNames.flatMap((former) => attribute('FORMER_NAME', former, former)),
    ...attribute('KIND', kind),
    ...attribute('REMIT', remit),
    ...attribute('QUORUM', quorum),
    ...attribute('LAST_DAY', abolished?.on),
    ...(abolished?.successors ?? []).flatMap((slugOfOther) => attribute('SUCCEEDED_BY', slugOfOther, slugOfOther)),
  ],
}
